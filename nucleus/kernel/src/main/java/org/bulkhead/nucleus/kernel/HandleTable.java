package org.bulkhead.nucleus.kernel;

/**
 * What one isolate may name: up to {@link #SIZE} handles. Also, with 4 entries, what travels in a message.
 *
 * <pre>
 * handle: 31 0 | 30..8 generation of the entry | 7..0 index
 * </pre>
 * An entry's generation starts at 0 and rises whenever its handle is closed, so a closed handle stays refused. The <em>object</em>'s generation is kept beside it and is checked by whoever follows
 * the handle.
 */
public final class HandleTable {
    /** Entries of an isolate's table. */
    public static final int SIZE = 64;

    private static final int INDEX_BITS = 8;
    private static final int GENERATION_MASK = (1 << 31 - INDEX_BITS) - 1;

    private static final HandleKind[] KINDS = HandleKind.values();
    private static final byte NONE = (byte) HandleKind.NONE.ordinal();

    // Ordinals: storing an object into an array needs a type check that the nucleus has no code for.
    private final byte[] kinds;
    private final int[] generations;
    private final int[] objects;
    private final int[] objectGenerations;
    private final int[] rights;
    private final long[] data;
    private int used;

    public HandleTable(int size) {
        kinds = new byte[size];
        generations = new int[size];
        objects = new int[size];
        objectGenerations = new int[size];
        rights = new int[size];
        data = new long[size];
        reset();
    }

    /** Forgets everything, generations included: for an isolate that has just been made. */
    public void reset() {
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = NONE;
            generations[i] = 0;
        }
        used = 0;
    }

    /** Returns the index of a handle's entry, or BAD_HANDLE or STALE_HANDLE. */
    public long find(long handle) {
        long index = handle & (1 << INDEX_BITS) - 1;
        if (handle >>> 31 != 0 || index >= kinds.length) return Refusal.BAD_HANDLE;
        int entry = (int) index;
        if (generations[entry] != (int) (handle >>> INDEX_BITS)) return Refusal.STALE_HANDLE;
        return kinds[entry] == NONE ? Refusal.BAD_HANDLE : index;
    }

    /** Returns whether another handle fits. */
    public boolean hasRoom() { return used < kinds.length; }

    /** Returns whether {@code count} more handles fit. */
    public boolean hasRoomFor(int count) { return kinds.length - used >= count; }

    /** Enters a handle in the first free entry; there must be room. Returns its index. */
    public int add(HandleKind kind, int object, int objectGeneration, int right, long datum) {
        int index = 0;
        while (kinds[index] != NONE) index++;
        kinds[index] = (byte) kind.ordinal();
        objects[index] = object;
        objectGenerations[index] = objectGeneration;
        rights[index] = right;
        data[index] = datum;
        used++;
        return index;
    }

    /** Empties an entry. Releasing what it named is the caller's business. */
    public void remove(int index) {
        kinds[index] = NONE;
        generations[index] = generations[index] + 1 & GENERATION_MASK;
        used--;
    }

    /** Moves an entry to another table, which must have room. Returns its index there. */
    public int moveTo(HandleTable other, int index) {
        int there = other.add(kind(index), objects[index], objectGenerations[index], rights[index], data[index]);
        remove(index);
        return there;
    }

    /** Returns the handle that names an entry now. */
    public int handle(int index) { return generations[index] << INDEX_BITS | index; }

    public HandleKind kind(int index) { return KINDS[kinds[index]]; }

    /** Returns the index of the object in its pool. */
    public int object(int index) { return objects[index]; }

    /** Returns the generation that the object had when the handle was made. */
    public int objectGeneration(int index) { return objectGenerations[index]; }

    public int rights(int index) { return rights[index]; }

    /** Returns whether the entry has all the rights in {@code wanted}. */
    public boolean allows(int index, int wanted) { return (rights[index] & wanted) == wanted; }

    /** Adds rights to an entry; only the nucleus's own grants do that. */
    public void grant(int index, int more) { rights[index] |= more; }

    public long datum(int index) { return data[index]; }

    public int size() { return kinds.length; }

    /** Returns the number of handles. */
    public int used() { return used; }
}
