package org.bulkhead.builder.volume;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.FatFormat;
import org.bulkhead.volume.FatVolume;
import org.bulkhead.volume.Partition;

/** What the system volume of a new image holds; equal contents give equal bytes. */
public final class VolumeContents {
    /** As many MiB as a volume has that nobody has asked another size for. */
    public static final int USUAL_MEGABYTES = 64;
    /** Instead of a size: the image has no volume. */
    public static final int NONE = 0;

    /** The time of everything that an image is made with. */
    private static final long TIME = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final int MEGABYTE = 1 << 20;
    private static final String README = """
        This is the system volume of a Bulkhead image.

        system/java.base.jar   the class library that programs are compiled against: java.base and java.logging of the JDK that built the image
        system/bulkhead.jar    what drivers, servers and programs are written against
        system/image.jar       the class files that the image was made from
        system/image.model     what the image has, for the loader that adds programs to it
        modules                put programs here: bulkhead install FILE --image IMAGE, or any tool that writes to FAT volumes

        ls, cat, cp and rm at the prompt of the system list and change it.
        """;

    private final int megabytes;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private VolumeContents(int megabytes) {
        this.megabytes = megabytes;
    }

    /**
     * Returns contents of nothing but a README and the folders.
     *
     * @param megabytes size of the volume in MiB
     * @throws UserProblem if no volume can have that size
     */
    public static VolumeContents of(int megabytes) {
        requirePossible(megabytes);
        return new VolumeContents(megabytes).with("/README.TXT", README.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Checks a size before much is done.
     *
     * @throws UserProblem if no volume can have that size in MiB
     */
    public static void requirePossible(int megabytes) {
        long bytes = (long) megabytes * MEGABYTE;
        if (bytes < FatFormat.LEAST || bytes > FatFormat.MOST) {
            throw UserProblem.usage("a system volume of " + megabytes + " MiB is not possible: " + FatFormat.LEAST / MEGABYTE + " to " + FatFormat.MOST / MEGABYTE + " are, or 0 for none");
        }
    }

    /** Adds a file; the folder is one of those that every volume has. */
    public VolumeContents with(String path, byte[] contents) {
        files.put(path, contents);
        return this;
    }

    /** Returns how many sectors the volume has. */
    public long sectors() {
        return (long) megabytes * MEGABYTE / Blocks.SIZE;
    }

    /**
     * Makes the volume; what is free is not written, so a file that had nothing there stays sparse.
     *
     * @param channel the file of the disk, long enough
     * @param partition where in it
     * @throws UserProblem if the contents do not fit
     * @throws VolumeErrorException if the file cannot be written
     */
    public void write(FileChannel channel, Partition partition) throws VolumeErrorException {
        FileBlocks blocks = new FileBlocks(channel, partition);
        FatFormat.format(blocks, partition.first());
        FatVolume volume = new FatVolume(() -> blocks, () -> TIME);
        try {
            volume.createFolder(Files.SYSTEM);
            volume.createFolder(Files.MODULES);
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                put(volume, each.getKey(), each.getValue());
            }
        } catch (VolumeErrorException e) {
            throw e;
        } catch (FileException e) {
            throw UserProblem.failure("the system volume of " + megabytes + " MiB cannot be made: " + e.getMessage() + "; ask for more with --volume", e);
        }
    }

    /** Writes a whole file. */
    static void put(Files volume, String path, byte[] contents) throws FileException {
        volume.create(path);
        for (int at = 0; at < contents.length; at += Files.TRANSFER_LIMIT) {
            volume.write(path, at, ByteBuffer.wrap(contents, at, Math.min(Files.TRANSFER_LIMIT, contents.length - at)));
        }
    }
}
