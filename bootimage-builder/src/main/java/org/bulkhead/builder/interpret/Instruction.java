package org.bulkhead.builder.interpret;

/** One decoded bytecode instruction; resolving its operand changes it in place. */
final class Instruction {
    static final Instruction[] NONE = {};

    /** An opcode of ASM, or one of {@link Op}. */
    int op;
    /** First operand: local variable, branch target (as instruction index), slot, offset, constant. */
    int a;
    /** Second operand. */
    int b;
    /** Constant of two slots. */
    long wide;
    /** The ASM instruction before resolution, the resolved entity afterwards. */
    Object operand;
    /** Cache of the last type check: numbers of the types that passed. */
    int passed = -1;
    int line;

    Instruction(int op, int line) {
        this.op = op;
        this.line = line;
    }
}
