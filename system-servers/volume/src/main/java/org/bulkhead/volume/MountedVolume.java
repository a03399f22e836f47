package org.bulkhead.volume;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.FileRefusedException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.MissingFileException;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;
import org.bulkhead.isolate.protocol.VolumeInformation;

/** The operations of {@link Files} on a volume that has been read in and checked. After an error of the disk, or damage, what is in memory may differ from the disk, and the volume must be read in again. */
final class MountedVolume {
    private final Medium medium;
    private final Contents contents;
    /** Why nothing is written to the volume, null if all is well. */
    private final String damage;
    /** The entry that was looked up last, under {@link #lastPath}; null when something has changed. */
    private Entry last;
    private String lastPath;
    /** The folder that was listed last, and which entry begins at which of its slots or behind; null when something has changed. */
    private Folder listed;
    private int listedIndex;
    private int listedSlot;

    private MountedVolume(Medium medium, String damage) {
        this.medium = medium;
        this.damage = damage;
        contents = new Contents(medium);
    }

    /**
     * Reads a volume in, and repairs what a death has left.
     *
     * @throws DamagedVolumeException if it is no volume; one that is damaged further inside can be read, as far as the damage allows
     */
    static MountedVolume of(Blocks blocks) throws DamagedVolumeException, VolumeErrorException {
        ByteBuffer first = SectorCache.empty();
        blocks.read(0, first);
        FatLayout layout = FatLayout.read(first, blocks.count());
        Medium medium = new Medium(layout, blocks, new FatTable(layout, blocks), new SectorCache(blocks));
        try {
            FatCheck.repair(medium);
            return new MountedVolume(medium, null);
        } catch (DamagedVolumeException e) {
            return new MountedVolume(medium, e.getMessage());
        }
    }

    VolumeInformation volume() {
        FatLayout layout = medium.layout();
        return new VolumeInformation(layout.label(), (long) layout.clusters() * layout.clusterBytes(), (long) medium.table().freeClusters() * layout.clusterBytes(), layout.clusterBytes());
    }

    FileInformation information(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        String[] names = FatPath.names(path);
        if (names.length == 0) {
            return new FileInformation("/", FileKind.FOLDER, 0, FatTime.millis(0));
        }
        Entry entry = find(path, names);
        return entry == null ? null : entry.information();
    }

    FileInformation list(String path, int index) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        if (index < 0) {
            throw new FileRefusedException("entry " + index + " of " + path + ": they are counted from 0 on");
        }
        Folder folder = folder(path, FatPath.names(path));
        boolean isFurther = folder.equals(listed) && index >= listedIndex;
        FolderReader reader = new FolderReader(folder, isFurther ? listedSlot : 0);
        Entry entry = reader.next();
        for (int at = isFurther ? listedIndex : 0; entry != null && at < index; at++) {
            entry = reader.next();
        }
        if (entry == null) {
            return null;
        }
        listed = folder;
        listedIndex = index + 1;
        listedSlot = reader.index();
        return entry.information();
    }

    int read(String path, long offset, ByteBuffer into) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        Entry file = file(path);
        if (offset < 0) {
            throw new FileRefusedException("byte " + offset + " of " + path + ": they are counted from 0 on");
        }
        int count = (int) Math.min(into.remaining(), Math.max(file.size() - offset, 0));
        contents.read(file, offset, into.duplicate().limit(into.position() + count));
        return count;
    }

    void write(String path, long offset, ByteBuffer from, long now)
            throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        Entry file = file(path);
        if (offset < 0 || offset > file.size()) {
            throw new FileRefusedException(path + " has " + file.size() + " bytes: from byte " + offset + " on nothing can be written");
        }
        if (offset + from.remaining() > Files.SIZE_LIMIT) {
            throw new FileRefusedException(path + " would have more than " + Files.SIZE_LIMIT + " bytes");
        }
        contents.write(file, offset, from, FatTime.of(now));
        forget();
    }

    void create(String path, long now) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        String[] names = names(path);
        Entry found = find(path, names);
        if (found == null) {
            parent(path, names).add(new Folder.NewEntry(names[names.length - 1], FileKind.FILE, 0, 0, FatTime.of(now)));
        } else if (found.isFolder()) {
            throw new FileRefusedException(path + " is a folder");
        } else {
            contents.truncate(found, 0, FatTime.of(now));
        }
        forget();
    }

    void createFolder(String path, long now) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        String[] names = FatPath.names(path);
        Entry found = names.length == 0 ? null : find(path, names);
        if (names.length == 0 || found != null && found.isFolder()) {
            return;
        }
        if (found != null) {
            throw new FileRefusedException(path + " is a file");
        }
        Folder parent = parent(path, names);
        int cluster = medium.table().allocate(1, 0);
        int stamp = FatTime.of(now);
        ByteBuffer first = SectorCache.empty();
        Slot.putEntry(first, 0, FatFormat.ascii(".", Slot.NAME_SIZE), Slot.FOLDER, cluster, 0, stamp);
        Slot.putEntry(first, Slot.SIZE, FatFormat.ascii("..", Slot.NAME_SIZE), Slot.FOLDER, parent.start(), 0, stamp);
        medium.sectors().writeBlank(medium.layout().sector(cluster), medium.layout().clusterSectors(), first);
        medium.table().save();
        try {
            parent.add(new Folder.NewEntry(names[names.length - 1], FileKind.FOLDER, cluster, 0, stamp));
        } catch (VolumeFullException e) {
            contents.release(cluster);
            throw e;
        }
        forget();
    }

    void truncate(String path, long size, long now) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        Entry file = file(path);
        if (size < 0 || size > file.size()) {
            throw new FileRefusedException(path + " has " + file.size() + " bytes: it cannot be cut off after " + size);
        }
        contents.truncate(file, size, FatTime.of(now));
        forget();
    }

    void delete(String path) throws DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        Entry found = find(path, names(path));
        if (found == null) {
            return;
        }
        if (found.isFolder() && !new Folder(medium, found.start()).isEmpty()) {
            throw new FileRefusedException(path + " is a folder that is not empty");
        }
        found.folder().remove(found.first(), found.index());
        contents.release(found.start());
        forget();
    }

    void rename(String path, String target, long now) throws MissingFileException, VolumeFullException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        requireWhole();
        String[] names = names(path);
        String[] targetNames = names(target);
        Entry file = find(path, names);
        Entry other = find(target, targetNames);
        if (file == null && other != null && !other.isFolder()) {
            return;
        }
        if (file == null) {
            throw new MissingFileException("there is no file " + path);
        }
        if (file.isFolder() || other != null && other.isFolder()) {
            throw new FileRefusedException((file.isFolder() ? path : target) + " is a folder");
        }
        Folder folder = parent(target, targetNames);
        Renaming renaming = new Renaming(medium, FatTime.of(now));
        boolean isSame = other != null && other.folder().equals(file.folder()) && other.index() == file.index();
        if (other == null || isSame) {
            renaming.move(file, folder, targetNames[targetNames.length - 1]);
        } else {
            renaming.replace(file, other);
        }
        forget();
    }

    void flush() throws VolumeErrorException {
        medium.blocks().flush();
    }

    private void requireWhole() throws DamagedVolumeException {
        if (damage != null) {
            throw new DamagedVolumeException("volume damaged, not written to: " + damage);
        }
    }

    private void forget() {
        last = null;
        listed = null;
    }

    /** Returns the names of the path of a file or folder that has a folder around it. */
    private static String[] names(String path) throws FileRefusedException {
        String[] names = FatPath.names(path);
        if (names.length == 0) {
            throw new FileRefusedException("/ is the root folder, which stays as it is");
        }
        return names;
    }

    private Entry file(String path) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        String[] names = FatPath.names(path);
        Entry found = names.length == 0 ? null : find(path, names);
        if (names.length == 0 || found != null && found.isFolder()) {
            throw new FileRefusedException(path + " is a folder");
        }
        if (found == null) {
            throw new MissingFileException("there is no file " + path);
        }
        return found;
    }

    private Folder folder(String path, String[] names) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        if (names.length == 0) {
            return new Folder(medium, 0);
        }
        Entry found = find(path, names);
        if (found == null) {
            throw new MissingFileException("there is no folder " + path);
        }
        if (!found.isFolder()) {
            throw new FileRefusedException(path + " is a file");
        }
        return new Folder(medium, found.start());
    }

    private Folder parent(String path, String[] names) throws MissingFileException, DamagedVolumeException, FileRefusedException, VolumeErrorException {
        Folder folder = new Folder(medium, 0);
        for (int i = 0; i + 1 < names.length; i++) {
            Entry found = folder.find(names[i]);
            if (found == null) {
                throw new MissingFileException("the folder " + names[i] + " of " + path + " is missing");
            }
            if (!found.isFolder()) {
                throw new FileRefusedException(names[i] + " in " + path + " is a file");
            }
            folder = new Folder(medium, found.start());
        }
        return folder;
    }

    /** Returns what is at a path that is not the root folder's, or null. */
    private Entry find(String path, String[] names) throws DamagedVolumeException, VolumeErrorException {
        if (last != null && path.equals(lastPath)) {
            return last;
        }
        Folder folder = new Folder(medium, 0);
        Entry found = null;
        for (int i = 0; i < names.length; i++) {
            found = folder.find(names[i]);
            if (found == null || i + 1 < names.length && !found.isFolder()) {
                return null;
            }
            folder = new Folder(medium, found.start());
        }
        last = found;
        lastPath = path;
        return found;
    }
}
