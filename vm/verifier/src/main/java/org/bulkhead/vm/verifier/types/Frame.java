package org.bulkhead.vm.verifier.types;

import java.util.Arrays;
import org.bulkhead.vm.verifier.Site;
import org.bulkhead.vm.verifier.types.VerificationType.Kind;

/** The types of the local variables and operands before an instruction (JVMS 4.10.1.4). Changes as instructions are followed. */
final class Frame {
    private final VerificationType[] locals;
    private final VerificationType[] stack;
    private final int maxStack;
    private final Site site;
    private int operands;
    private int slots;
    private boolean awaitsInitialization;

    /** A frame with nothing in it. */
    Frame(int maxLocals, int maxStack, Site site) {
        locals = new VerificationType[maxLocals];
        Arrays.fill(locals, VerificationType.TOP);
        stack = new VerificationType[maxStack];
        this.maxStack = maxStack;
        this.site = site;
    }

    private Frame(Frame other) {
        locals = other.locals.clone();
        stack = other.stack.clone();
        maxStack = other.maxStack;
        site = other.site;
        operands = other.operands;
        slots = other.slots;
        awaitsInitialization = other.awaitsInitialization;
    }

    Frame copy() {
        return new Frame(this);
    }

    /** Returns a copy with nothing but an exception on the stack: how a handler begins. */
    Frame forHandler(VerificationType exception) {
        Frame handler = new Frame(this);
        handler.clearStack();
        handler.push(exception);
        return handler;
    }

    void clearStack() {
        Arrays.fill(stack, 0, operands, null);
        operands = 0;
        slots = 0;
    }

    void push(VerificationType type) {
        if (slots + type.slots() > maxStack) {
            throw site.unverifiable("the operand stack would have " + (slots + type.slots()) + " slots; the method has " + maxStack);
        }
        stack[operands++] = type;
        slots += type.slots();
    }

    /** Takes the topmost operand. */
    VerificationType pop() {
        if (operands == 0) {
            throw site.unverifiable("the operand stack is empty where an operand is needed");
        }
        VerificationType type = stack[--operands];
        stack[operands] = null;
        slots -= type.slots();
        return type;
    }

    VerificationType local(int index) {
        return locals[index];
    }

    void setLocal(int index, VerificationType type) {
        // What overlaps with the half of a long or double destroys all of it.
        if (index > 0 && locals[index - 1].isWide()) {
            locals[index - 1] = VerificationType.TOP;
        }
        if (locals[index].isWide()) {
            locals[index + 1] = VerificationType.TOP;
        }
        if (type.isWide()) {
            if (locals[index + 1].isWide()) {
                locals[index + 2] = VerificationType.TOP;
            }
            locals[index + 1] = VerificationType.TOP;
        }
        locals[index] = type;
    }

    int localCount() {
        return locals.length;
    }

    /** Replaces a type wherever it stands: an object has been initialised. */
    void replace(VerificationType old, VerificationType now) {
        replaceLocals(old, now);
        for (int i = 0; i < operands; i++) {
            stack[i] = stack[i].equals(old) ? now : stack[i];
        }
    }

    /** Returns whether an operand is of exactly this type. */
    boolean hasOperand(VerificationType type) {
        for (int i = 0; i < operands; i++) {
            if (stack[i].equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** Replaces a type in the local variables only. */
    void replaceLocals(VerificationType old, VerificationType now) {
        Arrays.setAll(locals, i -> locals[i].equals(old) ? now : locals[i]);
    }

    /** Returns whether {@code this} is still to be initialised, wherever it is (the flag of JVMS 4.10.1.4). */
    boolean awaitsInitialization() {
        return awaitsInitialization;
    }

    void setAwaitsInitialization(boolean value) {
        awaitsInitialization = value;
    }

    /** Sets what a stack map does not say itself: {@code this} is to be initialised if some local variable is that. */
    void findAwaitsInitialization() {
        awaitsInitialization = Arrays.stream(locals).anyMatch(each -> each.kind() == Kind.UNINITIALIZED_THIS);
    }

    /** Returns why this frame may not go on as {@code target}, or null if it may. */
    String mismatch(Frame target, Assignability types) {
        if (operands != target.operands || slots != target.slots) {
            return "the operand stack has " + slots + " slots here and " + target.slots + " there";
        }
        if (awaitsInitialization && !target.awaitsInitialization) {
            return "this is not initialised here, and there it is";
        }
        for (int i = 0; i < locals.length; i++) {
            if (!types.isAssignable(locals[i], target.locals[i])) {
                return "local variable " + i + " is " + locals[i] + " here and " + target.locals[i] + " there";
            }
        }
        for (int i = 0; i < operands; i++) {
            if (!types.isAssignable(stack[i], target.stack[i])) {
                return "operand " + i + " is " + stack[i] + " here and " + target.stack[i] + " there";
            }
        }
        return null;
    }

    /** Merges another frame into this one, as code without stack maps needs it; returns whether this one has changed. */
    boolean merge(Frame other, Assignability types) {
        if (operands != other.operands || slots != other.slots) {
            throw site.unverifiable("the operand stack has " + other.slots + " slots on one way here and " + slots + " on another");
        }
        boolean changed = other.awaitsInitialization && !awaitsInitialization;
        awaitsInitialization |= other.awaitsInitialization;
        for (int i = 0; i < locals.length; i++) {
            VerificationType merged = types.merge(locals[i], other.locals[i]);
            changed |= !merged.equals(locals[i]);
            locals[i] = merged;
        }
        for (int i = 0; i < operands; i++) {
            VerificationType merged = types.merge(stack[i], other.stack[i]);
            if (merged.kind() == Kind.TOP) {
                throw site.unverifiable("operand " + i + " is " + other.stack[i] + " on one way here and " + stack[i] + " on another");
            }
            changed |= !merged.equals(stack[i]);
            stack[i] = merged;
        }
        return changed;
    }
}
