package org.bulkhead.builder.interpret;

/** Opcodes of decoded instructions beyond those of the class file format; they take numbers that ASM never reports (the short forms of loads and stores), so that one dense switch covers both. */
final class Op {
    /** Push {@code a}. */
    static final int PUSH = 26;
    /** Push {@code wide} as two slots. */
    static final int PUSH_WIDE = 27;
    /** Static field {@code operand} ({@link StaticField}). */
    static final int GET_STATIC = 28;
    static final int GET_STATIC_WIDE = 29;
    static final int PUT_STATIC = 30;
    static final int PUT_STATIC_WIDE = 31;
    /** Instance field at offset {@code a}. */
    static final int GET_BYTE = 32;
    static final int GET_CHAR = 33;
    static final int GET_SHORT = 34;
    static final int GET_INT = 35;
    /** 8 bytes, two slots. */
    static final int GET_LONG = 36;
    /** 8 bytes, one slot: an unboxed machine word. */
    static final int GET_WORD = 37;
    static final int PUT_BYTE = 38;
    static final int PUT_BOOLEAN = 39;
    static final int PUT_SHORT = 40;
    static final int PUT_INT = 41;
    static final int PUT_LONG = 42;
    static final int PUT_WORD = 43;
    /** Any call, {@code operand} is a {@link CallSite}. */
    static final int CALL = 44;
    /** Load from a local variable into one slot, two slots, and the stores. */
    static final int LOAD = 45;
    static final int LOAD_WIDE = 59;
    static final int STORE = 60;
    static final int STORE_WIDE = 61;
    static final int RETURN_ONE = 62;
    static final int RETURN_WIDE = 63;
    /** Make an instance of the class {@code operand} ({@link ClassState}). */
    static final int NEW_RESOLVED = 64;
    /** Elements of 4 bytes, and of 8 bytes in two slots. */
    static final int LOAD_4 = 65;
    static final int LOAD_8 = 66;
    static final int STORE_4 = 67;
    static final int STORE_8 = 68;

    private Op() {}
}
