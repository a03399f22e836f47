package org.bulkhead.drivers.ata;

import java.util.Arrays;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.SimulatedLine;
import org.bulkhead.vm.magic.Address;

/** A channel with up to two disks, as its registers show it: each step of a command makes it busy until time passes, then it interrupts. */
final class AtaModel implements PortAccess {
    private static final int COMMAND_BLOCK = 0x1F0;
    private static final int CONTROL = 0x3F6;
    private static final int SECTOR = 512;
    private static final int READY = 0x40;
    private static final int ABORTED = 0x04;
    private static final int LINE = 14;
    private static final long BUSY_NANOS = 100_000;

    /** What goes wrong. */
    enum Trouble { NONE, LOSES_INTERRUPTS, NEVER_READY, BAD_BLOCK }

    private final IsolateTestkit kit;
    private final SimulatedLine line;
    private final byte[][] disks = new byte[2][];
    private final int[] registers = new int[8];
    private final int[] multiple = {0, 0};
    private final byte[] data = new byte[256 * SECTOR];
    private int dataAt;
    private int dataEnd;
    private int groupEnd;
    private int writeBlock = -1;
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
    public int inByte(int port) {
        if (port == CONTROL || port == COMMAND_BLOCK + TaskFile.STATUS) {
            return disks[unit()] == null ? 0 : status;
        }
        return port == COMMAND_BLOCK + TaskFile.ERROR ? error : registers[port - COMMAND_BLOCK];
    }

    @Override
    public void outByte(int port, int value) {
        int low = value & 0xFF;
        if (port == CONTROL) {
            if ((low & TaskFile.CONTROL_RESET) != 0) {
                resets++;
                multiple[0] = 0;
                multiple[1] = 0;
                afterBusy = null;
                trouble = trouble == Trouble.NEVER_READY ? Trouble.NONE : trouble;
                status = READY;
            }
            return;
        }
        if (port != COMMAND_BLOCK + TaskFile.COMMAND) {
            registers[port - COMMAND_BLOCK] = low;
        } else if (disks[unit()] != null) {
            command(low);
        }
    }

    private void command(int code) {
        identifying = false;
        writeBlock = -1;
        error = 0;
        int block = registers[TaskFile.LBA_LOW] | registers[TaskFile.LBA_MID] << 8 | registers[TaskFile.LBA_HIGH] << 16;
        int count = registers[TaskFile.SECTOR_COUNT];
        switch (code) {
            case TaskFile.IDENTIFY -> busyThen(this::identify);
            case TaskFile.SET_MULTIPLE -> busyThen(() -> multiple[unit()] = count);
            case TaskFile.FLUSH_CACHE -> busyThen(() -> { });
            case TaskFile.READ_SECTORS, TaskFile.READ_MULTIPLE -> {
                int group = code == TaskFile.READ_SECTORS ? 1 : multiple[unit()];
                if (group == 0) {
                    abort();
                } else {
                    busyThen(() -> read(block, count, group));
                }
            }
            case TaskFile.WRITE_SECTORS, TaskFile.WRITE_MULTIPLE -> {
                int group = code == TaskFile.WRITE_SECTORS ? 1 : multiple[unit()];
                writeBlock = block;
                offer(count * SECTOR, group * SECTOR);
            }
            default -> abort();
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

    private void read(int block, int count, int sectors) {
        if (trouble == Trouble.BAD_BLOCK) {
            error = 0x40;
            status |= TaskFile.STATUS_ERROR;
            return;
        }
        System.arraycopy(disks[unit()], block * SECTOR, data, 0, count * SECTOR);
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
        int sectors = disks[unit()].length / SECTOR;
        data[TaskFile.IDENTITY_SECTORS] = (byte) sectors;
        data[TaskFile.IDENTITY_SECTORS + 1] = (byte) (sectors >> 8);
        offer(SECTOR, SECTOR);
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
            int block = writeBlock;
            busyThen(() -> {
                if (complete) {
                    System.arraycopy(data, 0, disks[unit()], block * SECTOR, dataEnd);
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
