package org.bulkhead.builder.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.CRC32;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.volume.VolumeContents;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.nucleus.abi.DumpLayout;
import org.bulkhead.volume.Partition;

/**
 * A bootable raw disk image; equal parts give equal bytes.
 *
 * <pre>
 * sector 0      boot sector: code (440 bytes), disk signature (u32, u16 0), four partition entries of 16 bytes, 0x55 0xAA
 * sector 1..63  second stage
 * sector 64..   kernel image, in partition 1
 * behind it     what the nucleus leaves when it gives up (DumpLayout), the whole of partition 2: zeros, until the boot loader finds a dump in memory and writes it there
 * at a MiB      the system volume, partition 3, if the image has one
 * </pre>
 * The file's length is a whole number of cylinders (16 heads × 63 sectors), as Bochs wants of a disk whose geometry it guesses.
 * The first two partitions have types that no other system claims, so that partitioning tools see that the space is taken; the third is a FAT16 volume, which any host can read.
 */
public final class DiskImage {
    /** Bytes per sector. */
    public static final int SECTOR_SIZE = 512;
    /** First sector of the kernel image. */
    public static final int KERNEL_SECTOR = 64;

    private static final int CYLINDER_BYTES = 16 * 63 * SECTOR_SIZE;
    private static final int CODE_LIMIT = 440;
    private static final int PARTITION_TABLE = 446;
    private static final int PARTITION_ACTIVE = 0x80;
    /** Partition type: free for own use by common lists of types. */
    private static final int PARTITION_TYPE = 0x7F;
    private static final int DUMP_PARTITION_TYPE = 0x7E;
    private static final int DUMP_ENTRY = PARTITION_TABLE + 16;
    private static final int VOLUME_ENTRY = DUMP_ENTRY + 16;
    private static final int PARTITION_FIRST = 8;
    private static final int DUMP_SECTORS = DumpLayout.SIZE / SECTOR_SIZE;
    /** "Beyond what cylinder, head and sector numbers can say": read the LBA fields. */
    private static final int NO_CHS = 0xFFFFFE;
    private static final int SECOND_STAGE_SECTORS = KERNEL_SECTOR - 1;
    /** The volume begins at a multiple of so many sectors, as on every disk. */
    private static final int VOLUME_ALIGNMENT = 2048;

    /** What lies before the volume. */
    private final ByteBuffer bytes;
    /** Null without a volume. */
    private final VolumeContents volume;

    private DiskImage(ByteBuffer bytes, VolumeContents volume) {
        this.bytes = bytes;
        this.volume = volume;
    }

    /** Makes the image of a disk that boots a kernel image with the boot code on the class path. */
    public static DiskImage of(byte[] kernelImage) {
        return of(resource("sector.bin"), resource("stage2.bin"), kernelImage);
    }

    /**
     * Makes the image of a disk from its three parts.
     *
     * @param bootSector 512 bytes that leave room for the partition table
     * @param secondStage at most 63 sectors
     * @param kernelImage the loader's file, a {@link KernelImageFile}
     * @throws IllegalArgumentException if a part does not fit
     */
    public static DiskImage of(byte[] bootSector, byte[] secondStage, byte[] kernelImage) {
        require(bootSector.length == SECTOR_SIZE, "the boot sector has " + bootSector.length + " bytes instead of " + SECTOR_SIZE);
        for (int i = CODE_LIMIT; i < SECTOR_SIZE - 2; i++) {
            require(bootSector[i] == 0, "the boot sector's code reaches into the partition table at byte " + i);
        }
        require(secondStage.length <= SECOND_STAGE_SECTORS * SECTOR_SIZE,
                "the second stage has " + secondStage.length + " bytes, at most " + SECOND_STAGE_SECTORS * SECTOR_SIZE + " fit");
        require(KernelImageFile.begins(kernelImage), "the kernel image does not begin with " + KernelImageFile.MAGIC);

        long needed = (long) KERNEL_SECTOR * SECTOR_SIZE + kernelImage.length + DumpLayout.SIZE;
        long size = (needed + CYLINDER_BYTES - 1) / CYLINDER_BYTES * CYLINDER_BYTES;
        require(size <= Integer.MAX_VALUE, "the kernel image is too large: " + kernelImage.length + " bytes");
        ByteBuffer disk = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        disk.put(0, bootSector);
        disk.put(SECTOR_SIZE, secondStage);
        disk.put(KERNEL_SECTOR * SECTOR_SIZE, kernelImage);
        disk.putInt(CODE_LIMIT, signature(kernelImage));
        int dumpSector = (int) (size / SECTOR_SIZE) - DUMP_SECTORS;
        putPartition(disk, PARTITION_TABLE, PARTITION_ACTIVE, PARTITION_TYPE, KERNEL_SECTOR, dumpSector - KERNEL_SECTOR);
        putPartition(disk, DUMP_ENTRY, 0, DUMP_PARTITION_TYPE, dumpSector, DUMP_SECTORS);
        return new DiskImage(disk, null);
    }

    /** Returns this disk with a system volume. */
    public DiskImage with(VolumeContents contents) {
        ByteBuffer disk = ByteBuffer.wrap(toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        Partition partition = volumePartition(contents);
        putPartition(disk, VOLUME_ENTRY, 0, Partition.TYPE, (int) partition.first(), (int) partition.sectors());
        return new DiskImage(disk, contents);
    }

    private Partition volumePartition(VolumeContents contents) {
        int sectors = bytes.capacity() / SECTOR_SIZE;
        return new Partition((sectors + VOLUME_ALIGNMENT - 1L) / VOLUME_ALIGNMENT * VOLUME_ALIGNMENT, contents.sectors());
    }

    /** Returns the number of bytes, a multiple of the cylinder's. */
    public long size() {
        if (volume == null) {
            return bytes.capacity();
        }
        Partition partition = volumePartition(volume);
        return ((partition.first() + partition.sectors()) * SECTOR_SIZE + CYLINDER_BYTES - 1) / CYLINDER_BYTES * CYLINDER_BYTES;
    }

    /** Returns a copy of the bytes before the volume. */
    public byte[] toBytes() {
        return bytes.array().clone();
    }

    /**
     * Writes the image to a file, whole or not at all: an interrupted or failed write leaves the file as it was.
     *
     * @throws UserProblem if the file cannot be written
     */
    public void write(Path file) {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
        Path part = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(part,
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer rest = bytes.duplicate().rewind();
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                if (volume != null) {
                    // One byte makes the file as long as it is to be; what nobody writes takes no room on the host.
                    channel.write(ByteBuffer.allocate(1), size() - 1);
                    volume.write(channel, volumePartition(volume));
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(part);
            throw UserProblem.failure("cannot write the image " + file + ": " + reason(e), e);
        } catch (VolumeErrorException e) {
            deleteQuietly(part);
            throw UserProblem.failure("cannot write the image " + file + ": " + e.getMessage(), e);
        } catch (UserProblem e) {
            deleteQuietly(part);
            throw e;
        }
    }

    /** Derived from the contents, so that equal images have equal signatures. */
    private static int signature(byte[] kernelImage) {
        CRC32 sum = new CRC32();
        sum.update(kernelImage);
        return (int) sum.getValue();
    }

    private static void putPartition(ByteBuffer disk, int entry, int active, int type, int first, int sectors) {
        disk.putInt(entry, active | NO_CHS << 8);
        disk.putInt(entry + 4, type | NO_CHS << 8);
        disk.putInt(entry + PARTITION_FIRST, first);
        disk.putInt(entry + 12, sectors);
    }

    /** Returns whether a boot sector says that there is a partition for dumps. */
    static boolean hasDumpPartition(ByteBuffer bootSector) {
        return bootSector.get(DUMP_ENTRY + 4) == DUMP_PARTITION_TYPE && bootSector.getInt(DUMP_ENTRY + 12) == DUMP_SECTORS;
    }

    /** Returns where, by a boot sector, the partition for dumps begins. */
    static long dumpSector(ByteBuffer bootSector) {
        return Integer.toUnsignedLong(bootSector.getInt(DUMP_ENTRY + PARTITION_FIRST));
    }

    private static byte[] resource(String name) {
        try (InputStream in = DiskImage.class.getResourceAsStream("/boot/" + name)) {
            require(in != null, "boot/" + name + " is not on the class path: build the module nucleus/kernel");
            return in.readAllBytes();
        } catch (IOException e) {
            throw UserProblem.failure("cannot read boot/" + name + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The first problem is the one to report.
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
