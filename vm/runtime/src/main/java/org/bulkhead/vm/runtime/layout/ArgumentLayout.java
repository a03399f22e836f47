package org.bulkhead.vm.runtime.layout;

/**
 * The places of arguments in a call of a method whose parameters are known at run time only ({@code Magic.invokeForObject}), as indexes of its two arrays.
 *
 * <pre>
 *   0 ..  5  integer registers: rdi, rsi, rdx, rcx, r8, r9
 *   6 .. 13  floating-point registers: xmm0 … xmm7
 *  14 ..     words on the stack, the first lowest
 * </pre>
 * Arguments take the next free integer or floating-point register of their kind, or the next word on the stack, from left to right, the receiver first: the compiler's calling convention.
 */
public final class ArgumentLayout {
    /** Number of integer registers. */
    public static final int INTEGERS = 6;
    /** Number of floating-point registers. */
    public static final int FLOATS = 8;
    /** Index of the first word on the stack. */
    public static final int STACK = INTEGERS + FLOATS;

    private ArgumentLayout() {}
}
