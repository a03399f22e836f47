package org.bulkhead.vm.compiler.x64;

import org.bulkhead.vm.compiler.Symbol;

/** Instructions on general-purpose registers. */
class IntegerAssembler extends Encoder {
    private static final int OPERAND_SIZE = 0x66;
    private static final int LOCK = 0xF0;
    private static final int ALU_IMM8 = 0x83;
    private static final int ALU_IMM32 = 0x81;
    private static final int SHIFT_BY_IMM = 0xC1;
    private static final int SHIFT_BY_CL = 0xD3;
    private static final int GROUP3 = 0xF7;
    private static final int GROUP5 = 0xFF;
    private static final int NOT = 2;
    private static final int NEG = 3;
    private static final int IDIV = 7;
    private static final int INC = 0;
    private static final int DEC = 1;

    private static boolean isByte(int value) {
        return value == (byte) value;
    }

    /** Copies a register. */
    public final void move(Width width, Register to, Register from) {
        encode(0, width, 0x8B, to, from, ByteRegister.NONE);
    }

    /** Sets a register to a 64-bit constant by the shortest instruction that leaves the flags alone. */
    public final void move(Register to, long constant) {
        if (constant == (constant & 0xFFFF_FFFFL)) {
            moveImmediate(to, (int) constant);
        } else if (constant == (int) constant) {
            encode(Width.LONG, 0xC7, 0, to, ByteRegister.NONE);
            emit32((int) constant);
        } else {
            emit8(0x48 | to.high());
            emit8(0xB8 | to.low());
            emit64(constant);
        }
    }

    private void moveImmediate(Register to, int constant) {
        if (to.high() != 0) {
            emit8(0x41);
        }
        emit8(0xB8 | to.low());
        emit32(constant);
    }

    /** Sets a register to the address of a symbol. */
    public final void move(Register to, Symbol symbol) {
        if (to.high() != 0) {
            emit8(0x41);
        }
        emit8(0xB8 | to.low());
        emitAbsolute(symbol, 0);
    }

    /** Clears a register and changes the flags. */
    public final void clear(Register register) {
        alu(Alu.XOR, Width.INT, register, register);
    }

    public final void load(Access access, Register to, Memory from) {
        encode(0, access == Access.LONG ? Width.LONG : Width.INT, access.opcode, to, from, ByteRegister.NONE);
    }

    /** Sets {@code to} to {@code from} as if it had been stored and loaded again with that access; BYTE to CHAR only. */
    public final void extend(Access access, Register to, Register from) {
        boolean bytes = access == Access.BYTE || access == Access.UNSIGNED_BYTE;
        encode(0, Width.INT, access.opcode, to, from, bytes ? ByteRegister.RM : ByteRegister.NONE);
    }

    /** Sets the 64 bits of {@code to} to the sign-extended low half of {@code from}. */
    public final void signExtend(Register to, Register from) {
        encode(0, Width.LONG, 0x63, to, from, ByteRegister.NONE);
    }

    /** Sets the 64 bits of {@code to} to the sign-extended 32 bits at {@code from}. */
    public final void signExtend(Register to, Memory from) {
        encode(0, Width.LONG, 0x63, to, from, ByteRegister.NONE);
    }

    /** Stores the low bits of a register; the sign of the access does not matter. */
    public final void store(Access access, Memory to, Register from) {
        switch (access) {
            case BYTE, UNSIGNED_BYTE -> encode(0, Width.INT, 0x88, from, to, ByteRegister.REG);
            case SHORT, CHAR -> encode(OPERAND_SIZE, Width.INT, 0x89, from, to, ByteRegister.NONE);
            case INT -> encode(0, Width.INT, 0x89, from, to, ByteRegister.NONE);
            case LONG -> encode(0, Width.LONG, 0x89, from, to, ByteRegister.NONE);
        }
    }

    /** Stores a constant; of LONG accesses it is the 32 low bits, sign-extended. */
    public final void store(Access access, Memory to, int constant) {
        switch (access) {
            case BYTE, UNSIGNED_BYTE -> {
                encode(0, Width.INT, 0xC6, 0, to);
                emit8(constant);
            }
            case SHORT, CHAR -> {
                encode(OPERAND_SIZE, Width.INT, 0xC7, 0, to);
                emit8(constant);
                emit8(constant >> Byte.SIZE);
            }
            case INT, LONG -> {
                encode(0, access == Access.LONG ? Width.LONG : Width.INT, 0xC7, 0, to);
                emit32(constant);
            }
        }
    }

    /** Stores the address of a symbol, sign-extended to the access's 32 or 64 bits. */
    public final void store(Access access, Memory to, Symbol symbol) {
        encode(0, access == Access.LONG ? Width.LONG : Width.INT, 0xC7, 0, to);
        emitAbsolute(symbol, 0);
    }

    /** Loads the address that a memory operand names. */
    public final void loadAddress(Width width, Register to, Memory from) {
        encode(0, width, 0x8D, to, from, ByteRegister.NONE);
    }

    public final void alu(Alu op, Width width, Register to, Register operand) {
        encode(0, width, op.ordinal() << 3 | 3, to, operand, ByteRegister.NONE);
    }

    public final void alu(Alu op, Width width, Register to, Memory operand) {
        encode(0, width, op.ordinal() << 3 | 3, to, operand, ByteRegister.NONE);
    }

    public final void alu(Alu op, Width width, Memory to, Register operand) {
        encode(0, width, op.ordinal() << 3 | 1, operand, to, ByteRegister.NONE);
    }

    public final void alu(Alu op, Width width, Register to, int constant) {
        encode(width, isByte(constant) ? ALU_IMM8 : ALU_IMM32, op.ordinal(), to, ByteRegister.NONE);
        immediate(constant);
    }

    public final void alu(Alu op, Width width, Memory to, int constant) {
        encode(0, width, isByte(constant) ? ALU_IMM8 : ALU_IMM32, op.ordinal(), to);
        immediate(constant);
    }

    private void immediate(int constant) {
        if (isByte(constant)) {
            emit8(constant);
        } else {
            emit32(constant);
        }
    }

    /** Compares 32 bits in memory with the address of a symbol. */
    public final void compare(Memory left, Symbol right) {
        encode(0, Width.INT, ALU_IMM32, Alu.CMP.ordinal(), left);
        emitAbsolute(right, 0);
    }

    public final void test(Width width, Register left, Register right) {
        encode(0, width, 0x85, right, left, ByteRegister.NONE);
    }

    /** Reads memory for the sake of the fault and changes only the flags. */
    public final void touch(Memory memory) {
        encode(0, Width.INT, 0x85, Register.RAX, memory, ByteRegister.NONE);
    }

    public final void multiply(Width width, Register to, Register operand) {
        encode(0, width, 0x0FAF, to, operand, ByteRegister.NONE);
    }

    public final void multiply(Width width, Register to, Memory operand) {
        encode(0, width, 0x0FAF, to, operand, ByteRegister.NONE);
    }

    /** to = operand * constant. */
    public final void multiply(Width width, Register to, Register operand, int constant) {
        encode(0, width, isByte(constant) ? 0x6B : 0x69, to, operand, ByteRegister.NONE);
        immediate(constant);
    }

    public final void negate(Width width, Register register) {
        encode(width, GROUP3, NEG, register, ByteRegister.NONE);
    }

    public final void complement(Width width, Register register) {
        encode(width, GROUP3, NOT, register, ByteRegister.NONE);
    }

    /** Sign-extends rax into rdx:rax. */
    public final void signExtendRax(Width width) {
        if (width == Width.LONG) {
            emit8(0x48);
        }
        emit8(0x99);
    }

    /** Divides rdx:rax by the register; quotient in rax, remainder in rdx. */
    public final void divide(Width width, Register divisor) {
        encode(width, GROUP3, IDIV, divisor, ByteRegister.NONE);
    }

    public final void shift(Shift op, Width width, Register register, int count) {
        encode(width, SHIFT_BY_IMM, op.digit, register, ByteRegister.NONE);
        emit8(count);
    }

    public final void shiftByCl(Shift op, Width width, Register register) {
        encode(width, SHIFT_BY_CL, op.digit, register, ByteRegister.NONE);
    }

    public final void increment(Width width, Register register) {
        encode(width, GROUP5, INC, register, ByteRegister.NONE);
    }

    public final void decrement(Width width, Register register) {
        encode(width, GROUP5, DEC, register, ByteRegister.NONE);
    }

    /** Sets the register to 1 if the condition holds and to 0 otherwise; flags stay as they are. */
    public final void set(Condition condition, Register register) {
        encode(Width.INT, 0x0F90 | condition.ordinal(), 0, register, ByteRegister.RM);
        extend(Access.UNSIGNED_BYTE, register, register);
    }

    public final void moveIf(Condition condition, Width width, Register to, Register from) {
        encode(0, width, 0x0F40 | condition.ordinal(), to, from, ByteRegister.NONE);
    }

    public final void bitScanForward(Width width, Register to, Register from) {
        encode(0, width, 0x0FBC, to, from, ByteRegister.NONE);
    }

    public final void bitScanReverse(Width width, Register to, Register from) {
        encode(0, width, 0x0FBD, to, from, ByteRegister.NONE);
    }

    public final void swapBytes(Width width, Register register) {
        emit8((width == Width.LONG ? 0x48 : 0x40) | register.high());
        emit8(0x0F);
        emit8(0xC8 | register.low());
    }

    /** If the memory equals rax stores the register and sets the zero flag, atomically; else clears the flag and loads rax. */
    public final void lockedCompareExchange(Width width, Memory memory, Register replacement) {
        emit8(LOCK);
        encode(0, width, 0x0FB1, replacement, memory, ByteRegister.NONE);
    }

    public final void push(Register register) {
        if (register.high() != 0) {
            emit8(0x41);
        }
        emit8(0x50 | register.low());
    }

    public final void push(int constant) {
        emit8(0x6A);
        emit8(constant);
    }

    public final void pop(Register register) {
        if (register.high() != 0) {
            emit8(0x41);
        }
        emit8(0x58 | register.low());
    }
}
