package org.bulkhead.vm.compiler.simple;

import java.util.BitSet;
import java.util.List;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Loads and stores of array elements. */
final class ArrayEmitter {
    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;

    ArrayEmitter(Emission emission) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
    }

    private static int size(Access access) {
        return switch (access) {
            case BYTE, UNSIGNED_BYTE -> 1;
            case SHORT, CHAR -> 2;
            case INT -> 4;
            case LONG -> 8;
        };
    }

    /** Checks array and index, which both stay in their registers, and returns where the element is. */
    private Memory element(Operand array, Operand index, int size) {
        Register base = stack.toRegister(array);
        Memory length = Memory.at(base, ObjectLayout.ARRAY_LENGTH);
        int first = ObjectLayout.arrayBase(size);
        if (index instanceof Operand.Constant constant && constant.bits() >= 0 && constant.bits() <= (Integer.MAX_VALUE - first) / size) {
            int number = (int) constant.bits();
            e.nullChecked(array);
            asm.alu(Alu.CMP, Width.INT, length, number);
            asm.jump(Condition.BELOW_EQUAL, indexError(length, constant));
            return Memory.at(base, first + number * size);
        }
        Register number = stack.toIndex(index);
        e.nullChecked(array);
        asm.alu(Alu.CMP, Width.INT, number, length);
        asm.jump(Condition.ABOVE_EQUAL, indexError(length, Operand.in(Kind.INT, number)));
        return Memory.at(base, number, Integer.numberOfTrailingZeros(size), first);
    }

    private Label indexError(Memory length, Operand index) {
        BitSet map = e.faultMap();
        return e.stub(() -> {
            asm.load(Access.INT, Moves.SCRATCH, length);
            e.moves.arguments(List.of(index, Operand.in(Kind.INT, Moves.SCRATCH)));
            asm.call(e.runtime(RuntimeCall.THROW_ARRAY_INDEX));
            e.tables.callReturns(map);
            asm.undefined();
        });
    }

    /** Loads an element of an integer kind or a reference. */
    void load(Access access, Kind kind) {
        Operand index = stack.pop();
        Operand array = stack.pop();
        Memory element = element(array, index, size(access));
        Register result = stack.allocate(kind);
        asm.load(access, result, element);
        stack.push(kind, result);
    }

    /** Loads a float or double. */
    void loadFloating(Kind kind) {
        Operand index = stack.pop();
        Operand array = stack.pop();
        Memory element = element(array, index, kind == Kind.DOUBLE ? Double.BYTES : Float.BYTES);
        Register result = stack.allocate(kind);
        asm.load(Moves.precision(kind), result, element);
        stack.push(kind, result);
    }

    /** Stores to an element that is not a reference, or stores null. */
    void store(Access access) {
        Operand value = stack.pop();
        Operand index = stack.pop();
        Operand array = stack.pop();
        if (value instanceof Operand.Constant constant && constant.isImmediate()) {
            asm.store(access, element(array, index, size(access)), (int) constant.bits());
        } else {
            Register from = stack.toRegister(value);
            asm.store(access, element(array, index, size(access)), from);
        }
    }

    void storeFloating(Kind kind) {
        Operand value = stack.pop();
        Operand index = stack.pop();
        Operand array = stack.pop();
        Register from = stack.toRegister(value);
        asm.store(Moves.precision(kind), element(array, index, kind == Kind.DOUBLE ? Double.BYTES : Float.BYTES), from);
    }

    /** aastore into an array of references: null, index and store checks in that order. */
    void storeReference() {
        if (stack.peek(0) instanceof Operand.Constant) {
            store(Access.INT);
            return;
        }
        // All three stay on the stack meanwhile, so that the slow path of the store check keeps them.
        Register value = stack.topToRegister(0);
        if (!(stack.peek(1) instanceof Operand.Constant)) {
            stack.topToRegister(1);
        }
        Register array = stack.topToRegister(2);
        Memory element = element(stack.peek(2), stack.peek(1), ObjectLayout.REFERENCE_SIZE);
        asm.test(Width.INT, value, value);
        int isNull = asm.skip(Condition.EQUAL);
        asm.load(Access.INT, Moves.SCRATCH, Memory.at(array, ObjectLayout.HUB));
        asm.load(Access.INT, Moves.SCRATCH, Memory.at(Moves.SCRATCH, HubLayout.COMPONENT));
        asm.alu(Alu.CMP, Width.INT, Moves.SCRATCH, Memory.at(value, ObjectLayout.HUB));
        e.callIf(Condition.NOT_EQUAL, RuntimeCall.CHECK_STORE, stack.peek(2), stack.peek(0));
        asm.land(isNull);
        asm.store(Access.INT, element, value);
        stack.pop(3);
    }
}
