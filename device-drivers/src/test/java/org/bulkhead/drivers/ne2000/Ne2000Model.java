package org.bulkhead.drivers.ne2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.vm.magic.Address;

/** An NE2000 whose other end of the cable the test holds: registers, memory, ring, filter and interrupt, after the data sheet and independent of the driver's own constants. */
final class Ne2000Model implements PortAccess {
    static final int BASE = 0xC100;
    static final int LINE = 11;

    private static final long SEND_NANOS = 1_200_000;
    private static final int MEMORY = 0x4000;
    private static final int MEMORY_END = 0x8000;
    private static final byte[] STATION = {(byte) 0xB0, (byte) 0xC4, 0x20, 0, 0, 1};

    /** What goes wrong. */
    enum Trouble { NONE, NEVER_SENDS, LOSES_INTERRUPTS, LOSES_CARRIER, DEAD_MEMORY }

    private final IsolateTestkit kit;
    private final SimulatedLine line;
    private final byte[] memory = new byte[0x10000];
    private final byte[] page1 = new byte[16];
    private final List<byte[]> sent = new ArrayList<>();
    private int command = 0x21;
    private int ringStart;
    private int ringStop;
    private int boundary;
    private int sendPage;
    private int sendCount;
    private int status = 0x80;
    private int remoteAddress;
    private int remoteCount;
    private int receiveConfiguration;
    private int sendConfiguration;
    private int dataConfiguration;
    private int mask;
    private int sendStatus;
    private int missed;
    private int resets;
    private boolean jammed;
    Trouble trouble = Trouble.NONE;

    Ne2000Model(IsolateTestkit kit) {
        this.kit = kit;
        line = kit.line(LINE);
        for (int i = 0; i < STATION.length; i++) {
            memory[2 * i] = STATION[i];
            memory[2 * i + 1] = STATION[i];
        }
    }

    List<byte[]> sent() {
        return sent;
    }

    int resets() {
        return resets;
    }

    /** The line follows the status as far as the mask lets it through. */
    private void update() {
        if ((status & mask & 0x7F) != 0 && trouble != Trouble.LOSES_INTERRUPTS) {
            line.hold();
        } else {
            line.release();
        }
    }

    private void finishSending() {
        if ((command & 4) == 0 || trouble == Trouble.NEVER_SENDS) {
            return;
        }
        command &= ~4;
        if (trouble == Trouble.LOSES_CARRIER) {
            sendStatus = 0x10;
            status |= 8;
        } else {
            sent.add(Arrays.copyOfRange(memory, sendPage << 8, (sendPage << 8) + sendCount));
            sendStatus = 1;
            status |= 2;
        }
        update();
    }

    /** Returns whether the filters let a frame in. */
    private boolean accepts(byte[] frame) {
        if ((receiveConfiguration & 0x20) != 0) {
            return false;
        }
        if ((receiveConfiguration & 0x10) != 0) {
            return true;
        }
        boolean broadcast = true;
        boolean own = true;
        for (int i = 0; i < 6; i++) {
            broadcast &= frame[i] == -1;
            own &= frame[i] == page1[1 + i];
        }
        if (broadcast) {
            return (receiveConfiguration & 4) != 0;
        }
        if ((frame[0] & 1) != 0) {
            int bit = hash(frame);
            return (receiveConfiguration & 8) != 0 && (page1[8 + bit / 8] >> bit % 8 & 1) != 0;
        }
        return own;
    }

    /** The reflected form of the same checksum, read from its other end: another way than the driver's. */
    private static int hash(byte[] frame) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(frame, 0, 6);
        return Integer.reverse(~(int) crc.getValue()) >>> 26;
    }

    /** Lets a frame arrive from the line. */
    void arrive(byte[] frame) {
        arrive(frame, 1);
    }

    /** Lets a frame arrive that the chip gives the status {@code frameStatus}. */
    void arrive(byte[] frame, int frameStatus) {
        if ((command & 1) != 0 || (sendConfiguration & 6) != 0 || !accepts(frame)) {
            return;
        }
        int count = frame.length + 4;
        int pages = (count + 4 + 255) / 256;
        int current = page1[7] & 0xFF;
        int free = (boundary - current + ringStop - ringStart) % (ringStop - ringStart);
        if (jammed || pages > free) {
            jammed = true;
            missed++;
            status |= 0x10;
            update();
            return;
        }
        int next = current + pages;
        next = next >= ringStop ? next - (ringStop - ringStart) : next;
        byte[] stored = new byte[frame.length + 4];
        stored[0] = (byte) frameStatus;
        stored[1] = (byte) next;
        stored[2] = (byte) count;
        stored[3] = (byte) (count >> 8);
        System.arraycopy(frame, 0, stored, 4, frame.length);
        int at = current << 8;
        for (byte each : stored) {
            memory[at++] = each;
            at = at == ringStop << 8 ? ringStart << 8 : at;
        }
        page1[7] = (byte) next;
        status |= 1;
        update();
    }

    /** Does what a damaged driver may: selects a page of registers that is of no use to anybody. */
    void loseRegisters() {
        command |= 0xC0;
    }

    /** Overwrites the header of the frame that was received last. */
    void corruptRing() {
        memory[(ringStart + 1) * 256 + 1] = 0x7F;
    }

    @Override
    public int inByte(int port) {
        int offset = port - BASE;
        if (offset == 0x1F) {
            resets++;
            status = 0x80;
            update();
            // The page of registers stays selected : a reset clears other bits only.
            command = 0x21 | command & 0xC0;
            jammed = false;
            return 0;
        }
        if (offset == 0) {
            return command;
        }
        if ((command & 0xC0) == 0x40) {
            return page1[offset] & 0xFF;
        }
        if ((command & 0xC0) != 0) {
            return 0;
        }
        return switch (offset) {
            case 3 -> boundary;
            case 4 -> sendStatus;
            case 7 -> status;
            case 0xD, 0xE -> 0;
            case 0xF -> {
                int count = missed;
                missed = 0;
                yield count;
            }
            default -> throw new AssertionError("read of register " + offset);
        };
    }

    @Override
    public void outByte(int port, int whole) {
        int offset = port - BASE;
        int value = whole & 0xFF;
        if (offset == 0x1F) {
            return;
        }
        if (offset == 0) {
            command(value);
        } else if ((command & 0xC0) == 0x40) {
            page1[offset] = (byte) value;
        } else {
            page0(offset, value);
        }
    }

    private void command(int value) {
        boolean starts = (value & 2) != 0;
        if ((value & 0x38) == 0) {
            throw new AssertionError("command without a remote transfer or its abort");
        }
        if ((value & 4) != 0) {
            if (!starts || sendCount < 60 || sendConfiguration != 0) {
                throw new AssertionError("frame of " + sendCount + " bytes sent by a card that is not set up");
            }
            command = value;
            kit.after(SEND_NANOS, this::finishSending);
            return;
        }
        command = value & ~4 | command & 4;
        if (starts) {
            status &= ~0x80;
        } else {
            status |= 0x80;
            if (jammed && trouble == Trouble.NONE) {
                // What was being sent ends while the driver waits, which it must before it starts again.
                jammed = false;
            }
        }
    }

    private void page0(int offset, int value) {
        switch (offset) {
            case 1 -> ringStart = value;
            case 2 -> ringStop = value;
            case 3 -> boundary = value;
            case 4 -> sendPage = value;
            case 5 -> sendCount = sendCount & 0xFF00 | value;
            case 6 -> sendCount = sendCount & 0xFF | value << 8;
            case 7 -> status &= ~(value & 0x7F);
            case 8 -> remoteAddress = remoteAddress & 0xFF00 | value;
            case 9 -> remoteAddress = remoteAddress & 0xFF | value << 8;
            case 0xA -> remoteCount = remoteCount & 0xFF00 | value;
            case 0xB -> remoteCount = remoteCount & 0xFF | value << 8;
            case 0xC -> receiveConfiguration = value;
            case 0xD -> sendConfiguration = value;
            case 0xE -> dataConfiguration = value;
            case 0xF -> mask = value;
            default -> throw new AssertionError("write of register " + offset);
        }
        update();
    }

    private int transfer(int bytes, int direction) {
        if ((dataConfiguration & 1) == 0 || (command & 0x38) != direction || bytes > remoteCount || remoteAddress + bytes > memory.length) {
            throw new AssertionError("transfer of " + bytes + " bytes, " + remoteCount + " were announced, command " + Integer.toHexString(command));
        }
        int from = remoteAddress;
        remoteAddress += bytes;
        remoteCount -= bytes;
        if (remoteCount == 0 && trouble != Trouble.DEAD_MEMORY) {
            status |= 0x40;
        }
        return from;
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        int from = transfer(2 * count, 0x08);
        for (int i = 0; i < 2 * count; i++) {
            to.storeByte(memory[from + i], i);
        }
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        int to = transfer(2 * count, 0x10);
        if (to < MEMORY || to + 2 * count > MEMORY_END) {
            throw new AssertionError("write outside of the card's memory, to " + Integer.toHexString(to));
        }
        for (int i = 0; i < 2 * count; i++) {
            memory[to + i] = from.loadByte(i);
        }
    }
}
