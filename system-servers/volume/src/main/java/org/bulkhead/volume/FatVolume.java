package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;
import org.bulkhead.isolate.protocol.VolumeInformation;

/**
 * A FAT16 volume that is served as {@link Files}. It is read in and checked with the first request, and again after an error of the disk; what a death has left half done is repaired then. A volume that is damaged otherwise
 * can only be read, as far as the damage allows.
 *
 * <p>Memory: the allocation table, at most 128 KiB, and 64 sectors of folders.
 */
public final class FatVolume implements Files {
    /** Where the volume's blocks come from. */
    public interface Source {
        /**
         * {@return the blocks}
         *
         * @throws DamagedVolumeException if there is no volume
         * @throws VolumeErrorException if the disk reports an error
         */
        Blocks open() throws DamagedVolumeException, VolumeErrorException;
    }

    private final Source source;
    private final LongSupplier clock;
    /** Null until it is read in. */
    private MountedVolume mounted;

    /**
     * Makes the service of a volume; nothing is read yet.
     *
     * @param source asked for the blocks whenever the volume is read in
     * @param clock milliseconds since 1970, for the times at which files are written
     */
    public FatVolume(Source source, LongSupplier clock) {
        this.source = source;
        this.clock = clock;
    }

    private MountedVolume mounted() throws DamagedVolumeException, VolumeErrorException {
        if (mounted == null) {
            mounted = MountedVolume.of(source.open());
        }
        return mounted;
    }

    /** What is in memory may not be what is on the disk: the next request reads it in again. */
    private <E extends Exception> E unmounted(E reason) {
        mounted = null;
        return reason;
    }

    @Override
    public VolumeInformation volume() throws DamagedVolumeException, VolumeErrorException {
        return mounted().volume();
    }

    @Override
    public FileInformation information(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            return mounted().information(path);
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public FileInformation list(String folder, int index) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            return mounted().list(folder, index);
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public int read(String path, long offset, ByteBuffer into) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            return mounted().read(path, offset, into);
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void write(String path, long offset, ByteBuffer from)
            throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            mounted().write(path, offset, from, clock.getAsLong());
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void create(String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            mounted().create(path, clock.getAsLong());
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void createFolder(String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            mounted().createFolder(path, clock.getAsLong());
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void truncate(String path, long size) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            mounted().truncate(path, size, clock.getAsLong());
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void delete(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        try {
            mounted().delete(path);
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void rename(String path, ByteBuffer target) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        byte[] bytes = new byte[target.remaining()];
        target.get(target.position(), bytes);
        try {
            mounted().rename(path, new String(bytes, StandardCharsets.UTF_8), clock.getAsLong());
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }

    @Override
    public void flush() throws VolumeErrorException {
        try {
            mounted().flush();
        } catch (DamagedVolumeException e) {
            // There is no volume, so nothing was written to it.
            mounted = null;
        } catch (VolumeErrorException e) {
            throw unmounted(e);
        }
    }
}
