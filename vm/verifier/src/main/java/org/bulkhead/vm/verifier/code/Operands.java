package org.bulkhead.vm.verifier.code;

/** What follows an opcode (JVMS 6.5). */
enum Operands {
    NONE(0),
    /** A signed number. */
    BYTE(1), SHORT(2),
    /** The index of a loadable constant of one slot. */
    CONSTANT(1), WIDE_CONSTANT(2),
    /** The index of a loadable constant of two slots. */
    LONG_CONSTANT(2),
    LOCAL(1),
    INCREMENT(2),
    BRANCH(2), WIDE_BRANCH(4),
    FIELD(2), METHOD(2), INTERFACE_METHOD(4), DYNAMIC(4),
    CLASS(2),
    PRIMITIVE(1),
    DIMENSIONS(3),
    TABLE_SWITCH(0), LOOKUP_SWITCH(0),
    WIDE(0);

    /** Bytes, if there are always as many. */
    final int bytes;

    Operands(int bytes) {
        this.bytes = bytes;
    }
}
