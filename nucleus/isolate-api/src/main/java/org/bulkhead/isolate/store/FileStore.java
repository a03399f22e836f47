package org.bulkhead.isolate.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeInformation;

/**
 * Whole files of the system volume, and pieces of them, for components that have bytes rather than lendable memory.
 *
 * <pre>
 * FileStore store = new FileStore(grants);                                  // &#64;UsesService(Files.SERVICE)
 * byte[] jar = store.readWhole("/modules/printer.jar", 1 &lt;&lt; 20);
 * store.replace("/modules/printer.jar", changed);                           // old or new, whatever dies meanwhile
 * </pre>
 * Paths are described in {@link Files}. Every method throws a {@link org.bulkhead.isolate.call.NucleusException} if the service cannot be asked at all.
 */
public final class FileStore {
    /** Bytes that move with each request; the memory for them is taken from the isolate's raw memory when it is first needed. */
    private static final int TRANSFER = 32 * 1024;
    private static final String ROOT = "";

    private final Files files;
    private final String scratch;
    /** Null until it is first needed, unless it was given. */
    private ByteBuffer memory;

    /**
     * Makes the access of a component to the system volume; sends nothing.
     *
     * @param grants the isolate's own, with {@code @UsesService(Files.SERVICE)}
     * @throws IllegalArgumentException if the manifest does not name the service
     */
    public FileStore(Grants grants) {
        this(new Services(grants).connect(Files.SERVICE, Files.class));
    }

    /**
     * Makes the access to the files of a given service.
     *
     * @param files the service
     */
    public FileStore(Files files) {
        this(files, ROOT);
    }

    /**
     * Makes the access to the files of a given service.
     *
     * @param files the service
     * @param scratch the folder of files that are not finished; it exists when one is begun
     */
    public FileStore(Files files, String scratch) {
        this.files = files;
        this.scratch = scratch;
    }

    /**
     * Makes the access to the files of a given service, with memory that the caller has.
     *
     * @param files the service
     * @param memory lent to it with each request, at least 32 KiB; nobody else uses it meanwhile
     */
    public FileStore(Files files, ByteBuffer memory) {
        this(files, ROOT);
        this.memory = memory;
    }

    /**
     * {@return what is at a path}
     *
     * @param path the path
     * @throws MissingFileException if nothing is
     * @throws FileException if it cannot be told
     */
    public FileInformation information(String path) throws FileException {
        FileInformation information = find(path);
        if (information == null) {
            throw new MissingFileException("there is nothing at " + path);
        }
        return information;
    }

    /**
     * {@return what is at a path, or null if nothing is}
     *
     * @param path the path
     * @throws FileException if it cannot be told
     */
    public FileInformation find(String path) throws FileException {
        return files.information(path);
    }

    /**
     * {@return what the volume is called, and how much room it has}
     *
     * @throws FileException if it cannot be told
     */
    public VolumeInformation volume() throws FileException {
        return files.volume();
    }

    /**
     * Deletes a file or an empty folder; if there is nothing at the path, nothing happens.
     *
     * @param path the path
     * @throws FileException if that cannot be done
     */
    public void delete(String path) throws FileException {
        files.delete(path);
    }

    /**
     * Makes a folder, in one that exists; if there is one already, nothing happens.
     *
     * @param path its path
     * @throws FileException if that cannot be done
     */
    public void createFolder(String path) throws FileException {
        files.createFolder(path);
    }

    /**
     * {@return what a folder has, in no particular order}
     *
     * @param folder its path
     * @throws FileException if it cannot be told
     */
    public List<FileInformation> list(String folder) throws FileException {
        List<FileInformation> found = new ArrayList<>();
        for (FileInformation next = files.list(folder, 0); next != null; next = files.list(folder, found.size())) {
            found.add(next);
        }
        return found;
    }

    /**
     * {@return all bytes of a file}
     *
     * @param path its path
     * @param limit most bytes that the caller has room for
     * @throws FileRefusedException if the file has more, or it is a folder
     * @throws FileException if it cannot be read
     */
    public byte[] readWhole(String path, int limit) throws FileException {
        FileInformation information = information(path);
        long size = information.size();
        if (information.kind() == FileKind.FOLDER) {
            throw new FileRefusedException(path + " is a folder");
        }
        if (size > limit) {
            throw new FileRefusedException(path + " has " + size + " bytes, at most " + limit + " can be read");
        }
        byte[] bytes = new byte[(int) size];
        int done = read(path, 0, bytes, 0, bytes.length);
        if (done < bytes.length) {
            throw new FileRefusedException(path + " became shorter while it was read");
        }
        return bytes;
    }

    /**
     * Reads a piece of a file.
     *
     * @param path its path
     * @param offset where the piece begins in the file, from 0 on
     * @param into receives the piece
     * @param at where in {@code into}
     * @param count bytes wanted
     * @return bytes read; fewer than wanted only where the file ends
     * @throws FileException if it cannot be read
     * @throws IndexOutOfBoundsException if {@code into} has no room for them
     */
    public int read(String path, long offset, byte[] into, int at, int count) throws FileException {
        Objects.checkFromIndexSize(at, count, into.length);
        int done = 0;
        while (done < count) {
            int wanted = Math.min(TRANSFER, count - done);
            int read = files.read(path, offset + done, memory().limit(wanted));
            memory.get(0, into, at + done, read);
            done += read;
            if (read < wanted) {
                break;
            }
        }
        return done;
    }

    /**
     * Gives a file other contents, or makes it: whatever dies meanwhile, it is as it was before or as it is meant to be. They are first written to a file in the root folder, unless another was chosen, whose name follows from the path, so two
     * components must not replace the same file at the same time.
     *
     * @param path its path
     * @param content what it is to have
     * @throws FileException if that cannot be done; the file is as it was
     */
    public void replace(String path, byte[] content) throws FileException {
        replace(path, List.of(content));
    }

    /**
     * Gives a file other contents that lie in several arrays, as {@link #replace(String, byte[])} does.
     *
     * @param path its path
     * @param pieces what it is to have, one after the other
     * @throws FileException if that cannot be done; the file is as it was
     */
    public void replace(String path, List<byte[]> pieces) throws FileException {
        finish(path, unfinished -> {
            ByteBuffer collected = memory();
            long done = 0;
            for (byte[] piece : pieces) {
                int taken = 0;
                while (taken < piece.length) {
                    if (!collected.hasRemaining()) {
                        done += write(unfinished, done, collected);
                    }
                    int count = Math.min(collected.remaining(), piece.length - taken);
                    collected.put(piece, taken, count);
                    taken += count;
                }
            }
            write(unfinished, done, collected);
        });
    }

    /** Writes what was put into a buffer, which is empty then; returns the number of bytes. */
    private int write(String path, long offset, ByteBuffer collected) throws FileException {
        int count = collected.flip().remaining();
        if (count > 0) {
            files.write(path, offset, collected);
        }
        collected.clear().limit(TRANSFER);
        return count;
    }

    /**
     * Gives a file the contents of another, or makes it, as {@link #replace} does.
     *
     * @param path of the file whose contents are copied
     * @param target path of the copy
     * @throws FileException if that cannot be done; the target is as it was
     */
    public void copy(String path, String target) throws FileException {
        finish(target, unfinished -> {
            long done = 0;
            for (int read = files.read(path, done, memory()); read > 0; read = files.read(path, done, memory())) {
                files.write(unfinished, done, memory.limit(read));
                done += read;
            }
        });
    }

    private interface Filling {
        void fill(String unfinished) throws FileException;
    }

    private void finish(String path, Filling filling) throws FileException {
        String unfinished = scratch + "/~" + Integer.toHexString(path.hashCode()) + ".new";
        try {
            files.create(unfinished);
            filling.fill(unfinished);
            rename(unfinished, path);
        } catch (FileException e) {
            forget(unfinished, e);
            throw e;
        }
    }

    /**
     * Gives a file another path, as {@link Files#rename} does.
     *
     * @param path of the file
     * @param target the other path
     * @throws FileException if that cannot be done; both are as they were
     */
    public void rename(String path, String target) throws FileException {
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Files.PATH_LIMIT) {
            throw new FileRefusedException("a path has at most " + Files.PATH_LIMIT + " bytes, this has " + bytes.length + ": " + target);
        }
        files.rename(path, memory().put(bytes).flip());
    }

    /** What could not be finished takes no room; if that fails too, the first problem is the one to report. */
    private void forget(String unfinished, FileException problem) {
        try {
            files.delete(unfinished);
        } catch (FileException e) {
            problem.addSuppressed(e);
        }
    }

    private ByteBuffer memory() {
        if (memory == null) {
            memory = RawMemory.allocateBuffer(TRANSFER);
        }
        return memory.clear().limit(TRANSFER);
    }
}
