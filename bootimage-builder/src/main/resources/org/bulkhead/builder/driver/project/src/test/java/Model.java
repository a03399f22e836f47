package {{package}};

import org.bulkhead.isolate.PortAccess;
import org.bulkhead.vm.magic.Address;

/** A converter as software sees it: three registers in front of 256 colours. */
final class {{Name}}Model implements PortAccess {
    private static final int READ_NUMBER = 0x3C7;
    private static final int WRITE_NUMBER = 0x3C8;
    private static final int DATA = 0x3C9;
    private static final int PARTS = 3;

    private final int[] values = new int[{{Name}}Device.COLOURS * PARTS];
    private int reading;
    private int writing;

    /** Returns the colour that is shown. */
    Colour colour(int number) {
        return new Colour(values[number * PARTS], values[number * PARTS + 1], values[number * PARTS + 2]);
    }

    @Override
    public int inByte(int port) {
        if (port != DATA) {
            throw new AssertionError("read of port 0x" + Integer.toHexString(port));
        }
        return values[reading++ % values.length];
    }

    @Override
    public void outByte(int port, int value) {
        switch (port) {
            case READ_NUMBER -> reading = value * PARTS;
            case WRITE_NUMBER -> writing = value * PARTS;
            case DATA -> values[writing++ % values.length] = value & {{Name}}Device.BRIGHTEST;
            default -> throw new AssertionError("write of port 0x" + Integer.toHexString(port));
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("the converter has no 16-bit registers");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("the converter has no 16-bit registers");
    }
}
