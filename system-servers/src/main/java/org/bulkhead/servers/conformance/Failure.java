package org.bulkhead.servers.conformance;

/** Something was not as a case wants it. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String expected;
    private final String actual;

    Failure(String what, String expected, String actual) {
        super(what + ": expected " + expected + ", got " + actual);
        this.what = what;
        this.expected = expected;
        this.actual = actual;
    }

    /** Throws unless two numbers are equal. */
    static void unlessEqual(String what, long expected, long actual) {
        if (expected != actual) {
            throw new Failure(what, number(expected), number(actual));
        }
    }

    private static String number(long value) {
        return value >= -99_999 && value <= 99_999 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }

    String what() {
        return what;
    }

    String expected() {
        return expected;
    }

    String actual() {
        return actual;
    }
}
