package org.bulkhead.servers.exerciser;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.LinkState;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.servers.nettest.Packet;

/**
 * Asks the gateway of the network that an emulator makes up for its address, and then in each round for an echo, whose every byte follows from its number. A frame that is lost is asked for again; frames
 * that are not the answer are left aside, as on any network.
 */
final class NetworkExercise extends Exercise {
    private static final int GATEWAY = 0x0A00_0202;
    private static final int OWN = 0x0A00_020F;
    private static final int SHORTEST = 32;
    private static final int LONGEST = NetworkInterface.FRAME_LIMIT - Packet.ICMP_DATA;
    /** Lengths go up by so many bytes from one round to the next, and begin again. */
    private static final int STEP = 211;
    private static final int NUMBERS = 0xFFFF;
    /** In one of so many rounds the statistics and the link are asked for. */
    private static final int LOOK_ROUNDS = 4;
    private static final long ANSWER_NANOS = 20_000_000L;

    private final NetworkInterface network;
    private final Packet packet = new Packet();
    private byte[] station;
    private byte[] gateway;
    private int number;
    private long sent;

    NetworkExercise(String device, NetworkInterface network, Complaints complaints) {
        super(device, complaints);
        this.network = network;
    }

    @Override
    void round(long round) {
        if (gateway == null && !(ask(this::address) && ask(this::findGateway))) {
            return;
        }
        ask(this::echo);
        if (round % LOOK_ROUNDS == 0) {
            ask(this::address);
            ask(this::look);
        }
    }

    private String address() throws DeviceException {
        byte[] now = network.address();
        if (station == null && now.length == NetworkInterface.ADDRESS_SIZE) {
            station = now;
        }
        return Arrays.equals(now, station) ? null : "ADDRESS";
    }

    private String findGateway() throws DeviceException {
        exchange(() -> packet.arpRequest(station, OWN, GATEWAY), () -> packet.isArpReplyOf(GATEWAY));
        gateway = packet.arpSender();
        return null;
    }

    private String echo() throws DeviceException {
        int current = ++number & NUMBERS;
        int length = SHORTEST + current * STEP % (LONGEST - SHORTEST + 1);
        exchange(() -> packet.echoRequest(gateway, station, OWN, GATEWAY, current, length), () -> packet.isEchoOf(current, length));
        return null;
    }

    private String look() throws DeviceException {
        // A driver that was just restarted knows of its link when something has been sent.
        String problem = echo();
        if (problem != null) {
            return problem;
        }
        long now = network.statistics().sent();
        // A frame may leave twice if the driver died while it was sent.
        if (now < 0 || now > 2 * sent) {
            return "STATISTICS";
        }
        return network.link() == LinkState.UP ? null : "LINK";
    }

    /** Sends a question and waits for its answer. Throws DeadlineException if none comes in time. */
    private void exchange(Supplier<Packet> question, BooleanSupplier isAnswer) throws DeviceException {
        sent++;
        network.send(question.get().bytes());
        long deadline = Nucleus.after(ANSWER_NANOS);
        do {
            network.receive(packet.bytes().clear(), deadline - Nucleus.now());
        } while (!isAnswer.getAsBoolean());
    }
}
