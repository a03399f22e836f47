package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** Goes through the entries of a folder, from one of its slots on. */
final class FolderReader {
    private final Folder folder;
    private final LongName pending = new LongName();
    private final List<Integer> orphans = new ArrayList<>();
    private int index;

    FolderReader(Folder folder, int index) {
        this.folder = folder;
        this.index = index;
    }

    /** Returns the number of the slot behind the last entry. */
    int index() {
        return index;
    }

    /** Returns the numbers of the slots passed so far that have pieces of a long name without its entry. */
    List<Integer> orphans() {
        return orphans;
    }

    /** Returns the next file or folder, or null behind the last. */
    Entry next() throws DamagedVolumeException, VolumeErrorException {
        while (true) {
            ByteBuffer sector = folder.view(index);
            int at = Folder.offset(index);
            if (sector == null || Slot.first(sector, at) == Slot.NOTHING_BEHIND) {
                abandon();
                return null;
            }
            if (Slot.first(sector, at) == Slot.NOTHING) {
                abandon();
            } else if (Slot.isPiece(sector, at)) {
                piece(sector, at);
            } else if ((Slot.attributes(sector, at) & Slot.LABEL) != 0) {
                abandon();
            } else {
                Entry entry = entry(sector, at);
                index++;
                if (entry != null) {
                    return entry;
                }
                continue;
            }
            index++;
        }
    }

    private void piece(ByteBuffer sector, int at) {
        if (!pending.add(sector, at, index)) {
            abandon();
            if (!pending.add(sector, at, index)) {
                orphans.add(index);
            }
        }
    }

    /** What was read of a long name belongs to nothing. */
    private void abandon() {
        for (int i = pending.firstIndex(index); i < index; i++) {
            orphans.add(i);
        }
        pending.clear();
    }

    /** Returns the entry in a slot, null for those by which a folder names itself and the one around it. */
    private Entry entry(ByteBuffer sector, int at) {
        String shortName = ShortName.read(sector, at);
        String name = shortName;
        int first = index;
        if (pending.belongsTo(sector, at)) {
            first = pending.firstIndex(index);
            String longName = pending.text();
            name = FatPath.isName(longName) ? longName : shortName;
            pending.clear();
        } else {
            abandon();
        }
        boolean isFolder = (Slot.attributes(sector, at) & Slot.FOLDER) != 0;
        if (isFolder && (shortName.equals(".") || shortName.equals(".."))) {
            return null;
        }
        return new Entry(folder, first, index, name, shortName, isFolder ? FileKind.FOLDER : FileKind.FILE, Slot.start(sector, at), isFolder ? 0 : Slot.size(sector, at), Slot.modified(sector, at));
    }
}
