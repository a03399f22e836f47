package org.bulkhead.servers.datastore;

/** The first word of an entry: one store of four bytes takes an entry from one of these to the next. The codes differ in many bits, so that a damaged word is none of them. */
enum EntryMark {
    /** There is no entry, or one that is being written. */
    FREE(0),
    /** It is there and valid, and all who are to be told of it have been. */
    VALID(0x3A5C_96E1),
    /** It is there and valid, and subscribers are being told that it is. */
    TELLING(0x65C3_1F8B),
    /** It is about to go, and subscribers are being told. */
    GOING(0x9C1E_6A75);

    private static final EntryMark[] ALL = values();

    final int code;

    EntryMark(int code) {
        this.code = code;
    }

    /** Returns the mark with a code, null if there is none. */
    static EntryMark of(int code) {
        for (EntryMark each : ALL) {
            if (each.code == code) {
                return each;
            }
        }
        return null;
    }
}
