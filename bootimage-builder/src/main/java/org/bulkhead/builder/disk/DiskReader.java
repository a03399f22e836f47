package org.bulkhead.builder.disk;

import static org.bulkhead.builder.disk.DiskImage.KERNEL_SECTOR;
import static org.bulkhead.builder.disk.DiskImage.SECTOR_SIZE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.nucleus.abi.DumpLayout;

/**
 * Reads parts of a file that holds a {@link DiskImage}; whatever else the file is, there are no parts.
 *
 * @param file the file
 */
public record DiskReader(Path file) {
    private static final int SIGNATURE = 510;
    private static final short SIGNATURE_VALUE = (short) 0xAA55;

    /** Returns whether the file is a disk with the partitions of a disk image and a kernel image. */
    public boolean isDiskImage() {
        return dumpSector().isPresent() && KernelImageFile.begins(kernelHeader());
    }

    /** Returns the number of the image, by which dumps name it. */
    public int number() {
        return KernelImageFile.number(kernelHeader());
    }

    /** Returns the bytes of the partition for dumps, zeros if none was written; empty if there is no such partition. */
    public Optional<byte[]> dump() {
        return dumpSector().map(sector -> read(sector * SECTOR_SIZE, DumpLayout.SIZE));
    }

    /** Returns up to {@code count} bytes that the image has at an address, fewer where its section ends; none if no section of the file holds it. */
    public byte[] memory(int address, int count) {
        ByteBuffer header = ByteBuffer.wrap(kernelHeader()).order(ByteOrder.LITTLE_ENDIAN);
        for (KernelImageFile.Place place : KernelImageFile.places(header)) {
            long into = Integer.toUnsignedLong(address) - place.address();
            if (into >= 0 && into < place.size()) {
                return read((long) KERNEL_SECTOR * SECTOR_SIZE + place.offset() + into, (int) Math.min(count, place.size() - into));
            }
        }
        return new byte[0];
    }

    private byte[] kernelHeader() {
        return read((long) KERNEL_SECTOR * SECTOR_SIZE, SECTOR_SIZE);
    }

    private Optional<Long> dumpSector() {
        ByteBuffer sector = ByteBuffer.wrap(read(0, SECTOR_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        boolean isOurs = sector.getShort(SIGNATURE) == SIGNATURE_VALUE && DiskImage.hasDumpPartition(sector);
        return isOurs ? Optional.of(DiskImage.dumpSector(sector)) : Optional.empty();
    }

    /** Returns bytes of the file; those beyond its end are zero. */
    private byte[] read(long offset, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // One read may give less than there is.
            }
        } catch (IOException e) {
            throw UserProblem.failure("cannot read " + file + ": " + e.getMessage(), e);
        }
        return bytes.array();
    }
}
