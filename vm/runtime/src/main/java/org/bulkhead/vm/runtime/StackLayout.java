package org.bulkhead.vm.runtime;

/** The stack discipline that compiler and runtime agree on. */
public final class StackLayout {
    /**
     * Bytes below a method's frame that its prologue makes sure of: the least that code without a probe ({@link org.bulkhead.vm.magic.NoStackProbe}) finds below itself,
     * in particular the code that makes the StackOverflowError.
     */
    public static final int STACK_RESERVE = 32 << 10;
    /** Bytes below a stack that stay unmapped: more than the largest frame and the reserve, so that no probe can jump over them. */
    public static final int GUARD_SIZE = 2 << 20;

    private StackLayout() {}
}
