package org.example.printer;

import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.vm.magic.Address;

/** A parallel port with a printer that takes a character each millisecond. */
final class PrinterModel implements PortAccess {
    private static final int BASE = 0x378;
    private static final long CHARACTER_NANOS = 1_000_000;

    /** What is wrong with the printer. */
    enum Trouble { NONE, NO_PAPER, HANGS }

    private final IsolateTestkit kit;
    private final SimulatedLine line;
    private final StringBuilder paper = new StringBuilder();
    private int data;
    private int control;
    private boolean busy;
    Trouble trouble = Trouble.NONE;

    PrinterModel(IsolateTestkit kit) {
        this.kit = kit;
        line = kit.line(7);
    }

    String paper() {
        return paper.toString();
    }

    @Override
    public int inByte(int port) {
        if (port != BASE + 1) {
            throw new AssertionError("read of register " + (port - BASE));
        }
        return (busy ? 0 : 0x80) | (trouble == Trouble.NO_PAPER ? 0x20 : 0) | 0x18;
    }

    @Override
    public void outByte(int port, int value) {
        switch (port - BASE) {
            case 0 -> data = value & 0xFF;
            case 2 -> {
                boolean rises = (value & 1) != 0 && (control & 1) == 0;
                control = value;
                if (rises) {
                    take();
                }
            }
            default -> throw new AssertionError("write of register " + (port - BASE));
        }
    }

    private void take() {
        if (busy) {
            throw new AssertionError("a character for a printer that is busy");
        }
        busy = true;
        if (trouble != Trouble.HANGS) {
            kit.after(CHARACTER_NANOS, this::acknowledge);
        }
    }

    private void acknowledge() {
        paper.append((char) data);
        busy = false;
        if ((control & 0x10) != 0) {
            line.pulse();
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        throw new AssertionError("the port has no 16-bit registers");
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        throw new AssertionError("the port has no 16-bit registers");
    }
}
