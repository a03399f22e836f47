package org.bulkhead.programs.util.zip;

/** Data of different kinds, the same at each run. */
final class Samples {
    private Samples() {}

    /** Text that repeats itself here and there. */
    static byte[] text(int length) {
        String[] words = {"the ", "hull ", "of a ship ", "is divided ", "by bulkheads ", "so that ", "one leak ", "does not sink it; "};
        byte[] text = new byte[length];
        int state = 7;
        for (int i = 0; i < length;) {
            state = state * 1103515245 + 12345;
            String word = words[state >>> 28 & 7];
            for (int j = 0; j < word.length() && i < length; j++) {
                text[i++] = (byte) word.charAt(j);
            }
        }
        return text;
    }

    /** Bytes without any order. */
    static byte[] noise(int length) {
        byte[] noise = new byte[length];
        long state = 99;
        for (int i = 0; i < length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            noise[i] = (byte) (state >>> 24);
        }
        return noise;
    }
}
