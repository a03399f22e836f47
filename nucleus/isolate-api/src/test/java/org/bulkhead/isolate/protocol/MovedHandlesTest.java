package org.bulkhead.isolate.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.Loopback;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.protocol.sample.Carrier;
import org.bulkhead.isolate.protocol.sample.CarrierClient;
import org.bulkhead.isolate.protocol.sample.CarrierDispatcher;
import org.bulkhead.isolate.protocol.sample.CarrierServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handles as parameters of a protocol. */
class MovedHandlesTest {
    private final List<Integer> arrived = new ArrayList<>();
    private Loopback loopback;
    private Carrier client;

    private final class Server implements CarrierServer {
        @Override
        public int bring(int number, Handle handle) {
            arrived.add(handle.number());
            return number + 1;
        }

        @Override
        public String bringWith(String text, ByteBuffer from, Handle first, Handle second) {
            arrived.add(first.number());
            arrived.add(second.number());
            return text + from.get(0) + from.remaining();
        }

        @Override
        public void bringAndWait(Lease from, Handle handle, BringAndWaitReply reply) {
            arrived.add(handle.number());
            reply.answer(from.length());
        }
    }

    @BeforeEach
    void start() {
        loopback = new Loopback();
        client = new CarrierClient(loopback.queue(new CarrierDispatcher(new Server())));
    }

    @Test
    void aHandleIsTheServersUnderItsOwnNumber() {
        assertEquals(6, client.bring(5, new Handle(3)));
        assertEquals(List.of(103), arrived);
        assertEquals(List.of(), loopback.closed());
    }

    @Test
    void handlesTravelBesideTextAndLentMemory() {
        ByteBuffer lent = RawMemory.allocateBuffer(16);
        lent.put(0, (byte) 7);
        assertEquals("hello716", client.bringWith("hello", lent, new Handle(4), new Handle(9)));
        assertEquals(16, client.bringAndWait(lent, new Handle(5)));
        assertEquals(List.of(104, 109, 105), arrived);
    }

    @Test
    void aRequestWithoutItsHandleOrWithAnotherLeaseIsRefused() {
        Message served = loopback.served();
        served.begin(CarrierDispatcher.BRING, 4).setInt(0, 1);
        assertEquals(Outcome.REFUSE, loopback.serve());
        assertThrows(RuntimeException.class, () -> client.bringWith("hello", RawMemory.allocateBuffer(65), new Handle(4), new Handle(9)));
        assertEquals(List.of(), arrived);
    }
}
