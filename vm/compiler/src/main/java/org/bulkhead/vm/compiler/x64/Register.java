package org.bulkhead.vm.compiler.x64;

/** The general-purpose registers in the order of their numbers, then the SSE registers in theirs. */
public enum Register {
    RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15,
    XMM0, XMM1, XMM2, XMM3, XMM4, XMM5, XMM6, XMM7, XMM8, XMM9, XMM10, XMM11, XMM12, XMM13, XMM14, XMM15;

    private static final int BANK = 16;
    private static final int LOW_MASK = 7;

    /** Returns whether this is one of the SSE registers. */
    public boolean isXmm() {
        return ordinal() >= BANK;
    }

    /** Returns the number within its bank, 0 to 15. */
    public int number() {
        return ordinal() % BANK;
    }

    /** Returns the three bits that go into ModRM or SIB. */
    int low() {
        return ordinal() & LOW_MASK;
    }

    /** Returns the bit that goes into REX. */
    int high() {
        return number() >> 3;
    }

    /** Returns this register as one bit of a set of registers. */
    public int bit() {
        return 1 << ordinal();
    }
}
