package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Register;

/** Where an element of the operand stack is. */
sealed interface Operand {
    Kind kind();

    /** A number as its bits (int: sign-extended), or null. */
    record Constant(Kind kind, long bits) implements Operand {
        /** Returns whether the bits can be an immediate, which is 32 bits and sign-extended. */
        boolean isImmediate() {
            return !kind.isFloating() && bits == (int) bits;
        }

        boolean isNull() {
            return kind == Kind.REFERENCE;
        }
    }

    /** An object of the image: a string literal or a class. */
    record ImageObject(Symbol symbol) implements Operand {
        @Override
        public Kind kind() {
            return Kind.REFERENCE;
        }
    }

    /** The value that a local has now. */
    record Local(Kind kind, int index) implements Operand {}

    /** A register of its own or shared with other elements; never written while it is one. */
    record InRegister(Kind kind, Register register, Nullness nullness) implements Operand {}

    /** The element's home slot. */
    record InSlot(Kind kind, int slot) implements Operand {}

    /** What is known of a reference. */
    enum Nullness { NON_NULL, UNKNOWN }

    static Operand in(Kind kind, Register register) {
        return new InRegister(kind, register, Nullness.UNKNOWN);
    }

    static Operand ofInt(int value) {
        return new Constant(Kind.INT, value);
    }

    static Operand ofLong(long value) {
        return new Constant(Kind.LONG, value);
    }

    static Operand ofNull() {
        return new Constant(Kind.REFERENCE, 0);
    }
}
