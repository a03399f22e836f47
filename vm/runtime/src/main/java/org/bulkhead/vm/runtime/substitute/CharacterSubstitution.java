package org.bulkhead.vm.runtime.substitute;

/** Keeps String.format out of programs that make characters. */
@Substitutes("java.lang.Character")
final class CharacterSubstitution {
    private CharacterSubstitution() {}

    @Alias
    static native void toSurrogates(int point, char[] into, int index);

    private static IllegalArgumentException invalid(int point) {
        return new IllegalArgumentException("Not a valid Unicode code point: 0x" + Integer.toHexString(point).toUpperCase());
    }

    @Replace(reason = "the same text without String.format")
    public static int toChars(int point, char[] into, int index) {
        if (point >>> Character.SIZE == 0) {
            into[index] = (char) point;
            return 1;
        }
        if (!Character.isValidCodePoint(point)) {
            throw invalid(point);
        }
        toSurrogates(point, into, index);
        return 2;
    }

    @Replace(reason = "the same text without String.format")
    public static char[] toChars(int point) {
        if (point >>> Character.SIZE != 0 && !Character.isValidCodePoint(point)) {
            throw invalid(point);
        }
        char[] result = new char[point >>> Character.SIZE == 0 ? 1 : 2];
        toChars(point, result, 0);
        return result;
    }
}
