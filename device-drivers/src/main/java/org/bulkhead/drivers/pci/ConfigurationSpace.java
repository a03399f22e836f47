package org.bulkhead.drivers.pci;

import org.bulkhead.isolate.PortRange;

/** The configuration registers of all functions, by configuration mechanism #1 (PCI Local Bus Specification 3.0, §3.2.2.3.2): an address port, and a window on the register that it names. */
final class ConfigurationSpace {
    // Registers of 32 bits; what shares one is named by the shift of its bits (chapter 6).
    static final int NUMBERS = 0x00;
    static final int COMMAND = 0x04;
    static final int CLASS = 0x08;
    static final int CLASS_SHIFT = 8;
    static final int HEADER = 0x0C;
    static final int HEADER_SHIFT = 16;
    static final int BARS = 0x10;
    static final int BUSES = 0x18;
    static final int SECONDARY_BUS_SHIFT = 8;
    static final int INTERRUPT = 0x3C;
    /** Bytes of a function's registers. */
    static final int SIZE = 256;

    static final int COMMAND_PORTS = 1;
    static final int COMMAND_MEMORY = 2;
    static final int COMMAND_BUS_MASTER = 4;
    /** The upper half of that register is the status, whose bits are cleared by writing ones. */
    static final int COMMAND_MASK = 0xFFFF;

    static final int HEADER_TYPE_MASK = 0x7F;
    static final int HEADER_BRIDGE = 1;
    static final int HEADER_MULTIPLE_FUNCTIONS = 0x80;
    /** Vendor that no function has: what is read where there is none. */
    static final int NO_VENDOR = 0xFFFF;

    private static final int ADDRESS_PORT = 0;
    private static final int DATA_PORT = 4;
    private static final int ENABLED = 0x8000_0000;
    private static final int FUNCTION_SHIFT = 8;

    private final PortRange ports;

    ConfigurationSpace(PortRange ports) {
        this.ports = ports;
    }

    /** Returns whether the machine has a PCI bus that is reached this way. */
    boolean isPresent() {
        ports.writeInt(ADDRESS_PORT, ENABLED);
        return ports.readInt(ADDRESS_PORT) == ENABLED;
    }

    /** Returns the register at {@code offset} of the function at {@code address}; all ones if there is none. */
    int read(int address, int offset) {
        select(address, offset);
        return ports.readInt(DATA_PORT);
    }

    void write(int address, int offset, int value) {
        select(address, offset);
        ports.writeInt(DATA_PORT, value);
    }

    /** Sets the bits {@code set} and clears the bits {@code cleared} of a function's command; returns what it was. */
    int command(int address, int set, int cleared) {
        int before = read(address, COMMAND) & COMMAND_MASK;
        write(address, COMMAND, before & ~cleared | set);
        return before;
    }

    private void select(int address, int offset) {
        ports.writeInt(ADDRESS_PORT, ENABLED | address << FUNCTION_SHIFT | offset);
    }
}
