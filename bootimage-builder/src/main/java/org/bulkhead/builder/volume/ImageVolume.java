package org.bulkhead.builder.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.volume.Blocks;
import org.bulkhead.volume.FatVolume;
import org.bulkhead.volume.Partition;

/**
 * The system volume of an image file, read and changed in place, with the same code and the same care as in the system: whatever interrupts it, each file is old or new.
 *
 * <pre>
 * try (ImageVolume volume = ImageVolume.open(image)) {
 *     volume.put(Map.of("/modules/printer.jar", bytes));
 * }
 * </pre>
 * Every method throws {@link UserProblem} if it cannot do what it says.
 */
public final class ImageVolume implements AutoCloseable {
    private static final String UNFINISHED = "/~install";

    private final Path image;
    private final FileChannel channel;
    private final FatVolume volume;

    private ImageVolume(Path image, FileChannel channel, Partition partition) {
        this.image = image;
        this.channel = channel;
        FileBlocks blocks = new FileBlocks(channel, partition);
        volume = new FatVolume(() -> blocks, System::currentTimeMillis);
    }

    /** Opens the volume of an image, which nobody else may have open. */
    public static ImageVolume open(Path image) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(image, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw UserProblem.failure("image " + image + " is in use: wait until whoever works on it has finished");
            }
            return new ImageVolume(image, channel, partition(channel));
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw UserProblem.failure("image " + image + " is in use: wait until whoever works on it has finished", e);
        } catch (IOException e) {
            close(channel);
            throw UserProblem.failure("image " + image + " cannot be opened: " + reason(e), e);
        } catch (DamagedVolumeException e) {
            close(channel);
            throw UserProblem.failure("image " + image + " has no system volume: build one that has with bulkhead image --volume MIB", e);
        } catch (UserProblem e) {
            close(channel);
            throw e;
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The first problem is the one to report.
        }
    }

    private static Partition partition(FileChannel channel) throws IOException, DamagedVolumeException {
        ByteBuffer sector = ByteBuffer.allocate(Blocks.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        while (sector.hasRemaining() && channel.read(sector, sector.position()) >= 0) {
            // One read may give less than there is.
        }
        return Partition.find(sector, channel.size() / Blocks.SIZE);
    }

    /** Returns where the volume of a disk lies in a file of which {@code sector} is the beginning, as a number of bytes; the file's length if there is none. */
    public static long start(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return partition(channel).first() * Blocks.SIZE;
        } catch (DamagedVolumeException e) {
            return file.toFile().length();
        } catch (IOException e) {
            throw UserProblem.failure("image " + file + " cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "it does not exist" : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    /** Returns where the volume lies in the image, as a number of bytes. */
    public long start() {
        return start(image);
    }

    private interface Request<T> {
        T run() throws FileException;
    }

    private <T> T attempt(Request<T> request) {
        try {
            return request.run();
        } catch (DamagedVolumeException e) {
            throw UserProblem.failure("system volume of " + image + ": " + e.getMessage() + "; build the image anew, or have fsck.fat repair a copy of the partition", e);
        } catch (FileException e) {
            throw UserProblem.failure("system volume of " + image + ": " + e.getMessage(), e);
        }
    }

    /** Returns the bytes of a file. */
    public byte[] get(String path) {
        return attempt(() -> {
            FileInformation information = volume.information(path);
            if (information == null) {
                throw new MissingFileException("there is nothing at " + path);
            }
            byte[] bytes = new byte[Math.toIntExact(information.size())];
            volume.read(path, 0, ByteBuffer.wrap(bytes));
            return bytes;
        });
    }

    /** Returns what is at a path, or null if nothing is. */
    public FileInformation find(String path) {
        return attempt(() -> volume.information(path));
    }

    /** Returns what a folder has. */
    public List<FileInformation> list(String folder) {
        return attempt(() -> {
            List<FileInformation> found = new ArrayList<>();
            for (FileInformation next = volume.list(folder, 0); next != null; next = volume.list(folder, found.size())) {
                found.add(next);
            }
            return found;
        });
    }

    /** Puts a file into its place. */
    public void put(String path, byte[] contents) {
        put(Map.of(path, contents));
    }

    /** Puts files into their places: all of them are written before the first appears there, so if there is no room none does. */
    public void put(Map<String, byte[]> files) {
        List<String> written = new ArrayList<>();
        attempt(() -> {
            for (String path : files.keySet()) {
                FileInformation there = volume.information(path);
                if (there != null && there.kind() == FileKind.FOLDER) {
                    throw new FileRefusedException(path + " is a folder");
                }
            }
            try {
                for (byte[] contents : files.values()) {
                    String unfinished = UNFINISHED + written.size();
                    written.add(unfinished);
                    VolumeContents.put(volume, unfinished, contents);
                }
                int index = 0;
                for (String path : files.keySet()) {
                    volume.rename(written.get(index++), ByteBuffer.wrap(path.getBytes(StandardCharsets.UTF_8)));
                }
                volume.flush();
            } catch (FileException e) {
                forget(written, e);
                throw e;
            }
            return null;
        });
    }

    private void forget(List<String> written, FileException problem) {
        try {
            for (String each : written) {
                volume.delete(each);
            }
        } catch (FileException e) {
            problem.addSuppressed(e);
        }
    }

    /** Makes a folder, if there is none. */
    public void createFolder(String path) {
        attempt(() -> {
            volume.createFolder(path);
            return null;
        });
    }

    /** Deletes a file or an empty folder, if there is one. */
    public void delete(String path) {
        attempt(() -> {
            volume.delete(path);
            return null;
        });
    }

    /** Returns how many bytes are free. */
    public long free() {
        return attempt(() -> volume.volume().free());
    }

    /** Gives the volume of one image what the volume of another has, which is one of the same size at the same place: a copy of it that a machine has worked on. */
    public static void copy(Path from, Path to) {
        try (ImageVolume source = open(from); ImageVolume target = open(to)) {
            Partition partition = partition(source.channel);
            if (!partition.equals(partition(target.channel))) {
                throw UserProblem.failure("the system volumes of " + from + " and " + to + " do not have the same place and size: one of the images was built anew");
            }
            long start = partition.first() * Blocks.SIZE;
            long end = start + partition.sectors() * Blocks.SIZE;
            for (long at = start; at < end;) {
                at += source.channel.transferTo(at, end - at, target.channel.position(at));
            }
        } catch (IOException | DamagedVolumeException e) {
            throw UserProblem.failure("cannot keep the system volume in " + to + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw UserProblem.failure("image " + image + " cannot be written: " + reason(e), e);
        }
    }
}
