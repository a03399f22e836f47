package org.bulkhead.vm.compiler.x64;

/** Instructions on SSE registers, and the two x87 ones that SSE has no counterpart for. */
class SseAssembler extends IntegerAssembler {
    private static final int OPERAND_SIZE = 0x66;

    public final void move(Register to, Register from) {
        encode(0, Width.INT, 0x0F28, to, from, ByteRegister.NONE);
    }

    public final void load(Precision precision, Register to, Memory from) {
        encode(precision.prefix, Width.INT, 0x0F10, to, from, ByteRegister.NONE);
    }

    public final void store(Precision precision, Memory to, Register from) {
        encode(precision.prefix, Width.INT, 0x0F11, from, to, ByteRegister.NONE);
    }

    /** Copies 32 or 64 bits from a general-purpose to an SSE register, clearing the rest. */
    public final void moveBits(Width width, Register xmm, Register from) {
        encode(OPERAND_SIZE, width, 0x0F6E, xmm, from, ByteRegister.NONE);
    }

    /** Copies the low 32 or 64 bits of an SSE register to a general-purpose one. */
    public final void moveBitsOut(Width width, Register to, Register xmm) {
        encode(OPERAND_SIZE, width, 0x0F7E, xmm, to, ByteRegister.NONE);
    }

    public final void sse(SseOp op, Precision precision, Register to, Register operand) {
        encode(precision.prefix, Width.INT, 0x0F00 | op.opcode, to, operand, ByteRegister.NONE);
    }

    public final void sse(SseOp op, Precision precision, Register to, Memory operand) {
        encode(precision.prefix, Width.INT, 0x0F00 | op.opcode, to, operand, ByteRegister.NONE);
    }

    /** Compares; unordered sets ZF, PF and CF. */
    public final void compare(Precision precision, Register left, Register right) {
        encode(precision == Precision.DOUBLE ? OPERAND_SIZE : 0, Width.INT, 0x0F2E, left, right, ByteRegister.NONE);
    }

    public final void compare(Precision precision, Register left, Memory right) {
        encode(precision == Precision.DOUBLE ? OPERAND_SIZE : 0, Width.INT, 0x0F2E, left, right, ByteRegister.NONE);
    }

    /** to ^= operand over all 128 bits. */
    public final void xor(Register to, Register operand) {
        encode(0, Width.INT, 0x0F57, to, operand, ByteRegister.NONE);
    }

    /** to &amp;= operand over all 128 bits. */
    public final void and(Register to, Register operand) {
        encode(0, Width.INT, 0x0F54, to, operand, ByteRegister.NONE);
    }

    /** Converts a signed integer; the rest of {@code to} keeps its value, so clear it first to break the dependency. */
    public final void fromInteger(Precision precision, Width width, Register to, Register from) {
        encode(precision.prefix, width, 0x0F2A, to, from, ByteRegister.NONE);
    }

    /** Truncates to a signed integer; the smallest integer if it does not fit or is NaN. */
    public final void toInteger(Precision precision, Width width, Register to, Register from) {
        encode(precision.prefix, width, 0x0F2C, to, from, ByteRegister.NONE);
    }

    /** Converts from that precision to the other one. */
    public final void convert(Precision from, Register to, Register operand) {
        encode(from.prefix, Width.INT, 0x0F5A, to, operand, ByteRegister.NONE);
    }

    /** Pushes memory on the x87 stack. */
    public final void loadX87(Precision precision, Memory from) {
        encode(0, Width.INT, precision == Precision.DOUBLE ? 0xDD : 0xD9, 0, from);
    }

    /** Pops the x87 stack into memory. */
    public final void storeX87(Precision precision, Memory to) {
        encode(0, Width.INT, precision == Precision.DOUBLE ? 0xDD : 0xD9, 3, to);
    }

    /** st0 = partial remainder of st0 by st1 (fprem); the zero flag is clear as long as it is not complete. Changes ax. */
    public final void partialRemainderX87() {
        emit8(0xD9);
        emit8(0xF8);
        // fnstsw ax; test ah, 4: C2 says that the reduction is incomplete.
        emit8(0xDF);
        emit8(0xE0);
        emit8(0xF6);
        emit8(0xC4);
        emit8(0x04);
    }

    /** Pops st1 and leaves st0 in its place. */
    public final void dropSecondX87() {
        emit8(0xDD);
        emit8(0xD9);
    }
}
