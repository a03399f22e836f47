package org.bulkhead.nucleus.kernel;

import java.util.Arrays;
import org.bulkhead.nucleus.abi.*;

/**
 * What one isolate may name: up to {@link #SIZE} handles. Also, with 4 entries, what travels in a message.
 *
 * <pre>
 * handle: 31 0 | 30..8 generation of the entry | 7..0 index
 * </pre>
 * An entry's generation starts at 0 and rises whenever its handle is closed, so a closed handle stays refused. The <em>object</em>'s generation is kept beside it and is checked whenever the handle
 * is followed.
 */
public final class HandleTable {
    /** Entries of an isolate's table. */
    public static final int SIZE = 64;

    private static final int GENERATION_MASK = (1 << 31 - Handle.INDEX_BITS) - 1;

    public final Handle[] entries;
    /** Number of handles. */
    public int used;
    /** Why the last handle that was not found was not. */
    public ErrorCode refusal = ErrorCode.BAD_HANDLE;

    public HandleTable(int size) {
        entries = new Handle[size];
        Arrays.setAll(entries, Handle::new);
    }

    /** Forgets everything, generations included, but for handle 0, the isolate itself, which is made anew. */
    public void reset(Isolate self) {
        for (int i = 0; i < entries.length; i++) {
            entries[i].kind = HandleKind.NONE;
            entries[i].generation = 0;
        }
        used = 0;
        add(HandleKind.ISOLATE, self, 0, 0, 0);
    }

    /** Returns the entry that a handle names, whatever became of the object; else null, and the refusal is BAD_HANDLE or STALE_HANDLE. */
    public Handle find(long handle) {
        int index = (int) handle & (1 << Handle.INDEX_BITS) - 1;
        if (handle >>> 31 != 0 || index >= entries.length) return refuse(ErrorCode.BAD_HANDLE);
        Handle entry = entries[index];
        if (entry.number() != (int) handle) return refuse(ErrorCode.STALE_HANDLE);
        return entry.kind == HandleKind.NONE ? refuse(ErrorCode.BAD_HANDLE) : entry;
    }

    /** Returns the entry that a handle names if it is of the kind, its object is there and it has the rights; else null, and the refusal is BAD_HANDLE, STALE_HANDLE, WRONG_KIND or NO_RIGHT. */
    public Handle find(long handle, HandleKind kind, int rights) {
        Handle entry = find(handle);
        if (entry == null) return null;
        if (entry.kind != kind) return refuse(ErrorCode.WRONG_KIND);
        if (entry.isStale()) return refuse(ErrorCode.STALE_HANDLE);
        return entry.allows(rights) ? entry : refuse(ErrorCode.NO_RIGHT);
    }

    private Handle refuse(ErrorCode code) {
        refusal = code;
        return null;
    }

    /** Returns whether {@code count} more handles fit. */
    public boolean hasRoomFor(int count) {
        return entries.length - used >= count;
    }

    /** Returns the place that the next handle gets; there must be room. */
    public int next() {
        int index = 0;
        while (entries[index].kind != HandleKind.NONE) {
            index++;
        }
        return index;
    }

    /** Enters a handle in the first free entry; there must be room. */
    public Handle add(HandleKind kind, KernelObject object, int rights, long a, long b) {
        Handle entry = entries[next()];
        entry.kind = kind;
        entry.object = object;
        entry.objectGeneration = object.generation;
        object.references++;
        entry.rights = rights;
        entry.a = a;
        entry.b = b;
        entry.creditBit = Handle.NO_BIT;
        used++;
        return entry;
    }

    /** Empties an entry. Ending what it named is the caller's business. */
    public void remove(Handle entry) {
        entry.object.references--;
        entry.kind = HandleKind.NONE;
        entry.generation = entry.generation + 1 & GENERATION_MASK;
        used--;
    }

    /** Moves an entry to another table, which must have room. Returns it there. */
    public Handle moveTo(HandleTable other, Handle entry) {
        Handle there = other.add(entry.kind, entry.object, entry.rights, entry.a, entry.b);
        there.objectGeneration = entry.objectGeneration;
        remove(entry);
        return there;
    }
}
