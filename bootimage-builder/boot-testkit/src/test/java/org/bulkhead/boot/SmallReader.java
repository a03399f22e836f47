package org.bulkhead.boot;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;

/** Reads the beginning of the second disk, as many MiB as its argument says, in small steps, and logs their SHA-256; a request that fails ends it. */
@Program(name = "small-reader")
@UsesService("ata0")
@Limits(heap = "2M")
@Restarts(RestartPolicy.TEMPORARY)
public final class SmallReader implements Isolate {
    private static final int UNIT = 1;
    private static final int STEP = 8192;

    private static final int STEPS_PER_MEGABYTE = (1 << 20) / STEP;

    private final BlockDevice disk;
    private final int megabytes;

    public SmallReader(Grants grants) {
        megabytes = (int) grants.argument();
        disk = new Services(grants).connect("ata0", BlockDevice.class);
    }

    @Override
    public void run() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int blockSize = disk.geometry(UNIT).blockSize();
            int steps = megabytes * STEPS_PER_MEGABYTE;
            ByteBuffer chunk = RawMemory.allocateBuffer(STEP);
            byte[] bytes = new byte[STEP];
            for (int step = 0; step < steps; step++) {
                disk.read(UNIT, (long) step * STEP / blockSize, chunk.clear());
                chunk.get(0, bytes);
                digest.update(bytes);
            }
            Log.line("small-reader: " + steps + " steps " + HexFormat.of().formatHex(digest.digest()));
        } catch (DeviceException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
