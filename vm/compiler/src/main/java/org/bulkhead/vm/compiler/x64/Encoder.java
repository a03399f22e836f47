package org.bulkhead.vm.compiler.x64;

/** Prefixes, ModRM, SIB and displacement: what all instructions share. */
class Encoder extends CodeBuffer {
    private static final int REX = 0x40;
    private static final int REX_W = 8;
    private static final int ESCAPE = 0x0F;
    private static final int SIB_FOLLOWS = 4;
    private static final int NO_INDEX = 4;
    private static final int NO_BASE = 5;

    /** What a REX prefix is needed for even if it carries no bit. */
    enum ByteRegister {
        /** No operand is an 8-bit register. */
        NONE,
        /** The reg operand is an 8-bit register. */
        REG,
        /** The r/m operand is an 8-bit register. */
        RM
    }

    private void rex(Width width, int reg, int index, int base, Register byteRegister) {
        int bits = (width == Width.LONG ? REX_W : 0) | reg << 2 | index << 1 | base;
        if (bits != 0 || byteRegister != null && byteRegister.ordinal() >= Register.RSP.ordinal()) {
            emit8(REX | bits);
        }
    }

    private void opcode(int opcode) {
        if (opcode > 0xFF) {
            emit8(ESCAPE);
        }
        emit8(opcode);
    }

    /** prefix (0 for none), REX, opcode (0x0Fxx: two bytes), ModRM with two registers. */
    final void encode(int prefix, Width width, int opcode, Register reg, Register rm, ByteRegister bytes) {
        if (prefix != 0) {
            emit8(prefix);
        }
        rex(width, reg.high(), 0, rm.high(), bytes == ByteRegister.NONE ? null : bytes == ByteRegister.REG ? reg : rm);
        opcode(opcode);
        emit8(0xC0 | reg.low() << 3 | rm.low());
    }

    /** The same with an opcode extension instead of the reg operand. */
    final void encode(Width width, int opcode, int digit, Register rm, ByteRegister bytes) {
        rex(width, 0, 0, rm.high(), bytes == ByteRegister.RM ? rm : null);
        opcode(opcode);
        emit8(0xC0 | digit << 3 | rm.low());
    }

    /** prefix, REX, opcode, ModRM with a register and memory. */
    final void encode(int prefix, Width width, int opcode, Register reg, Memory memory, ByteRegister bytes) {
        if (prefix != 0) {
            emit8(prefix);
        }
        rex(width, reg.high(), high(memory.index()), high(memory.base()), bytes == ByteRegister.REG ? reg : null);
        opcode(opcode);
        memory(reg.low(), memory);
    }

    /** The same with an opcode extension instead of the reg operand. */
    final void encode(int prefix, Width width, int opcode, int digit, Memory memory) {
        if (prefix != 0) {
            emit8(prefix);
        }
        rex(width, 0, high(memory.index()), high(memory.base()), null);
        opcode(opcode);
        memory(digit, memory);
    }

    private static int high(Register register) {
        return register == null ? 0 : register.high();
    }

    private void memory(int reg, Memory memory) {
        int displacement = memory.displacement();
        if (memory.base() == null) {
            emit8(reg << 3 | SIB_FOLLOWS);
            emit8(NO_INDEX << 3 | NO_BASE);
            if (memory.symbol() == null) {
                emit32(displacement);
            } else {
                emitAbsolute(memory.symbol(), displacement);
            }
            return;
        }
        int base = memory.base().low();
        // mod 0 with rbp or r13 as base means "no base", so those always carry a displacement.
        int mod = displacement == 0 && base != NO_BASE ? 0 : displacement == (byte) displacement ? 1 : 2;
        if (memory.index() != null || base == SIB_FOLLOWS) {
            if (memory.index() == Register.RSP) {
                throw new IllegalArgumentException("rsp cannot be an index");
            }
            int index = memory.index() == null ? NO_INDEX : memory.index().low();
            emit8(mod << 6 | reg << 3 | SIB_FOLLOWS);
            emit8(memory.logScale() << 6 | index << 3 | base);
        } else {
            emit8(mod << 6 | reg << 3 | base);
        }
        if (mod == 1) {
            emit8(displacement);
        } else if (mod == 2) {
            emit32(displacement);
        }
    }
}
