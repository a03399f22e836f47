package org.bulkhead.drivers.pci;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** Configuration registers of functions behind the two ports of configuration mechanism #1; base address registers keep only the bits of their size, as in hardware. */
final class PciBusModel implements PortAccess {
    private static final int ADDRESS_PORT = 0xCF8;
    private static final int DATA_PORT = 0xCFC;

    /** One function. */
    static final class Function {
        final int[] registers = new int[64];
        final int[] writable = new int[64];

        Function(int vendor, int device, int classCode) {
            registers[0] = device << 16 | vendor;
            registers[2] = classCode << 8 | 0x42;
            registers[0x3C / 4] = 0x0100 | 0xFF;
            writable[1] = 0x0407;
        }

        Function multiple() {
            registers[3] |= 0x80_0000;
            return this;
        }

        Function bridgeTo(int bus) {
            registers[3] |= 0x01_0000;
            registers[0x18 / 4] = bus << 8;
            return this;
        }

        Function interrupt(int line) {
            registers[0x3C / 4] = 0x0100 | line;
            return this;
        }

        Function command(int bits) {
            // The upper half are status bits, which a write of ones would clear.
            registers[1] = 0xFFFF_0000 | bits;
            return this;
        }

        /** Adds a base address register, {@code flags} being its fixed low bits. */
        Function bar(int number, int value, int size, int flags) {
            registers[4 + number] = value | flags;
            writable[4 + number] = -size;
            return this;
        }

        int register(int offset) {
            return registers[offset / 4];
        }

        private void write(int index, int value) {
            boolean decodes = (registers[1] & 3) != 0;
            if (index >= 4 && index < 10 && decodes && value == -1) {
                throw new AssertionError("the size was asked for while the function answers at the address");
            }
            int low = index == 1 ? registers[1] & 0xFFFF_0000 & ~value : registers[index] & ~writable[index];
            registers[index] = low & ~writable[index] | value & writable[index];
        }
    }

    private final Map<Integer, Function> functions = new HashMap<>();
    private int address;
    boolean present = true;

    Function add(int place, Function function) {
        functions.put(place, function);
        return function;
    }

    private Function selected() {
        return address < 0 ? functions.get(address >> 8 & 0xFFFF) : null;
    }

    @Override
    public int inInt(int port) {
        if (!present) {
            return -1;
        }
        if (port == ADDRESS_PORT) {
            return address;
        }
        Function function = selected();
        return port == DATA_PORT && function != null ? function.registers[address >> 2 & 63] : -1;
    }

    @Override
    public void outInt(int port, int value) {
        if (port == ADDRESS_PORT) {
            address = value & 0x80FF_FFFC;
        } else if (port == DATA_PORT && selected() != null) {
            selected().write(address >> 2 & 63, value);
        }
    }

    @Override
    public int inByte(int port) {
        throw new AssertionError("byte access to port " + Integer.toHexString(port));
    }

    @Override
    public void outByte(int port, int value) {
        throw new AssertionError("byte access to port " + Integer.toHexString(port));
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("no bulk port");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("no bulk port");
    }
}
