package org.bulkhead.vm.compiler.simple;

import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Register;

/** Hands out the places of arguments in order, by the calling convention (see the compiler's package documentation). */
final class ArgumentLocations {
    private static final List<Register> INTEGER = List.of(Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9);
    private static final List<Register> FLOATING = List.of(Register.XMM0, Register.XMM1, Register.XMM2, Register.XMM3,
        Register.XMM4, Register.XMM5, Register.XMM6, Register.XMM7);
    private static final int IN_REGISTER = -1;

    private int integers;
    private int floats;
    private int words;

    /**
     * Where one argument goes.
     *
     * @param register null if it goes on the stack
     * @param word number of the 8-byte word on the stack
     */
    record Location(Register register, int word) {}

    Location next(Kind kind) {
        if (kind.isFloating()) {
            return floats < FLOATING.size() ? new Location(FLOATING.get(floats++), IN_REGISTER) : new Location(null, words++);
        }
        return integers < INTEGER.size() ? new Location(INTEGER.get(integers++), IN_REGISTER) : new Location(null, words++);
    }

    /** Returns the words on the stack that were handed out so far. */
    int stackWords() {
        return words;
    }

    /** Returns the register of integer argument number {@code index}, one of the first six. */
    static Register integer(int index) {
        return INTEGER.get(index);
    }

    /** Returns the register of floating-point argument number {@code index}, one of the first eight. */
    static Register floating(int index) {
        return FLOATING.get(index);
    }
}
