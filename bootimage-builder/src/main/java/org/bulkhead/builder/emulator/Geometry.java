package org.bulkhead.builder.emulator;

/**
 * Cylinders, heads and sectors per track whose product is exactly a disk's number of sectors.
 *
 * <p>Bochs insists on such a product; nothing else uses it, since blocks are addressed by number.
 */
record Geometry(long cylinders, int heads, int sectors) {
    private static final int MOST_HEADS = 16;
    private static final int MOST_SECTORS = 63;
    /** Most cylinders that Bochs can be told. */
    private static final long MOST_CYLINDERS = 262_143;

    /** Returns the exact geometry with the fewest cylinders. */
    static Geometry of(long totalSectors) {
        Geometry best = new Geometry(totalSectors, 1, 1);
        for (int heads = 1; heads <= MOST_HEADS; heads++) {
            for (int sectors = 1; sectors <= MOST_SECTORS; sectors++) {
                long track = (long) heads * sectors;
                if (totalSectors % track == 0 && totalSectors / track < best.cylinders) {
                    best = new Geometry(totalSectors / track, heads, sectors);
                }
            }
        }
        return best;
    }

    /** Returns the number of cylinders for Bochs, 0 if it is too large to be told: then Bochs divides for itself. */
    long tellableCylinders() {
        return cylinders <= MOST_CYLINDERS ? cylinders : 0;
    }
}
