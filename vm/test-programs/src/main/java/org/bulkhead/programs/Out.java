package org.bulkhead.programs;

/**
 * Text output for programs that may use next to nothing of the class library.
 *
 * <p>Numbers are converted here, digit by digit, and characters outside ASCII are written as
 * backslash-u escapes, so that a program of the lowest layer needs only {@code String.length},
 * {@code String.charAt} and {@code System.out.write(byte[], int, int)}. Output is handed over at
 * the end of every line: whatever a program printed before it failed is seen. Not safe for use by
 * several threads.
 */
public final class Out {
    private static final int CAPACITY = 8192;
    private static final int LONGEST_LONG = 20;
    private static final int HEX_DIGITS_PER_INT = 8;
    private static final int HEX_DIGITS_PER_LONG = 16;
    private static final int HEX_DIGITS_PER_CHAR = 4;
    private static final byte[] BUFFER = new byte[CAPACITY];
    private static final byte[] DIGITS = new byte[LONGEST_LONG];
    private static int used;

    private Out() {
    }

    /** Writes the characters of {@code text}, or {@code null} for a null reference. */
    public static void print(String text) {
        if (text == null) {
            print("null");
            return;
        }
        int length = text.length();
        for (int i = 0; i < length; i++) {
            print(text.charAt(i));
        }
    }

    /** Writes one character; one outside printable ASCII appears as a backslash, u and four hexadecimal digits. */
    public static void print(char c) {
        if (c >= ' ' && c < 0x7F) {
            put((byte) c);
        } else {
            put((byte) '\\');
            put((byte) 'u');
            hexDigits(c, HEX_DIGITS_PER_CHAR);
        }
    }

    /** Writes a decimal number. */
    public static void print(int value) {
        print((long) value);
    }

    /** Writes a decimal number. */
    public static void print(long value) {
        if (value < 0) {
            put((byte) '-');
        }
        // Work on the negative side: it alone can hold the smallest long.
        long rest = value < 0 ? value : -value;
        int first = LONGEST_LONG;
        do {
            long quotient = rest / 10;
            first--;
            DIGITS[first] = (byte) ('0' + (int) (quotient * 10 - rest));
            rest = quotient;
        } while (rest != 0);
        for (int i = first; i < LONGEST_LONG; i++) {
            put(DIGITS[i]);
        }
    }

    /** Writes {@code true} or {@code false}. */
    public static void print(boolean value) {
        print(value ? "true" : "false");
    }

    /** Writes the raw bits of {@code value} as eight hexadecimal digits after {@code 0x}; every NaN as {@code NaN}. */
    public static void print(float value) {
        if (value != value) {
            print("NaN");
        } else {
            hex(Float.floatToRawIntBits(value));
        }
    }

    /** Writes the raw bits of {@code value} as sixteen hexadecimal digits after {@code 0x}; every NaN as {@code NaN}. */
    public static void print(double value) {
        if (value != value) {
            print("NaN");
        } else {
            hex(Double.doubleToRawLongBits(value));
        }
    }

    /** Writes what {@code toString} of the object gives, or {@code null}. */
    public static void print(Object value) {
        print(value == null ? "null" : value.toString());
    }

    /** Writes eight hexadecimal digits after {@code 0x}. */
    public static void hex(int value) {
        print("0x");
        hexDigits(value, HEX_DIGITS_PER_INT);
    }

    /** Writes sixteen hexadecimal digits after {@code 0x}. */
    public static void hex(long value) {
        print("0x");
        hexDigits(value, HEX_DIGITS_PER_LONG);
    }

    /**
     * Writes {@code value} with a fixed number of decimals, cut off, not rounded.
     *
     * @param value    a number whose magnitude is below 2<sup>31</sup>, or NaN or an infinity
     * @param decimals how many digits follow the point, 1 to 9
     */
    public static void fixed(double value, int decimals) {
        if (value != value) {
            print("NaN");
            return;
        }
        if (value < 0) {
            put((byte) '-');
            value = -value;
        }
        if (value > Double.MAX_VALUE) {
            print("Infinity");
            return;
        }
        long whole = (long) value;
        print(whole);
        put((byte) '.');
        double rest = value - whole;
        for (int i = 0; i < decimals; i++) {
            rest *= 10;
            int digit = (int) rest;
            put((byte) ('0' + digit));
            rest -= digit;
        }
    }

    /** Ends the line and hands it over. */
    public static void println() {
        put((byte) '\n');
        flush();
    }

    /** Writes as {@link #print(String)} does and ends the line. */
    public static void println(String text) {
        print(text);
        println();
    }

    /** Writes as {@link #print(char)} does and ends the line. */
    public static void println(char c) {
        print(c);
        println();
    }

    /** Writes as {@link #print(int)} does and ends the line. */
    public static void println(int value) {
        print((long) value);
        println();
    }

    /** Writes as {@link #print(long)} does and ends the line. */
    public static void println(long value) {
        print(value);
        println();
    }

    /** Writes as {@link #print(boolean)} does and ends the line. */
    public static void println(boolean value) {
        print(value);
        println();
    }

    /** Writes as {@link #print(float)} does and ends the line. */
    public static void println(float value) {
        print(value);
        println();
    }

    /** Writes as {@link #print(double)} does and ends the line. */
    public static void println(double value) {
        print(value);
        println();
    }

    /** Writes as {@link #print(Object)} does and ends the line. */
    public static void println(Object value) {
        print(value);
        println();
    }

    /** Writes a line {@code name=value}. */
    public static void show(String name, int value) {
        label(name);
        println((long) value);
    }

    /** Writes a line {@code name=value}. */
    public static void show(String name, long value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}. */
    public static void show(String name, char value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}. */
    public static void show(String name, boolean value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}, the value as {@link #print(float)} writes it. */
    public static void show(String name, float value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}, the value as {@link #print(double)} writes it. */
    public static void show(String name, double value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}. */
    public static void show(String name, String value) {
        label(name);
        println(value);
    }

    /** Writes a line {@code name=value}, the value as {@link #print(Object)} writes it. */
    public static void show(String name, Object value) {
        label(name);
        println(value);
    }

    /** Hands over what has been written so far, also in the middle of a line. */
    public static void flush() {
        if (used > 0) {
            int count = used;
            used = 0;
            System.out.write(BUFFER, 0, count);
            System.out.flush();
        }
    }

    private static void label(String name) {
        print(name);
        put((byte) '=');
    }

    private static void hexDigits(long value, int count) {
        for (int shift = (count - 1) * 4; shift >= 0; shift -= 4) {
            int digit = (int) (value >>> shift) & 0xF;
            put((byte) (digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }

    private static void put(byte b) {
        if (used == CAPACITY) {
            flush();
        }
        BUFFER[used] = b;
        used++;
    }
}
