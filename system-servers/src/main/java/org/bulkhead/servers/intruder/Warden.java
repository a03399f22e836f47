package org.bulkhead.servers.intruder;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.nucleus.abi.DeathReason;

/** Watches the intruder's lives end, compares each with what must come of its deed, and checks at the end that all others live on. */
@Program(name = "warden", start = StartMode.BOOT)
@UsesService({"ata0", Supervision.SERVICE})
public final class Warden implements Isolate {
    private static final String INTRUDER = "intruder";
    private static final long LOOK_NANOS = 5_000_000L;
    private static final int LOOKS = 4_000;
    private static final int BOOT_BLOCK = 512;
    private static final int SIGNATURE_AT = 510;
    private static final int SIGNATURE = 0xAA55;

    private final Supervision supervision;
    private final BlockDevice disk;

    public Warden(Grants grants) {
        Services services = new Services(grants);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        disk = services.connect("ata0", BlockDevice.class);
    }

    @Override
    public void run() {
        Deed[] deeds = Deed.values();
        int sequence = 0;
        int judged = 0;
        boolean good = true;
        for (int looks = 0; judged < deeds.length && looks < LOOKS; ) {
            DeathInfo death = supervision.death(sequence);
            if (death == null) {
                Notifications.sleep(LOOK_NANOS);
                looks++;
                continue;
            }
            sequence++;
            if (!death.name().equals(INTRUDER)) {
                Log.line("warden: " + death.name() + " died of " + death.reason());
                good = false;
            } else if (death.incarnation() < deeds.length) {
                good &= judge(deeds[death.incarnation()], death);
                judged++;
            }
        }
        good &= judged == deeds.length && othersLive();
        Log.line("@scenario done");
        supervision.halt(good ? 0 : 1);
    }

    private static boolean judge(Deed deed, DeathInfo death) {
        boolean refused = death.reason() == DeathReason.EXIT && death.detail() == Intruder.ALL_REFUSED;
        String result = refused ? "REFUSED" : death.reason().name();
        String expected = deed.expected() == DeathReason.EXIT ? "REFUSED" : deed.expected().name();
        Log.line("@intruder deed=" + deed.name() + " result=" + result + " expected=" + expected);
        return result.equals(expected);
    }

    /** Returns whether the disk driver still reads: the boot block must end as boot blocks do. */
    private boolean othersLive() {
        ByteBuffer block = RawMemory.allocateBuffer(BOOT_BLOCK);
        try {
            disk.read(0, 0, block);
        } catch (DeviceException e) {
            Log.line("warden: " + e.getMessage());
            return false;
        }
        boolean same = (block.getShort(SIGNATURE_AT) & 0xFFFF) == SIGNATURE;
        Log.line("warden: the disk driver " + (same ? "lives" : "reads nonsense"));
        return same;
    }
}
