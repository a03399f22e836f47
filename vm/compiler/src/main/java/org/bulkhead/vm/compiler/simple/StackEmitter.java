package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** pop, dup, swap and their relatives: they only move elements of the compile-time stack. */
final class StackEmitter {
    private final OperandStack stack;

    StackEmitter(Emission emission) {
        stack = emission.stack;
    }

    void emit(int opcode) {
        switch (opcode) {
            case Opcodes.POP -> stack.pop();
            case Opcodes.POP2 -> stack.pop(topCount());
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, countBelow(1));
            case Opcodes.DUP2 -> duplicate(topCount(), 0);
            case Opcodes.DUP2_X1 -> duplicate(topCount(), 1);
            case Opcodes.DUP2_X2 -> {
                int count = topCount();
                duplicate(count, countBelow(count));
            }
            case Opcodes.SWAP -> swap();
            default -> throw new IllegalArgumentException("opcode " + opcode);
        }
    }

    /** Returns how many elements two words on top are. */
    private int topCount() {
        return countBelow(0);
    }

    private int countBelow(int fromTop) {
        return stack.peek(fromTop).kind().isDouble() ? 1 : 2;
    }

    /** Copies the top {@code count} elements to below the {@code below} elements under them. */
    private void duplicate(int count, int below) {
        leaveHomes(count + below);
        List<Operand> top = stack.pop(count);
        List<Operand> under = stack.pop(below);
        top.forEach(stack::push);
        under.forEach(stack::push);
        top.forEach(stack::push);
    }

    private void swap() {
        leaveHomes(2);
        Operand top = stack.pop();
        Operand under = stack.pop();
        stack.push(top);
        stack.push(under);
    }

    /** Makes elements independent of their depth: a home belongs to one depth only. */
    private void leaveHomes(int count) {
        List<Integer> inHomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (stack.peek(i) instanceof Operand.InSlot) {
                inHomes.add(i);
            }
        }
        inHomes.forEach(stack::topToRegister);
    }
}
