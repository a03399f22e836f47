package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Precision;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.SseOp;
import org.bulkhead.vm.compiler.x64.Width;

/** Arithmetic on float and double, and conversions to and from them. */
final class FloatEmitter {
    /** The result of a comparison with NaN. */
    enum NaN { LESS, GREATER }

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;

    FloatEmitter(Emission emission) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
    }

    void binary(Kind kind, SseOp op) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        boolean commutes = op == SseOp.ADD || op == SseOp.MUL;
        if (commutes && right instanceof Operand.InRegister && !(left instanceof Operand.InRegister)) {
            Operand swapped = left;
            left = right;
            right = swapped;
        }
        Register result = stack.toOwned(left, right);
        apply(op, kind, result, right);
        stack.push(kind, result);
    }

    private void apply(SseOp op, Kind kind, Register to, Operand operand) {
        Memory memory = stack.memory(operand);
        if (memory != null) {
            asm.sse(op, Moves.precision(kind), to, memory);
        } else {
            asm.sse(op, Moves.precision(kind), to, stack.toRegister(operand));
        }
    }

    void squareRoot() {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(Kind.DOUBLE);
        asm.sse(SseOp.SQRT, Precision.DOUBLE, result, source);
        stack.push(Kind.DOUBLE, result);
    }

    private static long signBit(Kind kind) {
        return kind == Kind.FLOAT ? 1L << Integer.SIZE - 1 : Long.MIN_VALUE;
    }

    /** Flips the sign bit, also of zero and NaN. */
    void negate(Kind kind) {
        Register result = stack.toOwned(stack.pop());
        asm.move(Moves.SCRATCH, signBit(kind));
        asm.moveBits(Moves.width(kind), Moves.FLOAT_SCRATCH, Moves.SCRATCH);
        asm.xor(result, Moves.FLOAT_SCRATCH);
        stack.push(kind, result);
    }

    /** Clears the sign bit. */
    void absolute(Kind kind) {
        Register result = stack.toOwned(stack.pop());
        asm.move(Moves.SCRATCH, signBit(kind) - 1 & (kind == Kind.FLOAT ? 0xFFFF_FFFFL : -1L));
        asm.moveBits(Moves.width(kind), Moves.FLOAT_SCRATCH, Moves.SCRATCH);
        asm.and(result, Moves.FLOAT_SCRATCH);
        stack.push(kind, result);
    }

    /** frem and drem: the exact remainder with the sign of the dividend, which only the x87 computes. */
    void remainder(Kind kind) {
        Precision precision = Moves.precision(kind);
        // The operands' homes are theirs until something else is pushed.
        stack.flush();
        Operand.InSlot divisor = (Operand.InSlot) stack.pop();
        Operand.InSlot dividend = (Operand.InSlot) stack.pop();
        stack.claimFixed(Register.RAX);
        asm.loadX87(precision, FrameLayout.slot(divisor.slot()));
        asm.loadX87(precision, FrameLayout.slot(dividend.slot()));
        Label again = new Label();
        asm.bind(again);
        asm.partialRemainderX87();
        asm.jump(Condition.NOT_EQUAL, again);
        asm.dropSecondX87();
        asm.storeX87(precision, FrameLayout.slot(dividend.slot()));
        stack.push(new Operand.InSlot(kind, dividend.slot()));
    }

    /** Compares two popped operands, so that {@code ABOVE} means greater and unordered sets carry. */
    void compare(Kind kind, Operand left, Operand right) {
        Register a = stack.toRegister(left);
        Memory memory = stack.memory(right);
        if (memory != null) {
            asm.compare(Moves.precision(kind), a, memory);
        } else {
            asm.compare(Moves.precision(kind), a, stack.toRegister(right));
        }
    }

    /** fcmpl, fcmpg, dcmpl, dcmpg. */
    void compareToInt(Kind kind, NaN nan) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        Register greater = stack.allocate(Kind.INT);
        Register less = stack.allocate(Kind.INT);
        // Unordered sets the carry, so the operand order decides which side NaN falls on.
        if (nan == NaN.LESS) {
            compare(kind, left, right);
            asm.set(Condition.ABOVE, greater);
            asm.set(Condition.BELOW, less);
        } else {
            compare(kind, right, left);
            asm.set(Condition.BELOW, greater);
            asm.set(Condition.ABOVE, less);
        }
        asm.alu(Alu.SUB, Width.INT, greater, less);
        stack.push(Kind.INT, greater);
    }

    void fromInteger(Kind from, Kind to) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(to);
        asm.xor(result, result);
        asm.fromInteger(Moves.precision(to), Moves.width(from), result, source);
        stack.push(to, result);
    }

    /** f2i … d2l: truncation; NaN becomes 0 and what does not fit the nearest number that does. */
    void toInteger(Kind from, Kind to) {
        Precision precision = Moves.precision(from);
        Width width = Moves.width(to);
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(to);
        long smallest = width == Width.INT ? Integer.MIN_VALUE : Long.MIN_VALUE;
        asm.toInteger(precision, width, result, source);
        if (width == Width.INT) {
            asm.alu(Alu.CMP, width, result, Integer.MIN_VALUE);
        } else {
            asm.move(Moves.SCRATCH, smallest);
            asm.alu(Alu.CMP, width, result, Moves.SCRATCH);
        }
        Label back = new Label();
        asm.jump(Condition.EQUAL, e.stub(() -> {
            asm.xor(Moves.FLOAT_SCRATCH, Moves.FLOAT_SCRATCH);
            asm.compare(precision, source, Moves.FLOAT_SCRATCH);
            // Negative: the result is right as it is; positive: the largest number; unordered: 0.
            int ordered = asm.skip(Condition.NO_PARITY);
            asm.clear(result);
            asm.jump(back);
            asm.land(ordered);
            asm.jump(Condition.BELOW, back);
            asm.move(result, width == Width.INT ? Integer.MAX_VALUE : Long.MAX_VALUE);
            asm.jump(back);
        }));
        asm.bind(back);
        stack.push(to, result);
    }

    void convert(Kind from, Kind to) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(to);
        asm.xor(result, result);
        asm.convert(Moves.precision(from), result, source);
        stack.push(to, result);
    }

    /** floatToRawIntBits and doubleToRawLongBits. */
    void toBits(Kind from, Kind to) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(to);
        asm.moveBitsOut(Moves.width(to), result, source);
        stack.push(to, result);
    }

    /** intBitsToFloat and longBitsToDouble. */
    void fromBits(Kind from, Kind to) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(to);
        asm.moveBits(Moves.width(from), result, source);
        stack.push(to, result);
    }
}
