package org.bulkhead.drivers.pci;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.PciFunction;

/** Finds the functions on the buses, in the order of their addresses, each bus behind the bridge that leads to it. */
final class Enumeration {
    private static final int DEVICES = 32;
    private static final int FUNCTIONS = 8;
    private static final int BUSES = 256;
    private static final int BUS_SHIFT = 8;
    private static final int DEVICE_SHIFT = 3;
    /** A bridge uses the places of the other base address registers for its own purposes. */
    private static final int BRIDGE_BARS = 2;
    private static final int PORT_SPACE = 1;
    private static final int PORT_FLAGS = 3;
    private static final int PORT_MASK = 0xFFFF;
    private static final int MEMORY_FLAGS = 0xF;
    private static final int MEMORY_WIDTH = 7;
    private static final int MEMORY_64_BITS = 4;
    private static final int BYTE = 0xFF;

    private final ConfigurationSpace space;
    private final Memory memory;
    private final List<PciFunction> found = new ArrayList<>();
    private final boolean[] seen = new boolean[BUSES];

    /** What was found in an earlier life. */
    interface Memory {
        /** Returns what was found at an address, or null. */
        PciFunction recall(int address);
    }

    /** Looks through {@code space}; what {@code memory} recalls is not examined again, since somebody uses it by now. */
    Enumeration(ConfigurationSpace space, Memory memory) {
        this.space = space;
        this.memory = memory;
    }

    /** Returns all functions, an empty list if there is no PCI bus. */
    List<PciFunction> run() {
        if (space.isPresent()) {
            bus(0);
        }
        return found;
    }

    private void bus(int bus) {
        if (seen[bus]) {
            return;
        }
        seen[bus] = true;
        for (int device = 0; device < DEVICES; device++) {
            int first = bus << BUS_SHIFT | device << DEVICE_SHIFT;
            if (!exists(first)) {
                continue;
            }
            int functions = (header(first) & ConfigurationSpace.HEADER_MULTIPLE_FUNCTIONS) != 0 ? FUNCTIONS : 1;
            for (int address = first; address < first + functions; address++) {
                if (exists(address)) {
                    function(address);
                }
            }
        }
    }

    private boolean exists(int address) {
        return (space.read(address, ConfigurationSpace.NUMBERS) & ConfigurationSpace.NO_VENDOR) != ConfigurationSpace.NO_VENDOR;
    }

    private int header(int address) {
        return space.read(address, ConfigurationSpace.HEADER) >>> ConfigurationSpace.HEADER_SHIFT & BYTE;
    }

    private void function(int address) {
        boolean bridge = (header(address) & ConfigurationSpace.HEADER_TYPE_MASK) == ConfigurationSpace.HEADER_BRIDGE;
        PciFunction known = memory.recall(address);
        found.add(known != null ? known : examine(address, bridge ? BRIDGE_BARS : PciFunction.BARS));
        if (bridge) {
            bus(space.read(address, ConfigurationSpace.BUSES) >>> ConfigurationSpace.SECONDARY_BUS_SHIFT & BYTE);
        }
    }

    private PciFunction examine(int address, int barCount) {
        int numbers = space.read(address, ConfigurationSpace.NUMBERS);
        int[] bars = new int[PciFunction.BARS];
        int[] sizes = new int[PciFunction.BARS];
        // While a register holds the pattern that tells its size, the function must not answer at that address.
        int command = space.command(address, 0, ConfigurationSpace.COMMAND_PORTS | ConfigurationSpace.COMMAND_MEMORY);
        for (int bar = 0; bar < barCount; bar++) {
            bars[bar] = space.read(address, register(bar));
            sizes[bar] = size(address, bar, bars[bar]);
            if ((bars[bar] & MEMORY_WIDTH) == MEMORY_64_BITS && bar + 1 < barCount) {
                bar++;
                bars[bar] = space.read(address, register(bar));
            }
        }
        space.write(address, ConfigurationSpace.COMMAND, command);
        return new PciFunction(address, numbers & 0xFFFF, numbers >>> 16, space.read(address, ConfigurationSpace.CLASS) >>> ConfigurationSpace.CLASS_SHIFT,
            space.read(address, ConfigurationSpace.INTERRUPT) & BYTE, bars, sizes);
    }

    /** Returns how much lies behind a base address register: the bits of the address that it lets be set (§6.2.5.1). */
    private int size(int address, int bar, int value) {
        space.write(address, register(bar), -1);
        int settable = space.read(address, register(bar));
        space.write(address, register(bar), value);
        if (settable == 0) {
            return 0;
        }
        if ((settable & PORT_SPACE) != 0) {
            return (~(settable & ~PORT_FLAGS) & PORT_MASK) + 1 & PORT_MASK;
        }
        return Math.max(0, ~(settable & ~MEMORY_FLAGS) + 1);
    }

    private static int register(int bar) {
        return ConfigurationSpace.BARS + bar * Integer.BYTES;
    }
}
