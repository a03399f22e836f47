package org.bulkhead.servers.crashloop;

import java.util.Arrays;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.NetworkStatistics;

/**
 * Exchanges frames for as many milliseconds as its argument says, and looks after every few whether the interface is as it was set up and its statistics go on. At the end it says
 * {@code @network sent=… whole=… lost=… wrong=… deaf=… moved=… backwards=… frames=… miscounted=… damaged=… link=…}.
 *
 * <p>Each echo sent came back {@code whole} or is {@code lost}; {@code wrong} ones came back with other contents. How often it was found that frames to the group that it joined did not arrive is
 * {@code deaf}, that the address was another is {@code moved}, and that a count was lower than before is {@code backwards}. The driver was asked to send {@code frames}, and its own count differs from that
 * by {@code miscounted}.
 */
@Program(name = "network-witness")
@UsesService("ne0")
@Limits(heap = "1M")
@Restarts(RestartPolicy.TEMPORARY)
public final class NetworkWitness implements Isolate {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final byte[] GROUP = {0x01, 0x00, 0x5E, 0x00, 0x00, 0x2A};
    /** Asked for from the group's address, so that the gateway answers to the group. */
    private static final int MEMBER = 0x0A00_0210;

    private final NetworkInterface network;
    private final long duration;
    private NetworkStatistics last;
    private int deaf;
    private int moved;
    private int backwards;

    /**
     * Makes the program.
     *
     * @param grants with its connection to the driver, and how many milliseconds it works
     */
    public NetworkWitness(Grants grants) {
        network = new Services(grants).connect("ne0", NetworkInterface.class);
        duration = grants.argument() * NANOS_PER_MILLI;
    }

    @Override
    public void run() {
        try {
            long end = Nucleus.after(duration);
            network.join(GROUP);
            byte[] address = network.address();
            last = network.statistics();
            long sentBefore = last.sent();
            NetworkLoad load = new NetworkLoad(network);
            do {
                load.step();
                look(load, address);
            } while (Nucleus.now() < end);
            Log.line("@network " + load.counts() + " wrong=" + load.wrong() + " deaf=" + deaf + " moved=" + moved + " backwards=" + backwards + " frames=" + load.frames() + " miscounted="
                + Math.abs(load.frames() - (last.sent() - sentBefore)) + " damaged=" + (last.damaged() + last.sendErrors() + last.resets()) + " link=" + network.link());
        } catch (DeviceException e) {
            Log.line("network-witness: " + e.getMessage());
            Nucleus.exit(1);
        }
    }

    private void look(NetworkLoad load, byte[] address) throws DeviceException {
        if (!load.isHeard(GROUP, MEMBER)) {
            deaf++;
        }
        if (!Arrays.equals(address, network.address())) {
            moved++;
        }
        NetworkStatistics now = network.statistics();
        if (now.sent() < last.sent() || now.received() < last.received()) {
            backwards++;
        }
        last = now;
    }
}
