package org.bulkhead.drivers.uart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bulkhead.drivers.simulation.SimulatedNucleus;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** A 16550A whose other end the test holds. */
final class UartModel implements PortAccess, SimulatedNucleus.Device {
    private static final int BASE = 0x3F8;
    private static final int FIFO = 16;
    private static final int LINE = 4;

    private final SimulatedNucleus nucleus;
    private final Deque<Integer> received = new ArrayDeque<>();
    private final Deque<Integer> transmitting = new ArrayDeque<>();
    private final StringBuilder sent = new StringBuilder();
    private int enabled;
    private int lineControl;
    private int divisor;
    private int fifoControl;
    private boolean masked;
    private boolean emptyPending;
    boolean stuck;

    UartModel(SimulatedNucleus nucleus) {
        this.nucleus = nucleus;
        nucleus.use(this);
    }

    /** Returns what has come out of the line. */
    String sent() {
        return sent.toString();
    }

    int divisor() {
        return divisor;
    }

    int lineControl() {
        return lineControl;
    }

    /** Puts input into the chip, which interrupts if it may. */
    void type(String text) {
        text.chars().forEach(received::add);
        raise();
    }

    private boolean asks() {
        return (enabled & 1) != 0 && !received.isEmpty() || (enabled & 2) != 0 && emptyPending;
    }

    private void raise() {
        if (asks() && !masked) {
            masked = true;
            nucleus.notifyBits(1L << LINE);
        }
    }

    /** Sends what is in the transmitter. */
    @Override
    public boolean advance() {
        if (transmitting.isEmpty() || stuck) {
            return false;
        }
        transmitting.forEach(c -> sent.append((char) c.intValue()));
        transmitting.clear();
        emptyPending = true;
        raise();
        return masked;
    }

    @Override
    public void unmask() {
        masked = false;
        raise();
    }

    @Override
    public int inByte(int port) {
        switch (port - BASE) {
            case 0 -> {
                return received.isEmpty() ? 0 : received.remove();
            }
            case 2 -> {
                boolean asks = asks();
                boolean empty = received.isEmpty();
                if (asks && empty) {
                    emptyPending = false;
                }
                return asks ? empty ? 0xC2 : 0xC4 : 0xC1;
            }
            case 5 -> {
                return (received.isEmpty() ? 0 : 1) | (transmitting.isEmpty() ? 0x60 : 0);
            }
            default -> throw new AssertionError("read of port " + Integer.toHexString(port));
        }
    }

    @Override
    public void outByte(int port, int value) {
        switch (port - BASE) {
            case 0 -> {
                if ((lineControl & 0x80) != 0) {
                    divisor = divisor & 0xFF00 | value & 0xFF;
                } else {
                    transmitting.add(value & 0xFF);
                    emptyPending = false;
                    if (transmitting.size() > FIFO) {
                        throw new AssertionError("transmitter overrun");
                    }
                }
            }
            case 1 -> {
                if ((lineControl & 0x80) != 0) {
                    divisor = divisor & 0xFF | (value & 0xFF) << 8;
                } else {
                    if ((enabled & 2) == 0 && (value & 2) != 0 && transmitting.isEmpty()) {
                        emptyPending = true;
                    }
                    enabled = value;
                }
            }
            case 3 -> lineControl = value;
            case 2 -> {
                if (((fifoControl ^ value) & 1) != 0) {
                    received.clear();
                }
                fifoControl = value;
            }
            case 4 -> { }
            default -> throw new AssertionError("write of port " + Integer.toHexString(port));
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("a serial line has no 16-bit ports");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("a serial line has no 16-bit ports");
    }
}
