package org.bulkhead.servers.nettest;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.NetworkStatistics;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/**
 * Asks the network that an emulator makes up for an address (DHCP), for its gateway (ARP) and for echoes of short and long frames (ICMP), kills the card's driver in between, says what it
 * got as {@code @net deed=… result=…}, and switches the machine off.
 */
@Program(name = "nettest", start = StartMode.BOOT)
@UsesService({"ne0", Supervision.SERVICE})
@Limits(heap = "1M")
@Restarts(RestartPolicy.TEMPORARY)
public final class NetTest implements Isolate {
    private static final String DRIVER = "ne0";
    private static final int TRANSACTION = 0x4255_4C4B;
    private static final int GATEWAY = 0x0A00_0202;
    private static final int OWN = 0x0A00_020F;
    private static final int SHORT_ECHO = 32;
    private static final int LONG_ECHO = NetworkInterface.FRAME_LIMIT - Packet.ICMP_DATA;
    private static final int ECHOES = 64;
    private static final int ATTEMPTS = 5;
    private static final long ANSWER_NANOS = 1_000_000_000L;

    private final NetworkInterface network;
    private final Supervision supervision;
    private final Packet packet = new Packet();
    private byte[] station;
    private byte[] gateway;
    private int number;

    public NetTest(Grants grants) {
        Services services = new Services(grants);
        network = services.connect(DRIVER, NetworkInterface.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        try {
            ask();
            Log.line("@scenario done");
        } catch (DeviceException | SupervisionException e) {
            report("ERROR", e.getMessage().replace(' ', '_'));
        }
        supervision.halt(0);
    }

    private void ask() throws DeviceException, SupervisionException {
        station = network.address();
        report("ADDRESS", text(station));
        report("DHCP", answered(() -> packet.discover(station, TRANSACTION), () -> packet.isOffer(TRANSACTION)) ? address(packet.offered()) + "_from_" + address(packet.ipSource()) : "none");
        boolean found = answered(() -> packet.arpRequest(station, OWN, GATEWAY), () -> packet.isArpReplyOf(GATEWAY));
        report("ARP", found ? "answered" : "none");
        gateway = found ? packet.arpSender() : Packet.EVERYBODY;
        Log.line("nettest: " + address(GATEWAY) + " is at " + text(gateway));
        report("SHORT_ECHO", Integer.toString(echoes(1, SHORT_ECHO)));
        report("LONG_ECHO", Integer.toString(echoes(1, LONG_ECHO)));
        report("ECHOES", Integer.toString(echoes(ECHOES, LONG_ECHO)));
        report("LINK", network.link().name());
        NetworkStatistics before = network.statistics();
        Log.line("nettest: " + before);
        report("DAMAGED", Long.toString(before.damaged() + before.sendErrors() + before.resets()));
        supervision.kill(DRIVER);
        report("ECHOES_OF_SUCCESSOR", Integer.toString(echoes(ECHOES, LONG_ECHO)));
    }

    /** Asks for {@code count} echoes one after the other; returns how many came back whole. */
    private int echoes(int count, int length) throws DeviceException {
        int whole = 0;
        for (int i = 0; i < count; i++) {
            int current = ++number;
            if (answered(() -> packet.echoRequest(gateway, station, OWN, GATEWAY, current, length), () -> packet.isEchoOf(current, length))) {
                whole++;
            }
        }
        return whole;
    }

    /** Sends the question, again if there is no answer for a second: a frame may be lost, as on any network. Returns whether the answer is in the packet. */
    private boolean answered(Supplier<Packet> question, BooleanSupplier isAnswer) throws DeviceException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            network.send(question.get().bytes());
            long deadline = Nucleus.after(ANSWER_NANOS);
            try {
                while (true) {
                    network.receive(packet.bytes().clear(), deadline - Nucleus.now());
                    if (isAnswer.getAsBoolean()) {
                        return true;
                    }
                }
            } catch (DeadlineException e) {
                // The next attempt.
                continue;
            }
        }
        return false;
    }

    private static void report(String deed, String result) {
        Log.line("@net deed=" + deed + " result=" + result);
    }

    private static String text(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (byte each : address) {
            text.append(text.length() == 0 ? "" : ":").append(Character.forDigit(each >> 4 & 0xF, 16)).append(Character.forDigit(each & 0xF, 16));
        }
        return text.toString();
    }

    private static String address(int ip) {
        return (ip >>> 24) + "." + (ip >>> 16 & 0xFF) + "." + (ip >>> 8 & 0xFF) + "." + (ip & 0xFF);
    }
}
