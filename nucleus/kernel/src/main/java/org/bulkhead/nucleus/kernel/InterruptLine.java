package org.bulkhead.nucleus.kernel;

/** An interrupt line of the machine, and the isolate that it notifies. Its index is the line's number, 0 to 15. */
public final class InterruptLine extends KernelObject {
    /** Whom it notifies, or null: the line is masked. */
    public Isolate owner;
    /** Which notification bit. */
    public int bit;
    /** Interrupts since the machine started. */
    public long count;

    InterruptLine(int number) {
        super(number);
    }
}
