package org.bulkhead.servers.guard;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.manifest.ComplainsAbout;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.BlockDeviceDispatcher;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/**
 * Serves as a block device of its own, unit 0, what lies on unit 1 of {@code ata0} from block 2,048 (1 MiB) on, with a checksum for every block. Its argument chooses whether writes are read back: 0 if
 * they are, 1 if not.
 */
@Server(name = "guard", serves = BlockDevice.class)
@UsesService({"ata0", Supervision.SERVICE})
@ComplainsAbout("ata0")
@Limits(heap = "2M", queue = 16, request = "30s", run = "2s")
public final class Guard implements Isolate {
    private static final String DRIVER = "ata0";
    /** Longest time of a request to the disk. */
    private static final long DISK_NANOS = 5_000_000_000L;
    private static final int UNIT = 1;
    private static final long START = 2_048;

    private final Supervision supervision;
    private final GuardedDisk disk;

    public Guard(Grants grants) {
        Services services = new Services(grants);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        GuardedDisk.Writes writes = grants.argument() == 0 ? GuardedDisk.Writes.VERIFIED : GuardedDisk.Writes.TRUSTED;
        disk = new GuardedDisk(services.connect(DRIVER, BlockDevice.class, DISK_NANOS), new GuardedDisk.Part(UNIT, START), new PatientDisk(DRIVER, this::complain), writes, GuardedDisk.Memory.allocate());
    }

    private void complain(String component, String why) {
        try {
            supervision.complain(component, why.substring(0, Math.min(why.length(), Supervision.COMPLAINT_LIMIT)));
        } catch (SupervisionException | NucleusException e) {
            // It is being restarted for some other reason, which is as good.
            Log.line("guard: complaint about " + component + ": " + e.getMessage());
        }
    }

    @Override
    public void run() {
        new ServiceLoop(new BlockDeviceDispatcher(disk), bits -> { }).run();
    }
}
