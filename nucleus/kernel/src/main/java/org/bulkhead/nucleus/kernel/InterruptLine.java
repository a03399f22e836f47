package org.bulkhead.nucleus.kernel;

/** An interrupt line of the machine, and the isolate that it notifies. */
public final class InterruptLine {
    /** Line number, 0 to 15. */
    public final int number;
    /** Whom it notifies, or null: the line is masked. */
    public Isolate owner;
    /** Which notification bit. */
    public int bit;

    public InterruptLine(int number) { this.number = number; }
}
