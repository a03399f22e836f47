package org.bulkhead.nucleus.kernel.hardware;

/** Text as the nucleus can print it: bytes, made while the image is built. */
public final class Text {
    private Text() {}

    /** Returns the characters of {@code text}, which are ASCII. Only for class initialisers: it allocates. */
    public static byte[] of(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    /** Returns the names of enum constants, in order. Only for class initialisers: it allocates. */
    public static byte[][] names(Enum<?>[] constants) {
        byte[][] names = new byte[constants.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = of(constants[i].name());
        }
        return names;
    }
}
