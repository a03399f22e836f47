package org.bulkhead.servers.files;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.FilesDispatcher;
import org.bulkhead.volume.FatVolume;

/**
 * Serves the files of the system volume, a partition of the disk that the machine booted from. It keeps nothing that is not on the disk: a successor reads the volume in, repairs what was left half done, and takes up the
 * requests that wait.
 */
@Server(name = Files.SERVICE, serves = Files.class)
@UsesService({"ata0", "cmos0"})
@Limits(heap = "2M", queue = 16, request = "30s", run = "5s")
public final class FileServer implements Isolate {
    private static final String DRIVER = "ata0";
    private static final String CLOCK = "cmos0";
    private static final long CLOCK_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Clock clock;
    private final ServiceLoop loop;
    /** Milliseconds since 1970 when the nucleus's time was 0; null until the clock has said it. */
    private Long beginning;

    public FileServer(Grants grants) {
        Services services = new Services(grants);
        clock = services.connect(CLOCK, Clock.class, CLOCK_NANOS);
        BootDisk disk = new BootDisk(services.connect(DRIVER, BlockDevice.class, BootDisk.REQUEST_NANOS), RawMemory.allocateBuffer(BootDisk.TRANSFER));
        loop = new ServiceLoop(new FilesDispatcher(new ProtectedFiles(new FatVolume(disk::volume, this::time), grants.system(), this::caller)), bits -> { });
    }

    private int caller() {
        return loop.caller();
    }

    /** Returns the milliseconds since 1970; those since the machine was started if the clock does not say. */
    private long time() {
        long now = Nucleus.now() / NANOS_PER_MILLI;
        if (beginning == null) {
            try {
                beginning = clock.time() * MILLIS_PER_SECOND - now;
            } catch (DeviceException | NucleusException e) {
                // A file is not refused because nobody knows the time.
                return now;
            }
        }
        return beginning + now;
    }

    @Override
    public void run() {
        loop.run();
    }
}
