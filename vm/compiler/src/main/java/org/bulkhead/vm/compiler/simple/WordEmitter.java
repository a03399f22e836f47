package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.Width;
import org.objectweb.asm.Type;

/** The methods of Address, Word and Offset: a few instructions each. */
final class WordEmitter {
    private static final String LOAD = "load";
    private static final String STORE = "store";

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final ArithmeticEmitter arithmetic;
    private final BranchEmitter branches;

    WordEmitter(Emission emission, ArithmeticEmitter arithmetic, BranchEmitter branches) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
        this.arithmetic = arithmetic;
        this.branches = branches;
    }

    /** Returns whether the method is known; if so, emits it. */
    boolean emit(VmMethod method) {
        String name = method.name();
        switch (name) {
            case "fromLong" -> retag(Kind.WORD);
            case "toLong" -> retag(Kind.LONG);
            case "toInt" -> arithmetic.longToInt();
            case "fromInt" -> fromInt();
            case "zero" -> stack.push(new Operand.Constant(Kind.WORD, 0));
            case "plus" -> arithmetic.binary(Kind.WORD, Alu.ADD);
            case "minus", "distanceFrom" -> arithmetic.binary(Kind.WORD, Alu.SUB);
            case "and" -> arithmetic.binary(Kind.WORD, Alu.AND);
            case "or" -> arithmetic.binary(Kind.WORD, Alu.OR);
            case "xor" -> arithmetic.binary(Kind.WORD, Alu.XOR);
            case "not" -> not();
            case "shiftLeft" -> arithmetic.shift(Kind.WORD, Shift.LEFT);
            case "shiftRight" -> arithmetic.shift(Kind.WORD, Shift.LOGICAL_RIGHT);
            case "isZero" -> isZero();
            case "sameAs" -> compare(Condition.EQUAL);
            case "below" -> compare(Condition.BELOW);
            case "atLeast" -> compare(Condition.ABOVE_EQUAL);
            case "lessThan" -> compare(Condition.LESS);
            case "compareAndSetInt" -> compareAndSet(Width.INT);
            case "compareAndSetLong" -> compareAndSet(Width.LONG);
            default -> {
                if (name.startsWith(LOAD)) {
                    load(name.substring(LOAD.length()), method);
                } else if (name.startsWith(STORE)) {
                    store(name.substring(STORE.length()), method);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the same 64 bits for a value of another kind. */
    void retag(Kind kind) {
        Operand value = stack.pop();
        if (value instanceof Operand.Constant constant) {
            stack.push(new Operand.Constant(kind, constant.bits()));
        } else {
            stack.push(kind, stack.toRegister(value));
        }
    }

    private void fromInt() {
        Operand value = stack.pop();
        if (value instanceof Operand.Constant constant) {
            stack.push(new Operand.Constant(Kind.WORD, constant.bits() & 0xFFFF_FFFFL));
        } else {
            // Moving or loading 32 bits clears the upper half.
            Register source = stack.toRegister(value);
            Register result = stack.allocate(Kind.WORD);
            asm.move(Width.INT, result, source);
            stack.push(Kind.WORD, result);
        }
    }

    private void not() {
        Register result = stack.toOwned(stack.pop());
        asm.complement(Width.LONG, result);
        stack.push(Kind.WORD, result);
    }

    private void isZero() {
        Operand value = stack.pop();
        Memory memory = stack.memory(value);
        if (memory != null) {
            asm.alu(Alu.CMP, Width.LONG, memory, 0);
        } else {
            Register register = stack.toRegister(value);
            asm.test(Width.LONG, register, register);
        }
        branches.finishBoolean(Condition.EQUAL);
    }

    private void compare(Condition condition) {
        Operand right = stack.pop();
        Register left = stack.toRegister(stack.pop());
        stack.alu(Alu.CMP, Width.LONG, left, right);
        branches.finishBoolean(condition);
    }

    /** Pops an offset, if the method has one, and a base below it, and returns the memory they name. */
    private Memory popMemory(Operand offset) {
        Register base = stack.toRegister(stack.pop());
        if (offset == null) {
            return Memory.at(base, 0);
        }
        if (offset instanceof Operand.Constant constant) {
            return Memory.at(base, (int) constant.bits());
        }
        Register index = stack.allocate(Kind.WORD);
        asm.signExtend(index, stack.toRegister(offset));
        return Memory.at(base, index, 0, 0);
    }

    private void load(String what, VmMethod method) {
        boolean hasOffset = Type.getArgumentTypes(method.descriptor()).length == 1;
        Memory memory = popMemory(hasOffset ? stack.pop() : null);
        Kind kind = Kind.of(method.returnType(), e.types);
        Register result = stack.allocate(kind);
        e.mayFault();
        if (kind.isFloating()) {
            asm.load(Moves.precision(kind), result, memory);
        } else {
            asm.load(access(what), result, memory);
        }
        stack.push(kind, result);
    }

    private static Access access(String what) {
        return switch (what) {
            case "Byte" -> Access.BYTE;
            case "Short" -> Access.SHORT;
            case "Char" -> Access.CHAR;
            case "Int", "Reference" -> Access.INT;
            case "Long", "Address" -> Access.LONG;
            default -> throw new IllegalArgumentException("no access to memory is named " + what);
        };
    }

    private void store(String what, VmMethod method) {
        boolean hasOffset = Type.getArgumentTypes(method.descriptor()).length == 2;
        Operand offset = hasOffset ? stack.pop() : null;
        Operand value = stack.pop();
        Memory memory = popMemory(offset);
        if (value instanceof Operand.Constant constant && constant.isImmediate() && !value.kind().isFloating()) {
            e.mayFault();
            asm.store(access(what), memory, (int) constant.bits());
            return;
        }
        Register source = stack.toRegister(value);
        e.mayFault();
        if (value.kind().isFloating()) {
            asm.store(Moves.precision(value.kind()), memory, source);
        } else {
            asm.store(access(what), memory, source);
        }
    }

    private void compareAndSet(Width width) {
        Operand offset = stack.pop();
        Operand replacement = stack.pop();
        Operand expected = stack.resolve(stack.pop());
        // Everything out of rax before the expected value goes there.
        Operand base = stack.pop();
        Register baseRegister = outOfRax(stack.toRegister(base), Kind.WORD);
        Register replacementRegister = outOfRax(stack.toRegister(replacement), replacement.kind());
        Memory memory;
        if (offset instanceof Operand.Constant constant) {
            memory = Memory.at(baseRegister, (int) constant.bits());
        } else {
            Register index = outOfRax(stack.allocate(Kind.WORD), null);
            asm.signExtend(index, stack.toRegister(offset));
            memory = Memory.at(baseRegister, index, 0, 0);
        }
        stack.claimFixed(Register.RAX);
        e.moves.load(expected, Register.RAX);
        asm.lockedCompareExchange(width, memory, replacementRegister);
        branches.finishBoolean(Condition.EQUAL);
    }

    /** Returns another register with the same value if the register is rax; with a null kind there is no value yet. */
    private Register outOfRax(Register register, Kind kind) {
        if (register != Register.RAX) {
            return register;
        }
        Register other = stack.allocate(kind == null ? Kind.WORD : kind);
        if (kind != null) {
            e.moves.copy(kind, other, register);
        }
        return other;
    }
}
