package org.bulkhead.drivers.ata.readahead;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.TransferMode;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What reading ahead asks of the disk, and that nobody gets anything but what is on it. */
class ReadAheadTest {
    private static final int BLOCK = 512;
    private static final int BLOCKS = 300;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final byte[] medium = new byte[BLOCKS * BLOCK];
    /** What was asked of the disk: {@code read 0 8} for eight blocks from block 0 on. */
    private final List<String> requests = new ArrayList<>();
    private ReadAhead ahead;

    private final class Disk implements BlockDevice {
        @Override
        public Geometry geometry(int unit) throws DeviceException {
            if (unit != 0) {
                throw new DeviceException("no disk at unit " + unit);
            }
            return new Geometry(BLOCKS, BLOCK, "model");
        }

        private int place(int unit, long first, int bytes) throws DeviceException {
            if (first < 0 || first + bytes / BLOCK > geometry(unit).blocks() || bytes == 0 || bytes % BLOCK != 0) {
                throw new DeviceException("not there");
            }
            return (int) first * BLOCK;
        }

        @Override
        public void read(int unit, long first, ByteBuffer into) throws DeviceException {
            requests.add("read " + first + ' ' + into.remaining() / BLOCK);
            into.put(medium, place(unit, first, into.remaining()), into.remaining());
        }

        @Override
        public void write(int unit, long first, ByteBuffer from) throws DeviceException {
            requests.add("write " + first + ' ' + from.remaining() / BLOCK);
            from.get(medium, place(unit, first, from.remaining()), from.remaining());
        }

        @Override
        public void flush(int unit) {
            requests.add("flush");
        }

        @Override
        public TransferMode transferMode(TransferMode wanted) {
            return wanted;
        }
    }

    @BeforeEach
    void start() {
        new Random(3).nextBytes(medium);
        ahead = new ReadAhead(new Disk());
    }

    private void read(long first, int count) throws DeviceException {
        ByteBuffer into = ByteBuffer.allocate(count * BLOCK);
        ahead.read(0, first, into);
        assertEquals(0, into.remaining());
        assertArrayEquals(Arrays.copyOfRange(medium, (int) first * BLOCK, (int) (first + count) * BLOCK), into.array(), "blocks " + first + " to " + (first + count));
    }

    @Test
    void smallStepsAreReadInLargeOnes() throws DeviceException {
        for (int block = 0; block < BLOCKS; block += 10) {
            read(block, 10);
        }
        assertEquals(List.of("read 0 10", "read 10 64", "read 70 64", "read 130 64", "read 190 64", "read 250 50"), requests);
    }

    @Test
    void whoeverJumpsOrReadsMuchIsNotReadAheadFor() throws DeviceException {
        read(0, 128);
        read(128, 64);
        read(5, 3);
        read(50, 3);
        assertEquals(List.of("read 0 128", "read 128 64", "read 5 3", "read 50 3"), requests);
    }

    @Test
    void whatWasWrittenIsRead() throws DeviceException {
        read(0, 1);
        read(1, 1);
        ahead.write(0, 2, ByteBuffer.wrap(new byte[BLOCK]));
        read(2, 1);
        assertEquals(List.of("read 0 1", "read 1 64", "write 2 1", "read 2 64"), requests);
    }

    @Test
    void mistakesAreTheDisksToReport() throws DeviceException {
        read(298, 2);
        assertThrows(DeviceException.class, () -> ahead.read(0, 300, ByteBuffer.allocate(BLOCK)));
        assertThrows(DeviceException.class, () -> ahead.read(0, 10, ByteBuffer.allocate(BLOCK + 1)));
        assertThrows(DeviceException.class, () -> ahead.read(1, 0, ByteBuffer.allocate(BLOCK)));
        assertThrows(DeviceException.class, () -> ahead.read(-1, 0, ByteBuffer.allocate(BLOCK)));
        read(0, 4);
    }
}
