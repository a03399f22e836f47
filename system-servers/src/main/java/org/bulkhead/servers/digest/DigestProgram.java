package org.bulkhead.servers.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Geometry;

/** Logs the SHA-256 of the disk whose unit number is its argument, as {@code @digest device=disk1 sha256=… bytes=…}; and how far it has come after every 16 MiB; exit status 1 if the disk cannot be read. */
@Program(name = "digest")
@UsesService("ata0")
@Limits(heap = "2M")
@Restarts(RestartPolicy.TEMPORARY)
public final class DigestProgram implements Isolate {
    private static final String ALGORITHM = "SHA-256";
    private static final int CHUNK = BlockDevice.TRANSFER_LIMIT;
    private static final long MIB = 1 << 20;
    /** Bytes after which a line tells how far it has come. */
    private static final long PROGRESS = 16 * MIB;

    private final BlockDevice disk;
    private final int unit;

    public DigestProgram(Grants grants) {
        disk = new Services(grants).connect("ata0", BlockDevice.class);
        unit = (int) grants.argument();
    }

    @Override
    public void run() {
        String device = "disk" + unit;
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            long bytes = read(digest);
            Log.line("@digest device=" + device + " sha256=" + HexFormat.of().formatHex(digest.digest()) + " bytes=" + bytes);
        } catch (DeviceException | NucleusException e) {
            Log.line("digest: " + device + " cannot be read: " + e.getMessage());
            Nucleus.exit(1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("an image without " + ALGORITHM, e);
        }
    }

    /** Feeds all of the disk to the digest; returns the number of bytes. */
    private long read(MessageDigest digest) throws DeviceException {
        Geometry geometry = disk.geometry(unit);
        int blocksPerChunk = CHUNK / geometry.blockSize();
        ByteBuffer chunk = RawMemory.allocateBuffer(CHUNK);
        byte[] bytes = new byte[CHUNK];
        long block = 0;
        for (; block + blocksPerChunk <= geometry.blocks(); block += blocksPerChunk) {
            disk.read(unit, block, chunk);
            chunk.get(0, bytes);
            digest.update(bytes, 0, CHUNK);
            long done = (block + blocksPerChunk) * geometry.blockSize();
            if (done % PROGRESS == 0) {
                Log.line("digest: disk" + unit + ": " + done / MIB + " of " + geometry.bytes() / MIB + " MiB");
            }
        }
        int rest = (int) (geometry.blocks() - block) * geometry.blockSize();
        if (rest > 0) {
            disk.read(unit, block, chunk.limit(rest));
            chunk.get(0, bytes, 0, rest);
            digest.update(bytes, 0, rest);
        }
        return geometry.bytes();
    }
}
