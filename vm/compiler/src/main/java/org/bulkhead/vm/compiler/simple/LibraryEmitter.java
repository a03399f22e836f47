package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;

/** Methods of java.base that are native there, or that one instruction does better. */
final class LibraryEmitter {
    private final Assembler asm;
    private final OperandStack stack;
    private final ArithmeticEmitter integers;
    private final FloatEmitter floats;
    private final TypeEmitter objects;

    LibraryEmitter(Emission emission, ArithmeticEmitter integers, FloatEmitter floats, TypeEmitter objects) {
        asm = emission.asm;
        stack = emission.stack;
        this.integers = integers;
        this.floats = floats;
        this.objects = objects;
    }

    /** Returns whether instructions were emitted instead of a call. */
    boolean emit(VmMethod method) {
        if (!method.owner().name().startsWith("java/lang/")) {
            return false;
        }
        switch (method.owner().name() + "." + method.name() + method.descriptor()) {
            case "java/lang/Object.getClass()Ljava/lang/Class;" -> objects.getClassOf(stack.pop());
            case "java/lang/Math.sqrt(D)D", "java/lang/StrictMath.sqrt(D)D" -> floats.squareRoot();
            case "java/lang/Math.abs(D)D", "java/lang/StrictMath.abs(D)D" -> floats.absolute(Kind.DOUBLE);
            case "java/lang/Math.abs(F)F", "java/lang/StrictMath.abs(F)F" -> floats.absolute(Kind.FLOAT);
            case "java/lang/Float.floatToRawIntBits(F)I" -> floats.toBits(Kind.FLOAT, Kind.INT);
            case "java/lang/Float.intBitsToFloat(I)F" -> floats.fromBits(Kind.INT, Kind.FLOAT);
            case "java/lang/Double.doubleToRawLongBits(D)J" -> floats.toBits(Kind.DOUBLE, Kind.LONG);
            case "java/lang/Double.longBitsToDouble(J)D" -> floats.fromBits(Kind.LONG, Kind.DOUBLE);
            case "java/lang/Integer.numberOfLeadingZeros(I)I" -> leadingZeros(Kind.INT, Integer.SIZE);
            case "java/lang/Long.numberOfLeadingZeros(J)I" -> leadingZeros(Kind.LONG, Long.SIZE);
            case "java/lang/Integer.numberOfTrailingZeros(I)I" -> trailingZeros(Kind.INT, Integer.SIZE);
            case "java/lang/Long.numberOfTrailingZeros(J)I" -> trailingZeros(Kind.LONG, Long.SIZE);
            case "java/lang/Integer.reverseBytes(I)I" -> reverseBytes(Kind.INT);
            case "java/lang/Long.reverseBytes(J)J" -> reverseBytes(Kind.LONG);
            case "java/lang/Integer.rotateLeft(II)I" -> integers.shift(Kind.INT, Shift.ROTATE_LEFT);
            case "java/lang/Integer.rotateRight(II)I" -> integers.shift(Kind.INT, Shift.ROTATE_RIGHT);
            case "java/lang/Long.rotateLeft(JI)J" -> integers.shift(Kind.LONG, Shift.ROTATE_LEFT);
            case "java/lang/Long.rotateRight(JI)J" -> integers.shift(Kind.LONG, Shift.ROTATE_RIGHT);
            case "java/lang/Math.min(II)I" -> select(Kind.INT, Condition.GREATER);
            case "java/lang/Math.max(II)I" -> select(Kind.INT, Condition.LESS);
            case "java/lang/Math.min(JJ)J" -> select(Kind.LONG, Condition.GREATER);
            case "java/lang/Math.max(JJ)J" -> select(Kind.LONG, Condition.LESS);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** bsr leaves its result undefined for 0, so a number that gives the right answer is put in then. */
    private void leadingZeros(Kind kind, int bits) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(Kind.INT);
        asm.bitScanReverse(Moves.width(kind), result, source);
        asm.move(Moves.SCRATCH, 2L * bits - 1);
        asm.moveIf(Condition.EQUAL, Width.INT, result, Moves.SCRATCH);
        asm.alu(Alu.XOR, Width.INT, result, bits - 1);
        stack.push(Kind.INT, result);
    }

    private void trailingZeros(Kind kind, int bits) {
        Register source = stack.toRegister(stack.pop());
        Register result = stack.allocate(Kind.INT);
        asm.bitScanForward(Moves.width(kind), result, source);
        asm.move(Moves.SCRATCH, bits);
        asm.moveIf(Condition.EQUAL, Width.INT, result, Moves.SCRATCH);
        stack.push(Kind.INT, result);
    }

    private void reverseBytes(Kind kind) {
        Register result = stack.toOwned(stack.pop());
        asm.swapBytes(Moves.width(kind), result);
        stack.push(kind, result);
    }

    /** The second operand replaces the first if the condition holds for (first, second). */
    private void select(Kind kind, Condition condition) {
        Operand second = stack.pop();
        Operand first = stack.pop();
        Register result = stack.toOwned(first, second);
        Register other = stack.toRegister(second);
        asm.alu(Alu.CMP, Moves.width(kind), result, other);
        asm.moveIf(condition, Moves.width(kind), result, other);
        stack.push(kind, result);
    }
}
