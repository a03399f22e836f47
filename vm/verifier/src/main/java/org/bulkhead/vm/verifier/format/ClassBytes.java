package org.bulkhead.vm.verifier.format;

import org.bulkhead.vm.verifier.Site;

/** Reads big-endian numbers from a range of bytes and never beyond its end. */
public final class ClassBytes {
    private static final int BYTE = 0xFF;

    private final byte[] bytes;
    private final int end;
    private final Site site;
    private int at;
    /** What is being read, for the message. */
    private final String what;

    ClassBytes(byte[] bytes, int start, int end, String what, Site site) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.what = what;
        this.site = site;
    }

    /** Returns the position of the next byte in the class file. */
    public int at() {
        return at;
    }

    public boolean atEnd() {
        return at == end;
    }

    public int u1() {
        need(1);
        return bytes[at++] & BYTE;
    }

    public int u2() {
        return u1() << Byte.SIZE | u1();
    }

    public int s4() {
        return u2() << Short.SIZE | u2();
    }

    /** Reads a length of 32 bits, which must not reach beyond the end. */
    int length() {
        int length = s4();
        if (length < 0) {
            throw site.malformed(what + " has a length of more than 2 GiB");
        }
        need(length);
        return length;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    /** Returns the next {@code length} bytes as a range of their own and goes behind them. */
    ClassBytes part(int length, String name) {
        need(length);
        at += length;
        return new ClassBytes(bytes, at - length, at, name, site);
    }

    /** Everything must have been read. */
    void finish() {
        if (at != end) {
            throw site.malformed(what + " has " + (end - at) + " bytes too many");
        }
    }

    private void need(int count) {
        if (count > end - at) {
            throw site.malformed(what + " ends too early: at position " + at + " of the class file " + count + " byte(s) are needed, and " + (end - at) + " are left");
        }
    }

    String name() {
        return what;
    }

    /** Returns the byte at a position of the class file. */
    static int unsigned(byte[] bytes, int position) {
        return bytes[position] & BYTE;
    }
}
