package org.bulkhead.servers.scenario;

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
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;
import org.bulkhead.isolate.protocol.Supervision;

/** Reads and writes the second disk where block numbers stop fitting into 28 bits, says what it found as {@code @disk deed=… result=…}, and switches the machine off. */
@Program(name = "large-disk", start = StartMode.BOOT)
@UsesService({"ata0", Supervision.SERVICE})
@Limits(heap = "2M")
@Restarts(RestartPolicy.TEMPORARY)
public final class LargeDiskProgram implements Isolate {
    private static final int UNIT = 1;
    private static final int BLOCKS = 64;
    private static final long LIMIT = 1L << 28;

    private final BlockDevice disk;
    private final Supervision supervision;

    public LargeDiskProgram(Grants grants) {
        Services services = new Services(grants);
        disk = services.connect("ata0", BlockDevice.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        try {
            Geometry geometry = disk.geometry(UNIT);
            report("BLOCKS", Long.toString(geometry.blocks()));
            ByteBuffer lent = RawMemory.allocateBuffer(BLOCKS * geometry.blockSize());
            // Half of them below the limit, half beyond.
            disk.read(UNIT, LIMIT - BLOCKS / 2, lent);
            report("READ_ACROSS", digest(lent));
            disk.read(UNIT, LIMIT + BLOCKS, lent);
            report("READ_BEYOND", digest(lent));
            // What was read first, so that it is not just left where the last read put it.
            disk.read(UNIT, LIMIT - BLOCKS / 2, lent);
            disk.write(UNIT, geometry.blocks() - BLOCKS, lent);
            disk.flush(UNIT);
            Log.line("@scenario done");
        } catch (DeviceException e) {
            report("ERROR", e.getMessage().replace(' ', '_'));
        }
        supervision.halt(0);
    }

    private static void report(String deed, String result) {
        Log.line("@disk deed=" + deed + " result=" + result);
    }

    private static byte[] content(ByteBuffer lent) {
        byte[] bytes = new byte[lent.remaining()];
        lent.get(0, bytes);
        return bytes;
    }

    private static String digest(ByteBuffer lent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content(lent)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
