package org.bulkhead.vm.runtime.thread;

/** What a thread is doing. */
public enum ThreadState {
    /** Made, never started. */
    NEW,
    /** Running, or waiting for its turn to run. */
    RUNNABLE,
    /** Waiting to enter a monitor. */
    BLOCKED,
    /** In {@code Object.wait}. */
    WAITING,
    /** In {@code LockSupport.park}. */
    PARKED,
    /** In {@code Thread.sleep}. */
    SLEEPING,
    /** Waiting for something from outside the program: a notification, input. */
    OUTSIDE,
    /** Waiting for another thread that initialises a class. */
    INITIALIZING,
    /** Has run the main method to its end and waits for the threads that are no daemons. */
    ENDING,
    /** Over. */
    TERMINATED
}
