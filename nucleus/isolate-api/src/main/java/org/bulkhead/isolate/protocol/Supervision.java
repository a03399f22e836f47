package org.bulkhead.isolate.protocol;

/** What the supervisor does for others. */
@Protocol
public interface Supervision {
    /** Name of the service. */
    String SERVICE = "supervisor";

    /** Returns the isolate in place {@code index} of the nucleus's table, or null beyond the last. */
    @Idempotent
    @Nullable
    ProcessInfo process(int index);

    /** Returns death number {@code sequence}, counted from 0 since boot, or null if it has not happened or is forgotten. */
    @Idempotent
    @Nullable
    DeathInfo death(int sequence);

    /** Kills the isolate of that name; if it is permanent it comes back. */
    void kill(String name) throws SupervisionException;

    /** Starts a program that is not running, with a number as its argument. */
    void start(String name, long argument) throws SupervisionException;

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

    /** Switches the machine off; {@code status} is passed to an emulator. Does not return. */
    void halt(int status);
}
