package org.bulkhead.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortRangeTest {
    private final List<String> accesses = new ArrayList<>();
    private final PortRange ports = new PortRange(new PortGrant("registers", 0x1F0, 8), new PortAccess() {
        @Override
        public int inByte(int port) {
            accesses.add("in " + port);
            return 0x5A;
        }

        @Override
        public void outByte(int port, int value) {
            accesses.add("out " + port + ' ' + value);
        }

        @Override
        public void inShorts(int port, Address to, int count) {
            accesses.add("in " + port + " * " + count);
        }

        @Override
        public void outShorts(int port, Address from, int count) {
            accesses.add("out " + port + " * " + count);
        }
    });

    @BeforeEach
    void start() {
        Simulation.start((number, a, b, c, d, e) -> 0);
    }

    @Test
    void offsetsOutsideTheRangeReachNoPort() {
        assertEquals(0x5A, ports.read(7));
        assertThrows(IndexOutOfBoundsException.class, () -> ports.read(8));
        assertThrows(IndexOutOfBoundsException.class, () -> ports.write(-1, 0));
        assertEquals(List.of("in 503"), accesses);
    }

    @Test
    void bulkMovesWordsAndThePositionBehindThem() {
        ByteBuffer buffer = RawMemory.allocateBuffer(16);
        ports.readBulk(0, buffer, 6);
        ports.writeBulk(0, buffer, 10);
        assertEquals(16, buffer.position());
        assertEquals(List.of("in 496 * 3", "out 496 * 5"), accesses);
        assertThrows(IndexOutOfBoundsException.class, () -> ports.readBulk(0, buffer, 2));
        assertThrows(IllegalArgumentException.class, () -> ports.readBulk(0, ByteBuffer.allocate(2), 2));
    }

    @Test
    void anOddNumberOfBytesIsRefusedRatherThanCutOff() {
        ByteBuffer buffer = RawMemory.allocateBuffer(16);
        RawBuffer raw = RawBuffer.allocate(16);
        assertThrows(IllegalArgumentException.class, () -> ports.readBulk(0, buffer, 5));
        assertThrows(IllegalArgumentException.class, () -> ports.writeBulk(0, buffer, 1));
        assertThrows(IllegalArgumentException.class, () -> ports.readBulk(0, raw, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> ports.writeBulk(0, raw, 0, 3));
        assertEquals(0, buffer.position());
        assertEquals(List.of(), accesses);
    }
}
