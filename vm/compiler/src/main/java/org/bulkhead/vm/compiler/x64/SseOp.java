package org.bulkhead.vm.compiler.x64;

/** Scalar SSE operations. */
public enum SseOp {
    SQRT(0x51), ADD(0x58), MUL(0x59), SUB(0x5C), DIV(0x5E);

    final int opcode;

    SseOp(int opcode) {
        this.opcode = opcode;
    }
}
