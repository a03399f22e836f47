package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bulkhead.drivers.buffer.FrameQueue;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.message.Lease;
import org.bulkhead.isolate.message.LeaseException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.LinkState;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.NetworkInterfaceServer;
import org.bulkhead.isolate.protocol.NetworkStatistics;
import org.bulkhead.isolate.protocol.ReceiveMode;

/** The card as its clients see it: who waits for a frame, and what a request must be like. */
public final class Ne2000Service implements NetworkInterfaceServer {
    private static final int STATE_VERSION = 1;
    private static final int WAITING_LIMIT = 16;
    private static final int GROUP_BIT = 1;

    /** A client that waits for a frame. */
    private record Receiver(Lease into, ReceiveReply reply) {}

    private final Ne2000 card;
    private final Deque<Receiver> receivers = new ArrayDeque<>();

    /** Takes over the PCI function {@code card} of the driver's manifest, with what a predecessor has left in its private state. */
    public Ne2000Service(Grants grants) {
        card = new Ne2000(grants.pci("card").orElseThrow(), new StateKeeper(grants, STATE_VERSION));
    }

    /** Does what the card asks for by its interrupt, and gives out the frames that came. */
    public void interrupted() {
        card.serve();
        deliver();
    }

    @Override
    public byte[] address() throws DeviceException {
        return card.address();
    }

    @Override
    public void send(ByteBuffer frame) throws DeviceException {
        if (frame.remaining() < Ne2000.FRAME_HEADER) {
            throw new DeviceException("a frame of " + frame.remaining() + " bytes: it has " + Ne2000.FRAME_HEADER + " to " + NetworkInterface.FRAME_LIMIT);
        }
        card.send(frame);
        // Others may have come while it left.
        deliver();
    }

    @Override
    public void receive(Lease into, ReceiveReply reply) {
        if (receivers.size() == WAITING_LIMIT) {
            // Most likely the oldest gave up long ago, and this answer is dropped.
            receivers.remove().reply().fail(new DeviceException("too many clients wait for frames"));
        }
        receivers.add(new Receiver(into, reply));
        deliver();
    }

    @Override
    public void receiveMode(ReceiveMode mode) throws DeviceException {
        card.receive(mode);
    }

    @Override
    public void join(byte[] group) throws DeviceException {
        if (group.length != NetworkInterface.ADDRESS_SIZE || (group[0] & GROUP_BIT) == 0) {
            throw new DeviceException("no address of a group: it has " + NetworkInterface.ADDRESS_SIZE + " bytes, the first of them odd");
        }
        card.join(group);
    }

    @Override
    public LinkState link() {
        return card.link();
    }

    @Override
    public NetworkStatistics statistics() {
        return card.statistics();
    }

    /** Gives frames to those who wait, as far as there are both; a frame stays when its receiver is gone. */
    private void deliver() {
        FrameQueue queue = card.queue();
        while (!queue.isEmpty() && !receivers.isEmpty()) {
            Receiver next = receivers.remove();
            ByteBuffer frame = queue.first();
            int length = frame.remaining();
            if (length > next.into().length()) {
                next.reply().fail(new DeviceException("a frame of " + length + " bytes came, and there is room for " + next.into().length()));
                continue;
            }
            try {
                next.into().write(0, frame);
            } catch (LeaseException e) {
                // The client has given up.
                continue;
            }
            if (next.reply().answer(length)) {
                queue.removeFirst();
            }
        }
    }
}
