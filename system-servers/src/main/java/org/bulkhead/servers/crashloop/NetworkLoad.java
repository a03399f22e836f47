package org.bulkhead.servers.crashloop;

import java.util.function.BooleanSupplier;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.servers.nettest.Packet;

/** Has the gateway of the emulator's network send back long frames, a few at a time, and accounts for each: its echo came back whole, or it was lost and the next are sent. */
final class NetworkLoad implements Work {
    private static final int GATEWAY = 0x0A00_0202;
    private static final int OWN = 0x0A00_020F;
    private static final int LENGTH = NetworkInterface.FRAME_LIMIT - Packet.ICMP_DATA;
    private static final int NUMBERS = 0xFFFF;
    private static final long LEAST_BYTES = 1 << 20;
    /** If nothing has come back for so long, what is missing is lost: several times what an echo takes. */
    private static final long ANSWER_NANOS = 10_000_000L;
    private static final int ATTEMPTS = 10;
    /** Frames on their way at a time: far fewer than card and driver can keep. */
    private static final int WINDOW = 8;

    private final NetworkInterface network;
    private final Packet packet = new Packet();
    private final byte[] station;
    private final byte[] gateway;
    private int number;
    private long frames;
    private long whole;
    private long lost;
    private long wrong;

    NetworkLoad(NetworkInterface network) throws DeviceException {
        this.network = network;
        station = network.address();
        if (!isHeard(station, OWN)) {
            throw new DeviceException("the network has no gateway");
        }
        gateway = packet.arpSender();
    }

    /** Returns whether the gateway's answers to the station {@code from} arrive, one of a few at least: it is asked for its own address. */
    boolean isHeard(byte[] from, int ip) throws DeviceException {
        for (int i = 0; i < ATTEMPTS; i++) {
            send(packet.arpRequest(from, ip, GATEWAY));
            if (isAnswered(() -> packet.isArpReplyOf(GATEWAY))) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many frames the driver was asked to send, questions for addresses included. */
    long frames() {
        return frames;
    }

    /** Returns how many echoes came back with other contents than were sent. */
    long wrong() {
        return wrong;
    }

    private void send(Packet frame) throws DeviceException {
        network.send(frame.bytes());
        frames++;
    }

    /** Sends a few frames, and waits for their echoes as long as they come. */
    @Override
    public void step() throws DeviceException {
        int first = number;
        for (int i = 0; i < WINDOW; i++) {
            send(packet.echoRequest(gateway, station, OWN, GATEWAY, ++number & NUMBERS, LENGTH));
        }
        boolean[] returned = new boolean[WINDOW];
        int missing = WINDOW;
        while (missing > 0 && isAnswered(() -> isNewEcho(first, returned))) {
            missing--;
        }
        whole += WINDOW - missing;
        lost += missing;
    }

    private boolean isNewEcho(int first, boolean[] returned) {
        for (int i = 0; i < WINDOW; i++) {
            if (!returned[i] && packet.isEchoOf(first + 1 + i & NUMBERS, LENGTH)) {
                returned[i] = true;
                return true;
            }
        }
        // What is left is an echo that came too late or twice, another frame, or one that was damaged on its way.
        if (packet.isEcho() && !packet.isEchoOf(packet.echoNumber(), LENGTH)) {
            wrong++;
        }
        return false;
    }

    private boolean isAnswered(BooleanSupplier isAnswer) throws DeviceException {
        long deadline = Nucleus.after(ANSWER_NANOS);
        try {
            do {
                network.receive(packet.bytes().clear(), deadline - Nucleus.now());
            } while (!isAnswer.getAsBoolean());
            return true;
        } catch (DeadlineException e) {
            return false;
        }
    }

    @Override
    public void end() {
        // Every frame has been accounted for.
    }

    @Override
    public long bytes() {
        return whole * NetworkInterface.FRAME_LIMIT;
    }

    @Override
    public long leastBytes() {
        return LEAST_BYTES;
    }

    @Override
    public String counts() {
        return "sent=" + number + " whole=" + whole + " lost=" + lost;
    }
}
