package org.bulkhead.servers.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;
import org.bulkhead.isolate.protocol.VolumeInformation;

/**
 * Files of which everybody may read all, and nobody changes what the loader believes: {@value Files#SYSTEM} and the names of sealed modules are only written by the host, {@value Files#MODULE_CACHE} only by programs of
 * the image that may load modules. So whatever runs as code has been made by the host or by the loader, unless somebody writes to the disk from outside.
 */
final class ProtectedFiles implements Files {
    private static final String SYSTEM_REFUSAL = "only the host changes " + SYSTEM + ": use bulkhead volume there";
    private static final String CACHE_REFUSAL = "only the loader changes " + MODULE_CACHE + ", and bulkhead volume on the host";
    private static final String MODULE_REFUSAL = "only the host makes files *" + SEALED_SUFFIX + ": use bulkhead install there";

    private final Files files;
    private final Manifest[] system;
    private final IntSupplier caller;

    /** Protects {@code files} in a system with those programs; {@code caller} tells the number of the program that asks. */
    ProtectedFiles(Files files, Manifest[] system, IntSupplier caller) {
        this.files = files;
        this.system = system;
        this.caller = caller;
    }

    private boolean mayLoad() {
        int program = caller.getAsInt();
        return program < system.length && system[program] != null && system[program].loadsModules();
    }

    private static boolean isWithin(String path, String folder) {
        // As names of files are compared.
        return path.regionMatches(true, 0, folder, 0, folder.length()) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }

    private void requireRemovable(String path) throws FileRefusedException {
        if (isWithin(path, SYSTEM)) {
            throw new FileRefusedException(SYSTEM_REFUSAL);
        }
        if (isWithin(path, MODULE_CACHE) && !mayLoad()) {
            throw new FileRefusedException(CACHE_REFUSAL);
        }
    }

    private void requireWritable(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireRemovable(path);
        // A file that is there may have been named by its short name.
        FileInformation found = isModule(path) ? null : files.information(path);
        if (isModule(path) || found != null && isModule(found.name())) {
            throw new FileRefusedException(MODULE_REFUSAL);
        }
    }

    private static boolean isModule(String name) {
        return name.regionMatches(true, name.length() - SEALED_SUFFIX.length(), SEALED_SUFFIX, 0, SEALED_SUFFIX.length());
    }

    @Override
    public VolumeInformation volume() throws DamagedVolumeException, VolumeErrorException {
        return files.volume();
    }

    @Override
    public FileInformation information(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        return files.information(path);
    }

    @Override
    public FileInformation list(String folder, int index) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        return files.list(folder, index);
    }

    @Override
    public int read(String path, long offset, ByteBuffer into) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        return files.read(path, offset, into);
    }

    @Override
    public void write(String path, long offset, ByteBuffer from)
            throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWritable(path);
        files.write(path, offset, from);
    }

    @Override
    public void create(String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWritable(path);
        files.create(path);
    }

    @Override
    public void createFolder(String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWritable(path);
        files.createFolder(path);
    }

    @Override
    public void truncate(String path, long size) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWritable(path);
        files.truncate(path, size);
    }

    @Override
    public void delete(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireRemovable(path);
        files.delete(path);
    }

    @Override
    public void rename(String path, ByteBuffer target) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        // Read once: whoever lent it may change it meanwhile.
        byte[] bytes = new byte[target.remaining()];
        target.get(target.position(), bytes);
        requireRemovable(path);
        requireWritable(new String(bytes, StandardCharsets.UTF_8));
        files.rename(path, ByteBuffer.wrap(bytes));
    }

    @Override
    public void flush() throws VolumeErrorException {
        files.flush();
    }
}
