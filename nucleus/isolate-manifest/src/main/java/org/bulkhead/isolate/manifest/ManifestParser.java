package org.bulkhead.isolate.manifest;

import java.nio.charset.StandardCharsets;

/** Reads the elements of {@link ManifestCodec}'s layout from bytes that may be anything, and names the first that is wrong. */
final class ManifestParser {
    static final int LINE_LIMIT = 15;
    static final int PORT_LIMIT = 0xFFFF;
    static final long ADDRESS_LIMIT = 0xFFFF_F000L;
    static final int BAR_LIMIT = 5;
    static final int RESTART_LIMIT = 100;
    static final int PERCENT_LIMIT = 100;
    static final int SLOTS_MIN = 2;
    static final int SLOTS_MAX = 256;
    static final int HEAP_MIN = 256 * 1024;
    static final int HEAP_MAX = 1 << 30;

    private static final int NAME_LIMIT = 15;
    private static final int PAGE = 4096;
    private static final int BYTE_MASK = 0xFF;

    private final byte[] bytes;
    private int at;

    /** Reads one element of a list. */
    interface Element {
        void read() throws ManifestFormatException;
    }

    ManifestParser(byte[] bytes) {
        this.bytes = bytes;
    }

    private ManifestFormatException wrong(String what) {
        return new ManifestFormatException("no manifest: byte " + at + ": " + what);
    }

    private int next(String what) throws ManifestFormatException {
        if (at == bytes.length) {
            throw wrong("it ends before " + what);
        }
        return bytes[at++] & BYTE_MASK;
    }

    /** Reads the beginning of every manifest. */
    void expect(byte[] magic, int version) throws ManifestFormatException {
        for (byte each : magic) {
            if (next("the mark of a manifest") != each) {
                at--;
                throw wrong("the mark of a manifest is not there");
            }
        }
        int found = next("the version of the layout");
        if (found != version) {
            at--;
            throw wrong("the layout has version " + found + ", and " + version + " is known here: load the program anew");
        }
    }

    /** Makes sure that there is nothing else. */
    void end() throws ManifestFormatException {
        if (at != bytes.length) {
            throw wrong(bytes.length - at + " bytes follow the end");
        }
    }

    int number8(String what, int least, int most) throws ManifestFormatException {
        return (int) inRange(what, next(what), 1, least, most);
    }

    int number32(String what) throws ManifestFormatException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= next(what) << shift;
        }
        return value;
    }

    int number32(String what, int least, int most) throws ManifestFormatException {
        return (int) inRange(what, number32(what), Integer.BYTES, least, most);
    }

    long number64(String what, long least, long most) throws ManifestFormatException {
        long low = number32(what) & 0xFFFF_FFFFL;
        return inRange(what, low | (long) number32(what) << Integer.SIZE, Long.BYTES, least, most);
    }

    private long inRange(String what, long value, int size, long least, long most) throws ManifestFormatException {
        if (value < least || value > most) {
            at -= size;
            throw wrong(what + " is " + value + ", " + least + " to " + most + " is possible");
        }
        return value;
    }

    /** Reads a number of bytes that is a multiple of a page. */
    int pages(String what, int least, int most) throws ManifestFormatException {
        int value = number32(what, least, most);
        if (value % PAGE != 0) {
            at -= Integer.BYTES;
            throw wrong(what + " is " + value + ", which is no multiple of " + PAGE);
        }
        return value;
    }

    boolean flag(String what) throws ManifestFormatException {
        return number8(what, 0, 1) == 1;
    }

    <E> E constant(String what, E[] constants) throws ManifestFormatException {
        return constants[number8(what, 0, constants.length - 1)];
    }

    String text(String what) throws ManifestFormatException {
        int length = next(what);
        if (length > bytes.length - at) {
            throw wrong("it ends within " + what);
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Reads what can be the name of an isolate, or nothing. */
    String optionalName(String what) throws ManifestFormatException {
        int start = at;
        String name = text(what);
        boolean valid = name.length() <= NAME_LIMIT && !name.startsWith("-");
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            valid &= each >= 'a' && each <= 'z' || each >= '0' && each <= '9' || each == '-';
        }
        if (!valid) {
            at = start;
            throw wrong(what + " \"" + name + "\" is not 1 to " + NAME_LIMIT + " characters a-z, 0-9 and -, the first of them no -");
        }
        return name;
    }

    /** Reads the name of an isolate. */
    String name(String what) throws ManifestFormatException {
        String name = optionalName(what);
        if (name.isEmpty()) {
            at--;
            throw wrong(what + " is empty");
        }
        return name;
    }

    void list(String what, Element element) throws ManifestFormatException {
        for (int left = next(what); left > 0; left--) {
            element.read();
        }
    }
}
