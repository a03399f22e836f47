package org.bulkhead.drivers.vga;

import java.util.Arrays;
import org.bulkhead.drivers.terminal.VideoMemory;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** A VGA in text mode: memory, and the registers that such a driver uses. */
final class VgaModel implements PortAccess, VideoMemory {
    private static final int UNITS = 0x4000;

    final char[] memory = new char[UNITS];
    final int[] crt = new int[0x19];
    final int[] attributes = new int[0x15];
    boolean pictureOn = true;
    private int crtIndex;
    private int attributeIndex;
    /** Whether the attribute controller expects data. */
    boolean expectsData;

    VgaModel() {
        attributes[0x10] = 0x0C;
        crt[0x0A] = 0x20;
        Arrays.fill(memory, (char) 0x0741);
    }

    String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            text.append((char) (memory[row * 80 + i] & 0xFF));
        }
        return text.toString().stripTrailing();
    }

    int colours(int row, int column) {
        return memory[row * 80 + column] >> 8;
    }

    int cursor() {
        return crt[0x0E] << 8 | crt[0x0F];
    }

    @Override
    public int get(int index) {
        return memory[index];
    }

    @Override
    public void get(char[] into) {
        System.arraycopy(memory, 0, into, 0, into.length);
    }

    @Override
    public void put(int index, int value) {
        memory[index] = (char) value;
    }

    @Override
    public int inByte(int port) {
        if (port != 0x3DA) {
            throw new AssertionError("read of port " + Integer.toHexString(port));
        }
        expectsData = false;
        return 0;
    }

    @Override
    public void outByte(int port, int value) {
        switch (port) {
            case 0x3C0 -> {
                if (expectsData) {
                    attributes[attributeIndex] = value & 0xFF;
                } else {
                    attributeIndex = value & 0x1F;
                    pictureOn = (value & 0x20) != 0;
                }
                expectsData = !expectsData;
            }
            case 0x3D4 -> crtIndex = value & 0xFF;
            case 0x3D5 -> crt[crtIndex] = value & 0xFF;
            default -> throw new AssertionError("write of port " + Integer.toHexString(port));
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("no 16-bit ports");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("no 16-bit ports");
    }
}
