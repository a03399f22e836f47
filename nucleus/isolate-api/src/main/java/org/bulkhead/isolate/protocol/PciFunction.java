package org.bulkhead.isolate.protocol;

import java.util.HexFormat;

/**
 * A function of a device on the PCI bus, as its configuration registers describe it (PCI Local Bus Specification 3.0, chapter 6).
 *
 * @param address bus in bits 15 to 8, device in bits 7 to 3, function in bits 2 to 0
 * @param vendor number of the vendor
 * @param device the vendor's number of the device
 * @param classCode class, subclass and programming interface, 8 bits each
 * @param interruptLine line 0 to 15 that the firmware assigned to its interrupt, or {@link #NO_INTERRUPT}
 * @param bars its six base address registers, as the firmware set them
 * @param sizes how many ports or bytes lie behind each, 0 if the register does not exist
 */
public record PciFunction(int address, int vendor, int device, int classCode, int interruptLine, @MaxLength(PciFunction.BARS) int[] bars,
        @MaxLength(PciFunction.BARS) int[] sizes) {
    /** Number of base address registers. */
    public static final int BARS = 6;
    /** In place of an interrupt line: the function has none. */
    public static final int NO_INTERRUPT = 0xFF;

    private static final HexFormat HEX = HexFormat.of();
    private static final int PORT_SPACE = 1;
    private static final int PORT_FLAGS = 3;
    private static final int MEMORY_FLAGS = 0xF;
    private static final int MEMORY_WIDTH = 6;
    private static final int MEMORY_64_BITS = 4;

    /**
     * Throws IllegalArgumentException unless there are as many base address registers, and sizes, as a function has.
     *
     * @param address bus, device and function
     * @param vendor number of the vendor
     * @param device the vendor's number of the device
     * @param classCode class, subclass and programming interface
     * @param interruptLine 0 to 15, or {@link #NO_INTERRUPT}
     * @param bars {@link #BARS} base address registers
     * @param sizes {@link #BARS} sizes
     */
    public PciFunction {
        if (bars.length != BARS || sizes.length != BARS) {
            throw new IllegalArgumentException(bars.length + " base address registers and " + sizes.length + " sizes, a function has " + BARS);
        }
    }

    /**
     * {@return whether ports lie behind base address register {@code bar}}
     *
     * @param bar number of the register, 0 to 5
     */
    public boolean hasPorts(int bar) {
        return sizes[bar] != 0 && (bars[bar] & PORT_SPACE) != 0;
    }

    /**
     * {@return whether memory lies behind base address register {@code bar}, below 4 GiB}
     *
     * @param bar number of the register, 0 to 5
     */
    public boolean hasMemory(int bar) {
        boolean memory = sizes[bar] != 0 && (bars[bar] & PORT_SPACE) == 0;
        return memory && ((bars[bar] & MEMORY_WIDTH) != MEMORY_64_BITS || bar + 1 < BARS && bars[bar + 1] == 0);
    }

    /**
     * {@return the first port or the physical address behind base address register {@code bar}}
     *
     * @param bar number of the register, 0 to 5
     */
    public long base(int bar) {
        int flags = (bars[bar] & PORT_SPACE) != 0 ? PORT_FLAGS : MEMORY_FLAGS;
        return (bars[bar] & ~flags) & 0xFFFF_FFFFL;
    }

    /** {@return the place in the customary notation, {@code bus:device.function} in hexadecimal digits} */
    public String place() {
        return HEX.toHexDigits(address >>> 8, 2) + ':' + HEX.toHexDigits(address >>> 3 & 0x1F, 2) + '.' + (address & 7);
    }

    /** {@return vendor and device in the customary notation} */
    public String numbers() {
        return HEX.toHexDigits(vendor, 4) + ':' + HEX.toHexDigits(device, 4);
    }
}
