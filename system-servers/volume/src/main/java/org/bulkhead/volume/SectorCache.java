package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.isolate.protocol.VolumeErrorException;

/** The sectors of folders that were used last. What is written goes to the disk at once. */
final class SectorCache {
    /** Sectors that are kept, 32 KiB. */
    private static final int LIMIT = 64;
    private static final float LOAD = 0.75f;

    private final Blocks blocks;
    private final Map<Long, ByteBuffer> kept = new LinkedHashMap<>(2 * LIMIT, LOAD, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
            return size() > LIMIT;
        }
    };

    SectorCache(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Returns a sector's bytes, little-endian, which are only to be looked at. */
    ByteBuffer view(long sector) throws VolumeErrorException {
        ByteBuffer found = kept.get(sector);
        if (found == null) {
            found = empty();
            blocks.read(sector, found);
            kept.put(sector, found);
        }
        return found;
    }

    /** Returns a copy of a sector's bytes, to be changed and written. */
    ByteBuffer copy(long sector) throws VolumeErrorException {
        return empty().put(0, view(sector), 0, Blocks.SIZE);
    }

    void write(long sector, ByteBuffer bytes) throws VolumeErrorException {
        blocks.write(sector, bytes);
        kept.put(sector, bytes);
    }

    /** Writes zeros to some sectors, but {@code first} to the first of them. */
    void writeBlank(long sector, int count, ByteBuffer first) throws VolumeErrorException {
        for (int i = 0; i < count; i++) {
            kept.remove(sector + i);
        }
        blocks.write(sector, ByteBuffer.allocate(count * Blocks.SIZE).put(0, first, 0, Blocks.SIZE));
    }

    static ByteBuffer empty() {
        return ByteBuffer.allocate(Blocks.SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }
}
