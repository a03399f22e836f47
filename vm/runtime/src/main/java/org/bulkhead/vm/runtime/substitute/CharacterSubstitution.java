package org.bulkhead.vm.runtime.substitute;

import java.util.Arrays;

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

    /** Scripts of characters. */
    @Substitutes("java.lang.Character$UnicodeScript")
    static final class Scripts {
        @Alias private static int[] scriptStarts;
        @Alias private static Character.UnicodeScript[] scripts;

        private Scripts() {}

        @Replace(reason = "the same text without String.format")
        public static Character.UnicodeScript of(int point) {
            if (!Character.isValidCodePoint(point)) {
                throw invalid(point);
            }
            if (Character.getType(point) == Character.UNASSIGNED) {
                return Character.UnicodeScript.UNKNOWN;
            }
            int index = Arrays.binarySearch(scriptStarts, point);
            return scripts[index < 0 ? -index - 2 : index];
        }
    }

    /** Blocks of characters. */
    @Substitutes("java.lang.Character$UnicodeBlock")
    static final class Blocks {
        @Alias private static int[] blockStarts;
        @Alias private static Character.UnicodeBlock[] blocks;

        private Blocks() {}

        @Replace(reason = "the same text without String.format")
        public static Character.UnicodeBlock of(int point) {
            if (!Character.isValidCodePoint(point)) {
                throw invalid(point);
            }
            int index = Arrays.binarySearch(blockStarts, point);
            return blocks[index < 0 ? -index - 2 : index];
        }
    }
}
