package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.Hardware;

import org.bulkhead.nucleus.kernel.hardware.KernelLog;

/** The privileged side of the machine: page-table root, timer, the pair of interrupt controllers, debug port; other ports are the devices'. */
final class SimulatedHardware extends Hardware {
    /** Ticks of the time-stamp counter per second, so that a tick is a nanosecond. */
    static final long FREQUENCY = 1_000_000_000;
    static final long TICK = FREQUENCY / Clock.TICKS_PER_SECOND;

    private static final int DEBUG_PORT = 0xE9;
    private static final int TIMER_OUTPUT = 0x20;
    private static final int TIMER_GATE = 1;
    private static final long CALIBRATION = FREQUENCY / 100;
    private static final int SERIAL_PORTS = 6;
    private static final int SERIAL_STATUS = KernelLog.SERIAL + 5;
    private static final int SERIAL_READY = 0x60;

    /** The nucleus stopped the machine. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String text) {
            super(text);
        }
    }

    final InterruptPins pins = new InterruptPins();
    private final VirtualClock clock;
    private final PortMap ports;
    private final StringBuilder console = new StringBuilder();
    private long root;
    private long faultAddress;
    private long nextTick = VirtualClock.NEVER;
    private boolean counting;

    SimulatedHardware(VirtualClock clock, PortMap ports) {
        this.clock = clock;
        this.ports = ports;
    }

    long root() {
        return root;
    }

    void setFaultAddress(long address) {
        faultAddress = address;
    }

    /** Returns what the nucleus's log has been given. */
    String console() {
        return console.toString();
    }

    /** Returns when the timer interrupts next. */
    long nextTick() {
        return nextTick;
    }

    /** Raises the timer's interrupt if it is time. */
    void raiseDueTick() {
        if (nextTick <= clock.now()) {
            nextTick += TICK;
            pins.pulse(Clock.LINE);
        }
    }

    @Override
    public int in(int port) {
        if (InterruptPins.has(port)) {
            return pins.read(port);
        }
        if (port == Clock.GATE_PORT) {
            if (counting) {
                counting = false;
                clock.pass(CALIBRATION);
                return TIMER_OUTPUT;
            }
            return 0;
        }
        if (isConsole(port)) {
            return port == SERIAL_STATUS ? SERIAL_READY : 0;
        }
        return ports.at(port).inByte(port);
    }

    @Override
    public void out(int port, int value) {
        if (InterruptPins.has(port)) {
            pins.write(port, value & 0xFF);
        } else if (port == Clock.GATE_PORT) {
            counting = (value & TIMER_GATE) != 0;
        } else if (port >= Clock.FIRST_PORT && port < Clock.FIRST_PORT + Clock.PORTS) {
            nextTick = clock.now() + TICK;
        } else if (port == DEBUG_PORT) {
            console.append((char) (value & 0xFF));
        } else if (!isConsole(port)) {
            ports.at(port).outByte(port, value);
        }
    }

    @Override
    public void outInt(int port, int value) {
        ports.at(port).outInt(port, value);
    }

    /** The serial port while it is the nucleus's console of last resort: what goes there is in the log as well. */
    private static boolean isConsole(int port) {
        return port >= KernelLog.SERIAL && port < KernelLog.SERIAL + SERIAL_PORTS;
    }

    @Override
    public long timestamp() {
        return clock.now();
    }

    @Override
    public long faultAddress() {
        return faultAddress;
    }

    @Override
    public void loadPageTables(long physical) {
        root = physical;
    }

    @Override
    public void invalidate(long address) {
        // Nothing that a walk has found is remembered across a visit to the nucleus.
    }

    @Override
    public void writeModelRegister(int number, long value) {
        // Where the entry code is: there is none.
    }

    @Override
    public void saveFloatingPoint(long area) {
        // HotSpot's threads keep their own.
    }

    @Override
    public void restoreFloatingPoint(long area) {
        // HotSpot's threads keep their own.
    }

    @Override
    public void stop() {
        throw new Stopped("the nucleus stopped the machine:\n" + console);
    }
}
