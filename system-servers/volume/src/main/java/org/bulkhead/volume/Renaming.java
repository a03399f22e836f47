package org.bulkhead.volume;

import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;

/**
 * Gives a file another entry, in such steps that its contents are never lost and never belong to two entries.
 *
 * <p>If both entries are in one sector, one write does it. Otherwise there are three:
 * <pre>
 *                    the old entry                        the new entry
 * 0                  the file                             nothing, or another file
 * 1 park             empty; remembers the file            nothing, or another file
 * 2 write            empty; remembers the file            the file
 * 3 remove           gone                                 the file
 * </pre>
 * After 1 the file's clusters seem to be nobody's; {@link FatCheck} finds what is parked, and takes step 1 back, or does step 3.
 */
final class Renaming {
    private final Medium medium;
    private final int now;

    Renaming(Medium medium, int now) {
        this.medium = medium;
        this.now = now;
    }

    /** Gives {@code file} the place of {@code other}, whose contents are given up. */
    void replace(Entry file, Entry other) throws DamagedVolumeException, VolumeErrorException {
        boolean isSameSector = file.folder().equals(other.folder()) && sector(file.first()) == sector(other.index()) && sector(file.index()) == sector(other.index());
        if (isSameSector) {
            other.folder().change(other.index(), (sector, at) -> {
                Slot.put(sector, at, file.start(), file.size(), now);
                for (int index = file.first(); index <= file.index(); index++) {
                    Slot.free(sector, Folder.offset(index));
                }
            });
        } else {
            file.folder().change(file.index(), Slot::park);
            other.folder().update(other, file.start(), file.size(), now);
            file.folder().remove(file.first(), file.index());
        }
        new Contents(medium).release(other.start());
    }

    /** Gives {@code file} the name {@code name}, which nothing has, in a folder. */
    void move(Entry file, Folder folder, String name) throws VolumeFullException, DamagedVolumeException, VolumeErrorException {
        Folder.NewEntry renamed = new Folder.NewEntry(name, FileKind.FILE, file.start(), file.size(), now);
        if (folder.equals(file.folder()) && folder.renameInPlace(file, renamed)) {
            return;
        }
        file.folder().change(file.index(), Slot::park);
        try {
            folder.add(renamed);
        } catch (VolumeFullException e) {
            file.folder().change(file.index(), Slot::restore);
            throw e;
        }
        file.folder().remove(file.first(), file.index());
    }

    private static int sector(int index) {
        return index / Slot.PER_SECTOR;
    }
}
