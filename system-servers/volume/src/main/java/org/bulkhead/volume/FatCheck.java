package org.bulkhead.volume;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.bulkhead.isolate.protocol.DamagedVolumeException;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/**
 * Looks through a whole volume before it is used, and repairs what a death between two writes leaves: clusters that belong to nothing, chains that are longer than their files, pieces of long names without an entry, and
 * parked entries. What else contradicts itself is damage, which is not touched.
 */
final class FatCheck {
    private final Medium medium;
    private final FatLayout layout;
    private final FatTable table;
    private final BitSet claimed = new BitSet();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final List<Repair> repairs = new ArrayList<>();
    private final List<Entry> parked = new ArrayList<>();

    private interface Repair {
        void run() throws DamagedVolumeException, VolumeErrorException;
    }

    private FatCheck(Medium medium) {
        this.medium = medium;
        layout = medium.layout();
        table = medium.table();
    }

    /**
     * Checks a volume and repairs it.
     *
     * @throws DamagedVolumeException if it is damaged, naming the first damage that was found; nothing was written
     */
    static void repair(Medium medium) throws DamagedVolumeException, VolumeErrorException {
        FatCheck check = new FatCheck(medium);
        check.look();
        for (Repair each : check.repairs) {
            each.run();
        }
        check.releaseUnclaimed();
    }

    private void look() throws DamagedVolumeException, VolumeErrorException {
        folders.add(new Folder(medium, 0));
        while (!folders.isEmpty()) {
            Folder folder = folders.remove();
            FolderReader reader = new FolderReader(folder, 0);
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                look(entry);
            }
            reader.orphans().forEach(index -> repairs.add(() -> folder.change(index, Slot::free)));
        }
        for (Entry each : parked) {
            settle(each);
        }
    }

    private void look(Entry entry) throws DamagedVolumeException, VolumeErrorException {
        if (entry.isFolder()) {
            claim(entry.start(), Integer.MAX_VALUE, entry.name());
            folders.add(new Folder(medium, entry.start()));
            return;
        }
        if (Slot.isParked(entry.folder().view(entry.index()), Folder.offset(entry.index()))) {
            parked.add(entry);
            return;
        }
        int wanted = layout.clustersFor(entry.size());
        if (wanted == 0 && entry.start() != 0) {
            repairs.add(() -> entry.folder().update(entry, 0, 0, FatTime.of(entry.modified())));
        } else if (wanted > 0) {
            claimFile(entry.start(), wanted, entry.name());
        }
    }

    /** Claims a file's clusters; if the chain goes on, it is cut there. */
    private void claimFile(int start, int wanted, String name) throws DamagedVolumeException {
        int last = claim(start, wanted, name);
        if (table.next(last) != FatTable.END) {
            repairs.add(() -> {
                table.set(last, FatTable.END);
                table.save();
            });
        }
    }

    /** Claims clusters of a chain up to {@code most}; returns the last. All of them are wanted, unless no number is that large. */
    private int claim(int start, int most, String name) throws DamagedVolumeException {
        if (!layout.isCluster(start)) {
            throw new DamagedVolumeException(name + " begins at cluster " + start + ", which is none");
        }
        int cluster = start;
        for (int count = 1; ; count++) {
            if (claimed.get(cluster)) {
                throw new DamagedVolumeException(name + " has cluster " + cluster + ", which is in use already");
            }
            claimed.set(cluster);
            if (count == most) {
                return cluster;
            }
            int next = table.next(cluster);
            if (next == FatTable.END) {
                if (most != Integer.MAX_VALUE) {
                    throw new DamagedVolumeException(name + " has " + count + " clusters, its size needs " + most);
                }
                return cluster;
            }
            cluster = next;
        }
    }

    /** What was parked has moved, or is where it was. */
    private void settle(Entry entry) throws DamagedVolumeException, VolumeErrorException {
        int start = Slot.parkedStart(entry.folder().view(entry.index()), Folder.offset(entry.index()));
        long size = Slot.parkedSize(entry.folder().view(entry.index()), Folder.offset(entry.index()));
        if (layout.isCluster(start) && claimed.get(start)) {
            repairs.add(() -> entry.folder().remove(entry.first(), entry.index()));
        } else {
            if (size > 0) {
                claimFile(start, layout.clustersFor(size), entry.name());
            }
            repairs.add(() -> entry.folder().change(entry.index(), Slot::restore));
        }
    }

    private void releaseUnclaimed() throws VolumeErrorException {
        for (int cluster = FatLayout.FIRST_CLUSTER; cluster < FatLayout.FIRST_CLUSTER + layout.clusters(); cluster++) {
            if (table.isUsed(cluster) && !claimed.get(cluster)) {
                table.set(cluster, 0);
            }
        }
        table.save();
    }
}
