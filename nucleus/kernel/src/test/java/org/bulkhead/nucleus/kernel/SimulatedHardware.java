package org.bulkhead.nucleus.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.nucleus.kernel.hardware.Hardware;

/** A machine without a processor: ports that answer as far as the nucleus asks, a counter for time, and notes of what was done. */
final class SimulatedHardware extends Hardware {
    /** Ticks per second that the simulated timer makes the nucleus measure. */
    static final long FREQUENCY = 100_000_000;

    private static final int FIRST_DEVICE_PORT = 0xC000;
    private static final int DEVICE_PORTS_END = 0x1_0000;

    /** The machine was stopped. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String text) {
            super(text);
        }
    }

    final StringBuilder console = new StringBuilder();
    final StringBuilder serial = new StringBuilder();
    /** What was written to ports that belong to no part of a PC's own, one after the other. */
    final List<String> outputs = new ArrayList<>();
    final Map<Integer, Integer> written = new HashMap<>();
    final List<Long> invalidated = new ArrayList<>();
    /** What devices' ports read as. */
    int deviceStatus;
    long ticks;
    long root;
    long faultAddress;
    int inService;
    private boolean counting;

    @Override
    public int in(int port) {
        switch (port) {
            case 0x61:
                if (counting) {
                    counting = false;
                    ticks += FREQUENCY / 100;
                    return 0x20;
                }
                return 0;
            case 0x3FD:
                return 0x60;
            case 0x20:
            case 0xA0:
                return inService;
            default:
                return port >= FIRST_DEVICE_PORT && port < DEVICE_PORTS_END ? deviceStatus : 0xFF;
        }
    }

    @Override
    public void out(int port, int value) {
        written.put(port, value & 0xFF);
        if (port >= FIRST_DEVICE_PORT && port < DEVICE_PORTS_END) {
            outputs.add("0x" + Integer.toHexString(port) + "=" + Integer.toHexString(value));
        }
        if (port == 0x3F8 && value != 1) {
            serial.append((char) value);
        }
        if (port == 0xE9) {
            console.append((char) value);
        }
        if (port == 0x43 && (value & 0xFF) == 0xB0) {
            in(0x61);
        }
        if (port == 0x61 && (value & 1) != 0) {
            counting = true;
        }
    }

    @Override
    public void outInt(int port, int value) {
        written.put(port, value);
        outputs.add("0x" + Integer.toHexString(port) + "=" + Integer.toHexString(value));
    }

    @Override
    public long timestamp() {
        return ticks;
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
        invalidated.add(address);
    }

    @Override
    public void writeModelRegister(int number, long value) {
        written.put(number, (int) value);
    }

    @Override
    public void saveFloatingPoint(long area) {}

    @Override
    public void restoreFloatingPoint(long area) {}

    @Override
    public void stop() {
        throw new Stopped(console.toString());
    }
}
