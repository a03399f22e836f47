package org.bulkhead.volume;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.FileKind;
import org.bulkhead.isolate.protocol.VolumeErrorException;
import org.bulkhead.isolate.protocol.VolumeFullException;

/**
 * A folder and its slots. Each entry that is made here lies with its long name in one sector, so that it comes, goes and changes with one write.
 *
 * @param medium the volume
 * @param start its first cluster, 0 of the root folder
 */
record Folder(Medium medium, int start) {
    /** Most sectors of a folder: 65,536 slots. */
    private static final int MOST_SECTORS = 65_536 / Slot.PER_SECTOR;

    /**
     * What becomes of an entry: its name, and what it stands for.
     *
     * @param modified as {@link FatTime} has it
     */
    record NewEntry(String name, FileKind kind, int start, long size, int modified) {
        private int attributes() {
            return kind == FileKind.FOLDER ? Slot.FOLDER : Slot.FILE;
        }
    }

    /** Returns the offset in its sector of a slot. */
    static int offset(int index) {
        return index % Slot.PER_SECTOR * Slot.SIZE;
    }

    boolean isRoot() {
        return start == 0;
    }

    /** Returns where on the volume sector number {@code number} of this folder is, or -1 behind the last. */
    private long sector(int number) throws DamagedVolumeException {
        FatLayout layout = medium.layout();
        if (isRoot()) {
            return number < layout.rootSectors() ? layout.rootStart() + number : -1;
        }
        if (number >= MOST_SECTORS) {
            throw new DamagedVolumeException("the folder from cluster " + start + " on has more than " + MOST_SECTORS + " sectors");
        }
        int within = number % layout.clusterSectors();
        int index = number / layout.clusterSectors();
        if (within == 0 && index > 0 && medium.table().next(medium.table().follow(start, index - 1)) == FatTable.END) {
            return -1;
        }
        return layout.sector(medium.table().follow(start, index)) + within;
    }

    /** Returns the sector with a slot, to be looked at, or null behind the last. */
    ByteBuffer view(int index) throws DamagedVolumeException, VolumeErrorException {
        long sector = sector(index / Slot.PER_SECTOR);
        return sector < 0 ? null : medium.sectors().view(sector);
    }

    /** Returns the entry of a name, or null. */
    Entry find(String name) throws DamagedVolumeException, VolumeErrorException {
        FolderReader reader = new FolderReader(this, 0);
        Entry entry = reader.next();
        while (entry != null && !entry.isNamed(name)) {
            entry = reader.next();
        }
        return entry;
    }

    boolean isEmpty() throws DamagedVolumeException, VolumeErrorException {
        return new FolderReader(this, 0).next() == null;
    }

    private boolean hasShort(byte[] name) throws DamagedVolumeException, VolumeErrorException {
        ByteBuffer wanted = ByteBuffer.wrap(name);
        for (int index = 0; ; index++) {
            ByteBuffer sector = view(index);
            int at = offset(index);
            if (sector == null || Slot.first(sector, at) == Slot.NOTHING_BEHIND) {
                return false;
            }
            if (!Slot.isFree(sector, at) && !Slot.isPiece(sector, at) && sector.slice(at, Slot.NAME_SIZE).equals(wanted)) {
                return true;
            }
        }
    }

    /** Changes a sector of this folder. */
    interface Change {
        void make(ByteBuffer sector, int at);
    }

    /** Changes the entry in a slot, with one write. */
    void change(int index, Change change) throws DamagedVolumeException, VolumeErrorException {
        long sector = sector(index / Slot.PER_SECTOR);
        ByteBuffer bytes = medium.sectors().copy(sector);
        change.make(bytes, offset(index));
        medium.sectors().write(sector, bytes);
    }

    /** Changes what an entry stands for. */
    void update(Entry entry, int start, long size, int modified) throws DamagedVolumeException, VolumeErrorException {
        change(entry.index(), (sector, at) -> Slot.put(sector, at, start, size, modified));
    }

    /** Frees some slots, those of the last sector first: there the entry itself is. */
    void remove(int first, int last) throws DamagedVolumeException, VolumeErrorException {
        for (int number = last / Slot.PER_SECTOR; number >= first / Slot.PER_SECTOR; number--) {
            long sector = sector(number);
            ByteBuffer bytes = medium.sectors().copy(sector);
            free(bytes, number, first, last);
            medium.sectors().write(sector, bytes);
        }
    }

    private static void free(ByteBuffer sector, int number, int first, int last) {
        for (int index = Math.max(first, number * Slot.PER_SECTOR); index <= Math.min(last, number * Slot.PER_SECTOR + Slot.PER_SECTOR - 1); index++) {
            Slot.free(sector, offset(index));
        }
    }

    /**
     * Moves one of this folder's entries within its sector, and gives it another name, with one write; returns whether there was room.
     *
     * @param renamed what it has then
     */
    boolean renameInPlace(Entry entry, NewEntry renamed) throws DamagedVolumeException, VolumeErrorException {
        int number = entry.index() / Slot.PER_SECTOR;
        if (entry.first() / Slot.PER_SECTOR != number) {
            return false;
        }
        long sector = sector(number);
        ByteBuffer bytes = medium.sectors().copy(sector);
        free(bytes, number, entry.first(), entry.index());
        byte[] shortName = ShortName.of(renamed.name, this::hasShort);
        int count = slots(renamed.name, shortName);
        int slot = room(bytes, count);
        if (slot < 0) {
            return false;
        }
        put(bytes, slot, renamed, shortName);
        medium.sectors().write(sector, bytes);
        return true;
    }

    /**
     * Makes an entry, visible with the last write.
     *
     * @throws VolumeFullException if this folder has no room and can get none; nothing is changed then
     */
    void add(NewEntry entry) throws VolumeFullException, DamagedVolumeException, VolumeErrorException {
        byte[] shortName = ShortName.of(entry.name, this::hasShort);
        int count = slots(entry.name, shortName);
        for (int number = 0; ; number++) {
            long sector = sector(number);
            if (sector < 0) {
                extend(number, entry, shortName);
                return;
            }
            ByteBuffer bytes = medium.sectors().copy(sector);
            int slot = room(bytes, count);
            int end = end(bytes);
            if (slot >= 0) {
                if (slot + count == Slot.PER_SECTOR && end < Slot.PER_SECTOR) {
                    endAt(number + 1);
                }
                put(bytes, slot, entry, shortName);
                medium.sectors().write(sector, bytes);
                return;
            }
            if (end < Slot.PER_SECTOR) {
                addBehind(number, entry, shortName);
                for (int i = end; i < Slot.PER_SECTOR; i++) {
                    Slot.free(bytes, offset(i));
                }
                medium.sectors().write(sector, bytes);
                return;
            }
        }
    }

    /** Makes an entry in the sector after {@code number}, in which this folder ends. */
    private void addBehind(int number, NewEntry entry, byte[] shortName) throws VolumeFullException, DamagedVolumeException, VolumeErrorException {
        long next = sector(number + 1);
        if (next < 0) {
            extend(number + 1, entry, shortName);
        } else {
            ByteBuffer bytes = SectorCache.empty();
            put(bytes, 0, entry, shortName);
            medium.sectors().write(next, bytes);
        }
    }

    /** Nothing is said of what lies behind the end of a folder: when the end moves to the start of a sector, it is made to be there. */
    private void endAt(int number) throws DamagedVolumeException, VolumeErrorException {
        long sector = sector(number);
        if (sector >= 0 && Slot.first(medium.sectors().view(sector), 0) != Slot.NOTHING_BEHIND) {
            medium.sectors().write(sector, SectorCache.empty());
        }
    }

    /** Gives this folder, which has {@code number} sectors, a cluster more, with an entry at its start. */
    private void extend(int number, NewEntry entry, byte[] shortName) throws VolumeFullException, DamagedVolumeException, VolumeErrorException {
        FatLayout layout = medium.layout();
        if (isRoot()) {
            throw new VolumeFullException("the root folder has no room for " + entry.name + ": put it into a folder");
        }
        if (number + layout.clusterSectors() > MOST_SECTORS) {
            throw new VolumeFullException("the folder has no room for " + entry.name + ": it has " + MOST_SECTORS * Slot.PER_SECTOR + " slots already");
        }
        int last = medium.table().follow(start, number / layout.clusterSectors() - 1);
        int added = medium.table().allocate(1, last);
        ByteBuffer first = SectorCache.empty();
        put(first, 0, entry, shortName);
        medium.sectors().writeBlank(layout.sector(added), layout.clusterSectors(), first);
        medium.table().save();
        medium.table().set(last, added);
        medium.table().save();
    }

    /** Returns the slot of a sector from which on there is room, or -1. */
    private static int room(ByteBuffer sector, int count) {
        int free = 0;
        boolean isBehindEnd = false;
        for (int i = 0; i < Slot.PER_SECTOR; i++) {
            isBehindEnd |= Slot.first(sector, offset(i)) == Slot.NOTHING_BEHIND;
            free = isBehindEnd || Slot.isFree(sector, offset(i)) ? free + 1 : 0;
            if (free == count) {
                return i + 1 - count;
            }
        }
        return -1;
    }

    /** Returns the slot of a sector in which the folder ends, one more than the last if it does not. */
    private static int end(ByteBuffer sector) {
        int slot = 0;
        while (slot < Slot.PER_SECTOR && Slot.first(sector, offset(slot)) != Slot.NOTHING_BEHIND) {
            slot++;
        }
        return slot;
    }

    private static int slots(String name, byte[] shortName) {
        return ShortName.isWhole(name) && isSame(name, shortName) ? 1 : 1 + (name.length() + Slot.CHARACTERS - 1) / Slot.CHARACTERS;
    }

    private static boolean isSame(String name, byte[] shortName) {
        ByteBuffer slot = ByteBuffer.allocate(Slot.SIZE).put(0, shortName);
        return ShortName.read(slot, 0).equals(name);
    }

    private static void put(ByteBuffer sector, int slot, NewEntry entry, byte[] shortName) {
        int end = end(sector);
        int pieces = slots(entry.name, shortName) - 1;
        for (int i = 0; i < pieces; i++) {
            Slot.putPiece(sector, offset(slot + i), entry.name, pieces - i, Slot.checksum(shortName));
        }
        Slot.putEntry(sector, offset(slot + pieces), shortName, entry.attributes(), entry.start, entry.size, entry.modified);
        int behind = slot + pieces + 1;
        if (behind > end && behind < Slot.PER_SECTOR) {
            sector.put(offset(behind), (byte) Slot.NOTHING_BEHIND);
        }
    }
}
