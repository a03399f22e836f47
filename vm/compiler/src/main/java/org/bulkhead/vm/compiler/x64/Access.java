package org.bulkhead.vm.compiler.x64;

/** The ways to load a value from memory into a general-purpose register. */
public enum Access {
    /** 8 bits, sign-extended to 32. */
    BYTE(0x0FBE),
    /** 8 bits, zero-extended. */
    UNSIGNED_BYTE(0x0FB6),
    /** 16 bits, sign-extended to 32. */
    SHORT(0x0FBF),
    /** 16 bits, zero-extended. */
    CHAR(0x0FB7),
    /** 32 bits, the upper half cleared. */
    INT(0x8B),
    /** 64 bits. */
    LONG(0x8B);

    final int opcode;

    Access(int opcode) {
        this.opcode = opcode;
    }
}
