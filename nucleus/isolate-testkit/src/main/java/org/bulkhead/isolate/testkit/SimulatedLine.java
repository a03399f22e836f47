package org.bulkhead.isolate.testkit;

import org.bulkhead.isolate.testkit.machine.SimulatedMachine;

/** An interrupt line as the device sees that is wired to it. The processor takes the interrupt at the next system call or port access, or when the test next calls the testkit, unless it is masked. */
public final class SimulatedLine {
    private final SimulatedMachine machine;
    private final int number;

    SimulatedLine(SimulatedMachine machine, int number) {
        this.machine = machine;
        this.number = number;
    }

    /** Interrupts once, as a device on an ISA bus does; while the line is masked that is remembered, but not how often. */
    public void pulse() {
        machine.pulse(number);
    }

    /** Interrupts until {@link #release}, whenever the line is not masked, as a device on a PCI bus does. */
    public void hold() {
        machine.hold(number);
    }

    /** Ends {@link #hold}. */
    public void release() {
        machine.release(number);
    }

    /** {@return whether the nucleus holds the line's interrupts back: it has notified, and the driver has not said {@code done}} */
    public boolean isMasked() {
        return machine.isMasked(number);
    }
}
