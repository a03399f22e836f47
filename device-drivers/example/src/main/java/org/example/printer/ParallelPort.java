package org.example.printer;

import org.bulkhead.isolate.InterruptLine;
import org.bulkhead.isolate.PortRange;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;

/** The registers of a parallel port, and the handshake for one character. (IBM Personal Computer Technical Reference, parallel printer adapter.) */
final class ParallelPort implements Printer {
    private static final int DATA = 0;
    private static final int STATUS = 1;
    private static final int CONTROL = 2;

    /** The printer takes a character: its busy line, upside down. */
    private static final int STATUS_NOT_BUSY = 0x80;
    private static final int STATUS_NO_PAPER = 0x20;
    private static final int STATUS_SELECTED = 0x10;

    private static final int CONTROL_STROBE = 0x01;
    private static final int CONTROL_NO_RESET = 0x04;
    private static final int CONTROL_SELECT = 0x08;
    /** The printer's acknowledgement interrupts. */
    private static final int CONTROL_INTERRUPT = 0x10;
    private static final int IDLE = CONTROL_NO_RESET | CONTROL_SELECT | CONTROL_INTERRUPT;

    private static final long PATIENCE_NANOS = 500_000_000;
    private static final long POLL_NANOS = 2_000_000;

    private final PortRange registers;
    private final InterruptLine acknowledged;

    ParallelPort(PortRange registers, InterruptLine acknowledged) {
        this.registers = registers;
        this.acknowledged = acknowledged;
        // A predecessor may have died in the middle of a character; the strobe is taken back.
        registers.write(CONTROL, IDLE);
    }

    @Override
    public boolean isReady() {
        int status = registers.read(STATUS);
        return (status & STATUS_NOT_BUSY) != 0 && (status & STATUS_SELECTED) != 0 && (status & STATUS_NO_PAPER) == 0;
    }

    @Override
    public void print(String line) throws DeviceException {
        for (int i = 0; i < line.length(); i++) {
            print(line.charAt(i));
        }
        print('\n');
    }

    private void print(char character) throws DeviceException {
        awaitReady();
        registers.write(DATA, character);
        registers.write(CONTROL, IDLE | CONTROL_STROBE);
        registers.write(CONTROL, IDLE);
    }

    private void awaitReady() throws DeviceException {
        long deadline = Nucleus.after(PATIENCE_NANOS);
        while (!isReady()) {
            if ((registers.read(STATUS) & STATUS_NO_PAPER) != 0) {
                throw new DeviceException("the printer is out of paper");
            }
            if (Nucleus.now() >= deadline) {
                throw new DeviceException("the printer does not answer");
            }
            // Not until the deadline: a printer that has acknowledged while nobody waited does not say so again.
            if (acknowledged.await(Nucleus.after(POLL_NANOS))) {
                acknowledged.done();
            }
        }
    }

    /** The printer acknowledged a character that nobody waits for. */
    void interrupted() {
        acknowledged.done();
    }
}
