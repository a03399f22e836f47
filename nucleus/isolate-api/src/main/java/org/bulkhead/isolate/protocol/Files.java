package org.bulkhead.isolate.protocol;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.message.LeaseAccess;

/**
 * Files and folders of a volume, by path. Nothing is ever open: each request says all that it is about, and may be repeated, so clients do not notice when the server or the disk's driver dies.
 *
 * <p>A <em>path</em> begins with {@code /} and has at most {@value #PATH_LIMIT} bytes of UTF-8: names with a {@code /} between each two, such as {@code /modules/printer.jar}; {@code /} alone is the root folder.
 * A <em>name</em> has 1 to {@value #NAME_LIMIT} bytes of UTF-8: letters of whatever language, digits, spaces and others, but not {@code / \ : * ? " < > |} or control characters; it does not end with a
 * space or a dot. Upper and lower case are kept, and do not tell names apart. A file that another system has given a longer name appears here under its short one, such as {@code VERYLO~1.JAR}.
 *
 * <p>Everybody who uses the service reads and changes everything, but for what the loader believes: below {@value #SYSTEM}, and of files that end with {@value #SEALED_SUFFIX}, only the host changes anything (the latter are
 * deleted by everybody), below {@value #MODULE_CACHE} only the loader. Other requests to do so are a {@link FileRefusedException}.
 *
 * <p>What has changed a file is on the disk when the request has been answered, and whatever dies meanwhile, other files and the folders are whole. A file that must be either old or new is written under another
 * name, and takes the old one's place by {@link #rename}; {@link org.bulkhead.isolate.store.FileStore} does so.
 */
@Protocol
public interface Files {
    /** Name of the service. */
    String SERVICE = "files";
    /** The folder of what the system itself was made with. */
    String SYSTEM = "/system";
    /** The class files of {@code java.base} that the image was made of, a jar whose entries are not compressed. */
    String CLASS_LIBRARY = SYSTEM + "/java.base.jar";
    /** The class files of what drivers, servers and programs are written against, another such jar. */
    String API_LIBRARY = SYSTEM + "/bulkhead.jar";
    /** The class files that the image was made from, without the class library's. */
    String IMAGE_LIBRARY = SYSTEM + "/image.jar";
    /** The model of the image that the volume came with: against that, modules are linked. */
    String IMAGE_MODEL = SYSTEM + "/image.model";
    /** The folder of what users install. */
    String MODULES = "/modules";
    /** The folder of sealed modules that the loader has made. */
    String MODULE_CACHE = MODULES + "/cache";
    /** How the names of files end that the loader takes for sealed modules. */
    String SEALED_SUFFIX = ".module";
    /** Most bytes of a path. */
    int PATH_LIMIT = 80;
    /** Most bytes of a name. */
    int NAME_LIMIT = 76;
    /** Most bytes of a volume's label. */
    int LABEL_LIMIT = 11;
    /** Largest transfer of one request, in bytes. */
    int TRANSFER_LIMIT = 64 * 1024;
    /** Most bytes of a file. */
    long SIZE_LIMIT = 0xFFFF_FFFFL;

    /**
     * {@return what the volume is called, and how much room it has}
     *
     * @throws DamagedVolumeException if the disk has no volume, or its structures contradict themselves
     * @throws VolumeErrorException if the disk cannot be read
     */
    @Idempotent
    VolumeInformation volume() throws DamagedVolumeException, VolumeErrorException;

    /**
     * {@return what is at a path, or null if nothing is}
     *
     * @param path the path
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path
     * @throws VolumeErrorException if the disk cannot be read
     */
    @Idempotent
    @Nullable
    FileInformation information(@MaxLength(PATH_LIMIT) String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * {@return number {@code index} of what a folder has, in no particular order, or null beyond the last} What is created or deleted between two requests may move others to another index.
     *
     * @param folder path of the folder
     * @param index from 0 on
     * @throws MissingFileException if there is no such folder
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path or a file
     * @throws VolumeErrorException if the disk cannot be read
     */
    @Idempotent
    @Nullable
    FileInformation list(@MaxLength(PATH_LIMIT) String folder, int index) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Reads bytes of a file from {@code offset} on to the start of {@code into}.
     *
     * @param path path of the file
     * @param offset from 0 on
     * @param into lent for writing: at least one byte and at most {@link #TRANSFER_LIMIT} remain in it; its position stays
     * @return bytes that were read: as many as remain in {@code into}, or fewer where the file ends; 0 at its end and beyond
     * @throws MissingFileException if there is no such file
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path or a folder
     * @throws VolumeErrorException if the disk cannot be read
     */
    @Idempotent
    int read(@MaxLength(PATH_LIMIT) String path, long offset, @Lent(value = LeaseAccess.WRITE, max = TRANSFER_LIMIT) ByteBuffer into)
            throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Writes what remains in {@code from} to a file, from {@code offset} on; the file grows if it must. If this fails or somebody dies, any of these bytes may be written.
     *
     * @param path path of the file
     * @param offset from 0 to the file's size
     * @param from lent for reading: at most {@link #TRANSFER_LIMIT} bytes remain in it; its position stays
     * @throws MissingFileException if there is no such file
     * @throws VolumeFullException if the file would have to grow and there is no room
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path, a folder, {@code offset} lies beyond the file's end, or the file would have more than {@link #SIZE_LIMIT} bytes
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void write(@MaxLength(PATH_LIMIT) String path, long offset, @Lent(value = LeaseAccess.READ, max = TRANSFER_LIMIT) ByteBuffer from)
            throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Makes an empty file; one that exists loses its contents.
     *
     * @param path path of the file, in a folder that exists
     * @throws MissingFileException if its folder is missing
     * @throws VolumeFullException if the folder would have to grow and there is no room
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path or there is a folder of that name
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void create(@MaxLength(PATH_LIMIT) String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Makes a folder; if there is one already, nothing happens.
     *
     * @param path path of the folder, in a folder that exists
     * @throws MissingFileException if the folder around it is missing
     * @throws VolumeFullException if there is no room
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path or there is a file of that name
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void createFolder(@MaxLength(PATH_LIMIT) String path) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Cuts a file off.
     *
     * @param path path of the file
     * @param size bytes that stay, from 0 to the file's size
     * @throws MissingFileException if there is no such file
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path, a folder, or the file is shorter
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void truncate(@MaxLength(PATH_LIMIT) String path, long size) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Deletes a file or an empty folder; if there is nothing at the path, nothing happens.
     *
     * @param path its path
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if it is no path, the root folder, or a folder that is not empty
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void delete(@MaxLength(PATH_LIMIT) String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Gives a file another path, where it takes the place of a file that may be there: whatever dies meanwhile, the other path has the old file or the new one, whole. If there is nothing at {@code path} and a file at the
     * other path, that has been done already, and nothing happens.
     *
     * @param path path of the file
     * @param target lent for reading: UTF-8 of the other path, which no message has room for beside the first; in a folder that exists
     * @throws MissingFileException if there is no such file, or no folder for it
     * @throws VolumeFullException if the folder would have to grow and there is no room
     * @throws DamagedVolumeException if structures of the volume contradict themselves
     * @throws FileRefusedException if one is no path or a folder
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void rename(@MaxLength(PATH_LIMIT) String path, @Lent(value = LeaseAccess.READ, max = PATH_LIMIT) ByteBuffer target)
            throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException;

    /**
     * Returns when everything written is on the medium, and not only in the memory of the disk itself, which a loss of power would take.
     *
     * @throws VolumeErrorException if the disk reports an error
     */
    @Idempotent
    void flush() throws VolumeErrorException;
}
