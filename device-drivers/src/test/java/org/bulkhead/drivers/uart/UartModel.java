package org.bulkhead.drivers.uart;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.vm.magic.Address;

/** A 16550A whose other end the test holds. */
final class UartModel implements PortAccess {
    private static final int BASE = 0x3F8;
    private static final int FIFO = 16;
    private static final int LINE = 4;
    /** Time to send a full transmitter at 115200 baud. */
    private static final long SENDING_NANOS = 1_388_889;

    private final IsolateTestkit kit;
    private final SimulatedLine line;
    private final Deque<Integer> received = new ArrayDeque<>();
    private final Deque<Integer> transmitting = new ArrayDeque<>();
    private final StringBuilder sent = new StringBuilder();
    private int enabled;
    private int lineControl;
    private int divisor;
    private int fifoControl;
    private int scratch;
    private int accesses;
    private Runnable thenDo;
    private boolean sending;
    private boolean emptyPending;
    boolean stuck;

    UartModel(IsolateTestkit kit) {
        this.kit = kit;
        line = kit.line(LINE);
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

    /** The line rises, or stays as it is: the chip asks as long as there is a reason. */
    private void raise() {
        if (asks()) {
            line.hold();
        } else {
            line.release();
        }
    }

    private void send() {
        if (!sending && !stuck) {
            sending = true;
            kit.after(SENDING_NANOS, this::sent16);
        }
    }

    private void sent16() {
        sending = false;
        transmitting.forEach(c -> sent.append((char) c.intValue()));
        transmitting.clear();
        emptyPending = true;
        raise();
    }

    /** Has something done as soon as access number {@code n} of the registers, counted from now on, has been made. */
    void afterAccess(int n, Runnable what) {
        accesses = n;
        thenDo = what;
    }

    private void accessed() {
        if (accesses > 0 && --accesses == 0) {
            thenDo.run();
        }
    }

    @Override
    public int inByte(int port) {
        accessed();
        switch (port - BASE) {
            case 0 -> {
                int next = received.isEmpty() ? 0 : received.remove();
                raise();
                return next;
            }
            case 2 -> {
                boolean asks = asks();
                boolean empty = received.isEmpty();
                if (asks && empty) {
                    emptyPending = false;
                }
                raise();
                return asks ? empty ? 0xC2 : 0xC4 : 0xC1;
            }
            case 5 -> {
                return (received.isEmpty() ? 0 : 1) | (transmitting.isEmpty() ? 0x60 : 0);
            }
            case 7 -> {
                return scratch;
            }
            default -> throw new AssertionError("read of port " + Integer.toHexString(port));
        }
    }

    @Override
    public void outByte(int port, int value) {
        accessed();
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
                    send();
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
                    raise();
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
            case 7 -> scratch = value & 0xFF;
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
