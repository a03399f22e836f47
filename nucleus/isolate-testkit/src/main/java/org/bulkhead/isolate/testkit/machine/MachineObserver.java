package org.bulkhead.isolate.testkit.machine;

/**
 * Sees what happens on a {@link SimulatedMachine}, and says what its programs are. Called on the thread of whatever isolate runs; what it throws stops the machine and reaches the test.
 */
public interface MachineObserver {
    /** Returns the code of a new isolate: it runs on a thread of its own, and its return or exception is the isolate's end. */
    Runnable program(int program, int incarnation, long argument);

    /** An isolate is about to enter the nucleus. */
    void before(int isolate, SystemCallRequest call);

    /** A system call of an isolate has returned; {@code result} is what it got. */
    void after(int isolate, SystemCallRequest call, long result);

    /** An isolate has died; the record at {@code address} can be read now. {@code uncaught} is what its code did not catch, or null. */
    void died(long address, Throwable uncaught);
}
