package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.QueueInfo;

/** What the supervisor does for others. */
@Protocol
public interface Supervision {
    /** Name of the service. */
    String SERVICE = "supervisor";
    /** Most bytes of a death's record that one request returns. */
    int RECORD_PIECE = 64;

    /** Returns the isolate in place {@code index} of the nucleus's table, or null beyond the last. */
    @Idempotent
    @Nullable
    IsolateInfo isolate(int index);

    /** Returns program number {@code index} of the image, or null beyond the last. */
    @Idempotent
    @Nullable
    ComponentInfo component(int index);

    /** Returns the queue in place {@code index} of the nucleus's table, or null beyond the last. */
    @Idempotent
    @Nullable
    QueueInfo queue(int index);

    /** Returns the name of the service whose queue is in place {@code index} of the nucleus's table, or null if it is no service's. */
    @Idempotent
    @Nullable
    String service(int index);

    /** Returns what is in place {@code index} of the handle table of the isolate in place {@code isolate}, or null beyond the last of either. */
    @Idempotent
    @Nullable
    HandleInfo handle(int isolate, int index);

    /** Returns an interrupt line, 0 to 15, or null for other numbers. */
    @Idempotent
    @Nullable
    LineInfo line(int number);

    /** Returns how much memory there is. */
    @Idempotent
    MemoryInfo memory();

    /** Returns how many deaths there have been since boot: the number of the next. */
    @Idempotent
    int deaths();

    /** Returns death number {@code sequence}, counted from 0 since boot, or null if it has not happened or is forgotten. */
    @Idempotent
    @Nullable
    DeathInfo death(int sequence);

    /** Kills the isolate of that name; if it is permanent it comes back. */
    void kill(String name) throws SupervisionException;

    /** Starts a program that is not running, also one that was given up, with a number as its argument. */
    void start(String name, long argument) throws SupervisionException;

    /** Ends the isolate of that name if it lives, and starts it (again) at once, whatever its manifest says about restarts and delays. */
    void restart(String name) throws SupervisionException;

    /** Ends the isolate of that name, or its waiting for a restart, and leaves it down until {@link #start}; requests to its service wait in its queue. */
    void down(String name) throws SupervisionException;

    /**
     * Returns {@link #RECORD_PIECE} bytes, or what is left of it, of the {@link org.bulkhead.nucleus.abi.DeathRecord} of death number {@code sequence}, from {@code offset} on; null if it has not happened
     * or is forgotten.
     */
    @Idempotent
    @Nullable
    @MaxLength(RECORD_PIECE)
    byte[] deathRecord(int sequence, int offset);

    /** Returns whether the program of that name is alive, or about to be restarted. */
    @Idempotent
    boolean isRunning(String name) throws SupervisionException;

    /** Returns a piece of the system's log from byte {@code offset} since boot on, or from the oldest text that is kept if that is later. */
    @Idempotent
    LogPiece log(long offset);

    /** Returns the offset in the log from which on the nucleus no longer wrote it to the serial line by itself. */
    @Idempotent
    long logOffset();

    /**
     * Is told by the PCI server of a function of the bus. Returns the number of the program that drives it, or -1 if none does.
     *
     * @throws SupervisionException if somebody else tells it
     */
    @Idempotent
    int pciFunctionFound(PciFunction function) throws SupervisionException;

    /** Is told by the PCI server that it has reported all functions: now drivers are started, with their function or without. Throws SupervisionException if somebody else tells it. */
    @Idempotent
    void pciComplete() throws SupervisionException;

    /** Returns the PCI function at an address as it was first reported, or null: what a PCI server need not find out again after a restart. */
    @Idempotent
    @Nullable
    PciFunction pciFunction(int address);

    /** Returns the PCI function that was reported as number {@code index}, from 0 on, or null beyond the last. */
    @Idempotent
    @Nullable
    PciFunction pciDevice(int index);

    /** Returns the name of the program that drives the PCI function that was reported as number {@code index}, or null. */
    @Idempotent
    @Nullable
    String pciDriver(int index);

    /** Switches the machine off; {@code status} is passed to an emulator. Does not return. */
    void halt(int status);

    /** Starts the machine anew. Does not return. */
    void reboot();
}
