package org.bulkhead.isolate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DmaChannelTest {
    private static final long BUFFER = AddressSpaceLayout.WINDOWS_START + 3 * AddressSpaceLayout.WINDOW_SIZE;
    private static final int BYTES = 0x2000;
    private static final int HANDLE = 3;

    private final List<String> calls = new ArrayList<>();
    private boolean ready;
    private DmaChannel channel;

    @BeforeEach
    void start() {
        Simulation.start(this::answer).map(BUFFER, BYTES);
        Manifest manifest = new Manifest.Builder(0, "driver", "Driver").pci("controller", 0x8086, 0x7010, -1, true, false)
            .bar("registers", 0, BarKind.PORTS, 0, 8).bar("channel", 4, BarKind.DMA, 0, BYTES).build();
        channel = new Grants(new Manifest[] {manifest}, 0, 0, 0, null).pci("controller").orElseThrow().dma("channel");
    }

    private long answer(int number, long a, long b, long c, long d, long e) {
        if (number == SystemCall.HANDLE_INFO) {
            Address.fromLong(b).storeLong(HandleKind.DMA.ordinal(), HandleRecord.KIND.ordinal() * Long.BYTES);
            Address.fromLong(b).storeLong(BYTES, HandleRecord.B.ordinal() * Long.BYTES);
            return 0;
        }
        assertEquals(HANDLE, a, "behind interrupt and registers");
        calls.add(number + " " + b + " " + c + " " + d);
        switch (number) {
            case SystemCall.DMA_READY:
                ready = true;
                return BUFFER;
            case SystemCall.DMA_START:
                return ready ? 0 : ErrorCode.QUARANTINED.result;
            default:
                return 0x64;
        }
    }

    @Test
    void aChannelIsInQuarantineUntilTheDeviceIsReset() {
        assertEquals(BYTES, channel.length());
        assertThrows(IllegalStateException.class, channel::buffer);
        NucleusException refusal = assertThrows(NucleusException.class, () -> channel.start(DmaChannel.Direction.TO_MEMORY, 0, 512));
        assertEquals("DMA channel channel: QUARANTINED", refusal.getMessage());
        ByteBuffer buffer = channel.ready();
        assertEquals(BYTES, buffer.capacity());
        Address.fromLong(BUFFER).storeInt(4711, 8);
        assertEquals(4711, channel.buffer().getInt(8));
    }

    @Test
    void transfersAreAskedForAsTheyAre() {
        channel.ready();
        calls.clear();
        channel.start(DmaChannel.Direction.TO_MEMORY, 512, 1024);
        channel.start(DmaChannel.Direction.FROM_MEMORY, 0, BYTES);
        assertEquals(DmaChannel.INTERRUPT, channel.stop());
        assertEquals(List.of("28 0 512 1024", "28 1 0 8192", "29 0 0 0"), calls);
    }
}
