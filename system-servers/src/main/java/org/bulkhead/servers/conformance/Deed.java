package org.bulkhead.servers.conformance;

/** What a puppet can be told to do besides system calls: numbers that no system call has. */
final class Deed {
    private static final int FIRST = 1000;

    /** (address) → the 64 bits there. */
    static final int LOAD = FIRST;
    /** (address, value) → 0. */
    static final int STORE = FIRST + 1;
    /** (address) continues there. */
    static final int EXECUTE = FIRST + 2;
    /** (port) → the byte. */
    static final int IN = FIRST + 3;
    /** (port, byte) → 0. */
    static final int OUT = FIRST + 4;
    /** () disables interrupts. */
    static final int DISABLE_INTERRUPTS = FIRST + 5;
    /** (nanoseconds since boot) → 0, when that time has come; keeps the processor busy until then. */
    static final int SPIN = FIRST + 6;
    /** (seed, rounds) → bits of the sum of {@link Numbers}. */
    static final int CALCULATE = FIRST + 7;
    /** () throws what nobody catches. */
    static final int THROW = FIRST + 8;
    /** () calls itself without end. */
    static final int RECURSE = FIRST + 9;
    /** (a, b) → a divided by b. */
    static final int DIVIDE = FIRST + 10;
    /** (byte) → address of the first such byte from the code of the puppet on. */
    static final int FIND_CODE = FIRST + 11;
    /** () never ends, and makes no system call. */
    static final int LOOP = FIRST + 12;

    /** (address) → the 64 bits there, or {@link #NOT_MAPPED}. */
    static final int TRY_LOAD = FIRST + 13;
    /** (address, bits) → 0, or {@link #NOT_MAPPED}. */
    static final int TRY_STORE = FIRST + 14;
    /** It was a Java exception, and the puppet caught it. */
    static final long NOT_MAPPED = -4711;

    private Deed() {}
}
