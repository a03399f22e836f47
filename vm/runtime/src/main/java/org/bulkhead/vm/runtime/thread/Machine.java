package org.bulkhead.vm.runtime.thread;

/** What the scheduler cannot do by itself. */
interface Machine {
    /** Returns nanoseconds since some fixed moment. */
    long nanoTime();

    /** Waits, with all threads, for {@code nanos} nanoseconds, more than 0. May return earlier. */
    void idle(long nanos);

    /** Waits, with all threads, until something has come from outside the program for those who wait for that, or for {@code nanos} nanoseconds, 0 or more. Returns whether something has come. */
    boolean awaitArrival(long nanos);

    /** Continues with thread {@code to} where it stopped; returns when somebody continues with {@code from}. Allocates no objects. */
    void change(VmThread from, VmThread to);

    /** Lets the running thread run for a whole slice from now on before it polls the scheduler again. */
    void newSlice();

    /** Is told that all threads wait for each other or for nobody. Never returns. */
    void deadlocked();
}
