package org.bulkhead.isolate.protocol;

import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.message.Dispatcher;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.Loopback;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.protocol.sample.Everything;
import org.bulkhead.isolate.protocol.sample.EverythingClient;
import org.bulkhead.isolate.protocol.sample.EverythingDispatcher;
import org.bulkhead.isolate.protocol.sample.LaterDispatcher;
import org.bulkhead.isolate.protocol.sample.LaterServer;
import org.bulkhead.isolate.protocol.sample.Recorder;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.vm.magic.Address;

/**
 * Gives generated dispatchers and clients a message of arbitrary bytes: a dispatcher serves or refuses it, a client returns or throws what its method declares or a {@link ProtocolException}; anything
 * else is a bug. Two bytes choose the operation or method, so that most inputs get further than the first check.
 */
public final class ProtocolFuzz {
    private static final int[] OPERATIONS = {EverythingDispatcher.SCALARS, EverythingDispatcher.TEXTS, EverythingDispatcher.ARRAYS, EverythingDispatcher.TREE, EverythingDispatcher.DOUBLES,
        EverythingDispatcher.FAILS, EverythingDispatcher.LENDS, EverythingDispatcher.TELLS, EverythingDispatcher.WAITS, EverythingDispatcher.NAMES, LaterDispatcher.NEXT, LaterDispatcher.FILL,
        LaterDispatcher.AT_ONCE};
    private static final int METHODS = 8;
    private static final int HEADER = 3;
    private static final int TRANSFERS_MASK = 7;
    /** Distance to operations that do not exist. */
    private static final int STRIDE = 0x4081;

    private ProtocolFuzz() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length >= HEADER) {
            request(data);
            reply(data);
        }
    }

    /** Puts the fuzzer's bytes where the nucleus leaves a message; it vouches for the length and the number of transfers being in range, for nothing else. */
    private static void fill(Address message, byte[] data, int operation) {
        int length = Math.min(data.length - HEADER, MessageLayout.PAYLOAD_SIZE);
        message.storeInt(operation, MessageLayout.OPERATION);
        message.storeShort((short) length, MessageLayout.LENGTH);
        message.storeByte((byte) (data[2] & TRANSFERS_MASK), MessageLayout.TRANSFERS);
        for (int i = 0; i < length; i++) {
            message.storeByte(data[HEADER + i], MessageLayout.PAYLOAD + i);
        }
    }

    private static void request(byte[] data) {
        Loopback loopback = new Loopback();
        int chosen = data[0] & 0xFF;
        int operation = OPERATIONS[chosen % OPERATIONS.length] + chosen / OPERATIONS.length * STRIDE;
        boolean later = (data[1] & 1) != 0;
        loopback.queue(later ? new LaterDispatcher(new Silent()) : new EverythingDispatcher(new Recorder()));
        fill(Loopback.address(loopback.served()), data, operation);
        loopback.serve();
    }

    private static void reply(byte[] data) {
        Loopback loopback = new Loopback();
        Dispatcher liar = message -> {
            fill(Loopback.address(message), data, data[1] % 4 == 3 ? OperationCode.MISUNDERSTOOD : data[1] & 3);
            return Outcome.REPLY;
        };
        MessageQueue queue = loopback.queue(liar);
        Everything client = new EverythingClient(queue);
        try {
            switch ((data[0] & 0xFF) % METHODS) {
                case 0 -> client.scalars(true, (byte) 1, (short) 2, '3', 4, 5, 6, 7);
                case 1 -> client.texts("", "", "");
                case 2 -> client.arrays(new boolean[0], new byte[0], new short[0], new char[0], new int[0], null);
                case 3 -> client.tree(null, Everything.Colour.RED);
                case 4 -> client.doubles(new float[0]);
                case 5 -> client.fails(0);
                case 6 -> client.lends(RawMemory.allocateBuffer(1), 0, RawMemory.allocateBuffer(1));
                default -> client.names(0, 0, 0, 0, 0, 0);
            }
        } catch (ProtocolException | NucleusException | Everything.FirstException | Everything.SecondException e) {
            return;
        }
    }

    /** Never answers. */
    private static final class Silent implements LaterServer {
        @Override
        public void next(int number, NextReply reply) {}

        @Override
        public void fill(Lease into, FillReply reply) {
            if (into.length() < 0 || into.length() > 4096) {
                throw new AssertionError("a lease of " + into.length());
            }
        }

        @Override
        public int atOnce(int value) {
            return value;
        }
    }
}
