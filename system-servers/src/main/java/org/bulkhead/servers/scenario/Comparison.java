package org.bulkhead.servers.scenario;

/** How a value that was found is held against the one that is wanted. */
public enum Comparison {
    /** The same text, or the same number. */
    EQUAL(""),
    /** Another text or number. */
    OTHER("not "),
    /** A number that is not smaller. */
    AT_LEAST("at least "),
    /** A number that is not larger. */
    AT_MOST("at most ");

    private static final int HEXADECIMAL = 16;

    private final String words;

    Comparison(String words) {
        this.words = words;
    }

    /** {@return the words before the value that is wanted, with a blank at their end; none for {@link #EQUAL}} */
    public String words() {
        return words;
    }

    /**
     * {@return whether a value holds against the one that is wanted; what should be a number and is none does not}
     *
     * @param found decimal, or hexadecimal after 0x, or any text where only equality matters
     * @param wanted likewise
     */
    public boolean holds(String found, String wanted) {
        return switch (this) {
            case EQUAL -> isEqual(found, wanted);
            case OTHER -> !isEqual(found, wanted);
            case AT_LEAST -> isNumber(found) && isNumber(wanted) && number(found) >= number(wanted);
            case AT_MOST -> isNumber(found) && isNumber(wanted) && number(found) <= number(wanted);
        };
    }

    private static boolean isEqual(String found, String wanted) {
        return found.equals(wanted) || isNumber(found) && isNumber(wanted) && number(found) == number(wanted);
    }

    private static boolean isHexadecimal(String text) {
        return text.startsWith("0x");
    }

    private static boolean isNumber(String text) {
        int begin = isHexadecimal(text) ? 2 : text.startsWith("-") ? 1 : 0;
        int radix = isHexadecimal(text) ? HEXADECIMAL : 10;
        // Longer ones may not fit into 64 bits.
        if (begin == text.length() || text.length() - begin > (radix == 10 ? 18 : 16)) {
            return false;
        }
        for (int i = begin; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long number(String text) {
        return isHexadecimal(text) ? Long.parseUnsignedLong(text.substring(2), HEXADECIMAL) : Long.parseLong(text);
    }
}
