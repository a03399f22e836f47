package org.bulkhead.drivers.ata;

import java.util.Arrays;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.vm.magic.Address;

/** A channel with up to two disks, as its registers show it: each step of a command makes it busy until time passes, then it interrupts. It may have a bus master, which moves sectors by itself. */
final class AtaModel implements PortAccess {
    private static final int COMMAND_BLOCK = 0x1F0;
    private static final int CONTROL = 0x3F6;
    /** First port of the bus master's channel. */
    static final int MASTER = 0xC040;
    private static final int SECTOR = 512;
    private static final int READY = 0x40;
    private static final int ABORTED = 0x04;
    private static final int LINE = 14;
    static final long BUSY_NANOS = 100_000;
    private static final int LAST_DESCRIPTOR = 0x8000_0000;
    private static final int MODE_NONE = 0x0007;
    private static final int MODE_MULTIWORD_2 = 0x0407;

    /** What goes wrong. */
    enum Trouble { NONE, LOSES_INTERRUPTS, NEVER_READY, BAD_BLOCK, BUS_MASTER_FAILS, BUS_MASTER_HANGS, DISK_REFUSES_DMA }

    private final IsolateTestkit kit;
    private final SimulatedLine line;
    private final byte[][] disks = new byte[2][];
    private final int[] registers = new int[8];
    /** What the address registers held before they were last written, which commands for 48 bits take as the upper half. */
    private final int[] previous = new int[8];
    private final long[] origins = new long[2];
    private final int[] multiple = {0, 0};
    private final byte[] data = new byte[256 * SECTOR];
    private int dataAt;
    private int dataEnd;
    private int groupEnd;
    private long writeBlock = -1;
    private int lastCommand;
    private int masterCommand;
    private int masterStatus;
    private int descriptors;
    private Runnable whenMasterStarts;
    private final int[] dmaModes = {MODE_NONE, MODE_NONE};
    private int status = READY;
    private int error;
    private boolean identifying;
    private Runnable afterBusy;
    private int resets;
    Trouble trouble = Trouble.NONE;

    AtaModel(IsolateTestkit kit, byte[] master, byte[] slave) {
        this.kit = kit;
        line = kit.line(LINE);
        disks[0] = master;
        disks[1] = slave;
    }

    /** Lets the content of a disk begin at sector {@code origin}: of what is before there is none. A disk that ends beyond 28 bits has addresses of 48. */
    void setOrigin(int unit, long origin) {
        origins[unit] = origin;
    }

    /** Returns the code of the last command. */
    int lastCommand() {
        return lastCommand;
    }

    /** Returns whether the bus master has been started and not stopped. */
    boolean masterIsStarted() {
        return (masterCommand & 1) != 0;
    }

    private long sectors(int unit) {
        return origins[unit] + disks[unit].length / SECTOR;
    }

    private int at(long block) {
        return (int) (block - origins[unit()]) * SECTOR;
    }

    int resets() {
        return resets;
    }

    private int unit() {
        return registers[TaskFile.DEVICE] >> TaskFile.DEVICE_UNIT_SHIFT & 1;
    }

    private void busyThen(Runnable next) {
        status = READY | TaskFile.STATUS_BUSY;
        afterBusy = next;
        kit.after(BUSY_NANOS, () -> finish(next));
    }

    private void finish(Runnable next) {
        if (afterBusy != next || trouble == Trouble.NEVER_READY) {
            return;
        }
        afterBusy = null;
        status &= ~TaskFile.STATUS_BUSY;
        next.run();
        if (trouble != Trouble.LOSES_INTERRUPTS) {
            line.pulse();
        }
    }

    @Override
    public void outInt(int port, int value) {
        if (port != MASTER + 4) {
            throw new AssertionError("32 bits to port " + port);
        }
        descriptors = value;
    }

    private void writeMaster(int register, int value) {
        switch (register) {
            case 0 -> {
                masterCommand = value;
                masterStatus &= (value & 1) == 0 ? ~1 : ~0;
                runMaster();
            }
            case 2 -> masterStatus &= ~(value & 6);
            default -> throw new AssertionError("write to register " + register + " of the bus master");
        }
    }

    @Override
    public int inByte(int port) {
        if (port >= MASTER && port < MASTER + 8) {
            return port == MASTER + 2 ? masterStatus : masterCommand;
        }
        if (port == CONTROL || port == COMMAND_BLOCK + TaskFile.STATUS) {
            return disks[unit()] == null ? 0 : status;
        }
        return port == COMMAND_BLOCK + TaskFile.ERROR ? error : registers[port - COMMAND_BLOCK];
    }

    @Override
    public void outByte(int port, int value) {
        int low = value & 0xFF;
        if (port >= MASTER && port < MASTER + 8) {
            writeMaster(port - MASTER, low);
            return;
        }
        if (port == CONTROL) {
            if ((low & TaskFile.CONTROL_RESET) != 0) {
                resets++;
                multiple[0] = 0;
                multiple[1] = 0;
                afterBusy = null;
                whenMasterStarts = null;
                trouble = trouble == Trouble.NEVER_READY ? Trouble.NONE : trouble;
                status = READY;
            }
            return;
        }
        if (port != COMMAND_BLOCK + TaskFile.COMMAND) {
            previous[port - COMMAND_BLOCK] = registers[port - COMMAND_BLOCK];
            registers[port - COMMAND_BLOCK] = low;
        } else if (disks[unit()] != null) {
            command(low);
        }
    }

    private void command(int code) {
        identifying = false;
        writeBlock = -1;
        error = 0;
        lastCommand = code;
        long lower = registers[TaskFile.LBA_LOW] | registers[TaskFile.LBA_MID] << 8 | registers[TaskFile.LBA_HIGH] << 16;
        long block = lower | (registers[TaskFile.DEVICE] & 0xFL) << 24;
        long longBlock = lower | (previous[TaskFile.LBA_LOW] | (long) previous[TaskFile.LBA_MID] << 8 | (long) previous[TaskFile.LBA_HIGH] << 16) << 24;
        int count = registers[TaskFile.SECTOR_COUNT];
        int longCount = count | previous[TaskFile.SECTOR_COUNT] << 8;
        switch (code) {
            case 0xEC -> busyThen(this::identify);
            case 0xC6 -> busyThen(() -> multiple[unit()] = count);
            case 0xEF -> setFeatures(registers[TaskFile.FEATURES], count);
            case 0xC8 -> startDma(block, count, true);
            case 0x25 -> startDma(longBlock, longCount, true);
            case 0xCA -> startDma(block, count, false);
            case 0x35 -> startDma(longBlock, longCount, false);
            case 0xE7, 0xEA -> busyThen(() -> { });
            case 0x20 -> startRead(block, count, 1);
            case 0xC4 -> startRead(block, count, multiple[unit()]);
            case 0x24 -> startRead(longBlock, longCount, 1);
            case 0x29 -> startRead(longBlock, longCount, multiple[unit()]);
            case 0x30 -> startWrite(block, count, 1);
            case 0xC5 -> startWrite(block, count, multiple[unit()]);
            case 0x34 -> startWrite(longBlock, longCount, 1);
            case 0x39 -> startWrite(longBlock, longCount, multiple[unit()]);
            default -> abort();
        }
    }

    private void setFeatures(int feature, int mode) {
        if (feature == 3 && mode == 0x22) {
            busyThen(() -> dmaModes[unit()] = MODE_MULTIWORD_2);
        } else {
            abort();
        }
    }

    /** The disk requests data until the bus master, whenever that is started, has moved all of them. */
    private void startDma(long block, int count, boolean read) {
        if (dmaModes[unit()] == MODE_NONE || trouble == Trouble.DISK_REFUSES_DMA) {
            abort();
            return;
        }
        status = READY | TaskFile.STATUS_DATA_REQUEST;
        whenMasterStarts = () -> {
            if (((masterCommand & 8) != 0) != read) {
                throw new AssertionError("the bus master goes the other way than the disk");
            }
            if (trouble != Trouble.BUS_MASTER_HANGS) {
                masterStatus |= 1;
                busyThen(() -> moveByMaster(block, count * SECTOR, read));
                status = READY | TaskFile.STATUS_DATA_REQUEST;
            }
        };
        runMaster();
    }

    private void runMaster() {
        if ((masterCommand & 1) != 0 && whenMasterStarts != null) {
            Runnable start = whenMasterStarts;
            whenMasterStarts = null;
            start.run();
        }
    }

    private void moveByMaster(long block, int bytes, boolean read) {
        status = READY;
        masterStatus = masterStatus & ~1 | 4;
        if (trouble == Trouble.BUS_MASTER_FAILS) {
            masterStatus |= 2;
            return;
        }
        if (trouble == Trouble.BAD_BLOCK) {
            error = 0x40;
            status |= TaskFile.STATUS_ERROR;
            return;
        }
        int disk = at(block);
        int moved = 0;
        for (int at = descriptors; moved < bytes; at += 8) {
            long descriptor = word(at);
            int size = (int) (descriptor >>> 32) & 0xFFFF;
            int physical = (int) descriptor;
            for (int i = 0; i < (size == 0 ? 0x10000 : size); i++, moved++) {
                if (read) {
                    kit.memory().write(physical + i, disks[unit()][disk + moved]);
                } else {
                    disks[unit()][disk + moved] = (byte) kit.memory().read(physical + i);
                }
            }
            if (((int) (descriptor >>> 32) & LAST_DESCRIPTOR) != 0 && moved != bytes) {
                throw new AssertionError("descriptors for " + moved + " bytes, and " + bytes + " to be moved");
            }
        }
    }

    private long word(int physical) {
        long word = 0;
        for (int i = 7; i >= 0; i--) {
            word = word << 8 | kit.memory().read(physical + i);
        }
        return word;
    }

    private void startRead(long block, int count, int group) {
        if (group == 0) {
            abort();
        } else {
            busyThen(() -> read(block, count, group));
        }
    }

    private void startWrite(long block, int count, int group) {
        if (group == 0) {
            abort();
        } else {
            writeBlock = block;
            offer(count * SECTOR, group * SECTOR);
        }
    }

    private void abort() {
        busyThen(() -> {
            error = ABORTED;
            status |= TaskFile.STATUS_ERROR;
        });
    }

    private int group;

    private void offer(int bytes, int groupBytes) {
        dataAt = 0;
        dataEnd = bytes;
        group = groupBytes;
        groupEnd = Math.min(groupBytes, bytes);
        status = READY | TaskFile.STATUS_DATA_REQUEST;
    }

    private void read(long block, int count, int sectors) {
        if (trouble == Trouble.BAD_BLOCK) {
            error = 0x40;
            status |= TaskFile.STATUS_ERROR;
            return;
        }
        System.arraycopy(disks[unit()], at(block), data, 0, count * SECTOR);
        offer(count * SECTOR, sectors * SECTOR);
    }

    private void identify() {
        identifying = true;
        Arrays.fill(data, 0, SECTOR, (byte) 0);
        String model = "TEST DISK " + unit() + " ".repeat(29);
        for (int i = 0; i < 40; i++) {
            data[TaskFile.IDENTITY_MODEL + (i ^ 1)] = (byte) model.charAt(i);
        }
        data[TaskFile.IDENTITY_MULTIPLE] = (byte) (unit() == 0 ? 16 : 0);
        long sectors = sectors(unit());
        put(60, Math.min(sectors, 1L << 28), 4);
        if (sectors > 1L << 28) {
            put(83, 1 << 10, 2);
            put(100, sectors, 8);
        }
        put(49, 1 << 8, 2);
        put(63, dmaModes[unit()], 2);
        offer(SECTOR, SECTOR);
    }

    private void put(int word, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            data[2 * word + i] = (byte) (value >>> 8 * i);
        }
    }

    @Override
    public void inShorts(int port, Address to, int count) {
        for (int i = 0; i < 2 * count; i++) {
            to.storeByte(data[dataAt++], i);
        }
        if (dataAt > groupEnd) {
            throw new AssertionError("read " + (dataAt - groupEnd) + " bytes more than the disk had offered");
        }
        endOfGroup();
    }

    @Override
    public void outShorts(int port, Address from, int count) {
        for (int i = 0; i < 2 * count; i++) {
            data[dataAt++] = from.loadByte(i);
        }
        endOfGroup();
    }

    private void endOfGroup() {
        if (dataAt != groupEnd) {
            return;
        }
        boolean complete = dataAt == dataEnd;
        if (writeBlock >= 0) {
            long block = writeBlock;
            busyThen(() -> {
                if (complete) {
                    System.arraycopy(data, 0, disks[unit()], at(block), dataEnd);
                } else {
                    nextGroup();
                }
            });
        } else if (complete) {
            status = READY;
        } else {
            busyThen(this::nextGroup);
        }
    }

    private void nextGroup() {
        groupEnd = Math.min(groupEnd + group, dataEnd);
        status = READY | TaskFile.STATUS_DATA_REQUEST;
    }
}
