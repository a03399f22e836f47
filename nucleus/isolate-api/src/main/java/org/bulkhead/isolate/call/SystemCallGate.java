package org.bulkhead.isolate.call;

/** What answers system calls when no nucleus is there: a test's model of it. */
@FunctionalInterface
public interface SystemCallGate {
    /**
     * {@return what the nucleus would put into rax; see {@link org.bulkhead.nucleus.abi.SystemCall} for numbers and arguments}
     *
     * @param number which call
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @param e fifth argument
     */
    long call(int number, long a, long b, long c, long d, long e);

    /** {@return the state of the isolate that makes the calls; whoever simulates more than one overrides this} */
    default IsolateState state() {
        return IsolateState.only();
    }
}
