package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Inline;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.Uninterruptible;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.bulkhead.vm.runtime.types.Hubs;

/**
 * Finds the live objects of the heap: sets the mark bit of each, marks the lines it lies in, and moves it if it lies in a block that is to be emptied.
 *
 * <p>A moved object's old header holds the address of the copy with bit 0 set; hubs are at even addresses. Where there is no room for a copy, the object stays where it is.
 */
@Uninterruptible(reason = "an allocation would find the heap half marked, and collect again")
public final class Collector {
    private static final int FORWARDED = 1;
    private static final int LIST_HEADER = 4;
    /** Elements of an array that are looked into at a time. */
    private static final int PART_LENGTH = 1024;

    private final HeapTables tables;
    private final MarkStack stack;
    private final LineAllocator copies;
    private final References references;
    private Address heapStart = Address.zero();
    private Address heapEnd = Address.zero();
    private boolean evacuating;
    private long moved;

    /** Makes a collector that takes room for copies from {@code copies}. */
    Collector(HeapTables tables, LineAllocator copies, References references) {
        this.tables = tables;
        this.copies = copies;
        this.references = references;
        stack = new MarkStack(tables);
    }

    /** Marks all live objects, and moves those in blocks that are {@link HeapTables#CANDIDATE}; {@code candidates} is how many there are. */
    void collect(Roots roots, long candidates) {
        heapStart = tables.start();
        heapEnd = tables.end();
        evacuating = candidates != 0;
        moved = 0;
        stack.start();
        references.start(this);
        roots.forwardAll(this);
        drain();
        references.finish(this);
    }

    /** Returns what knows about references; roots may describe them to it before they forward anything. */
    References references() {
        return references;
    }

    /** Returns the bytes that the last collection moved. */
    long moved() {
        return moved;
    }

    /** Updates the 32-bit reference stored at {@code slot}, and keeps the object it leads to alive. */
    @Inline
    public void forward(Address slot) {
        Address object = slot.loadReference(0);
        if (object.below(heapEnd) && object.atLeast(heapStart)) {
            reach(slot, object);
        }
    }

    private void reach(Address slot, Address object) {
        if (evacuating) {
            slot.storeReference(moved(object), 0);
        } else if (tables.mark(object)) {
            stack.push(object);
        }
    }

    /** Returns whether an object has been reached; those outside the heap always are. */
    boolean isReached(Address object) {
        return object.atLeast(heapEnd) || object.below(heapStart) || tables.isMarked(object) || (object.loadInt(ObjectLayout.HUB) & FORWARDED) != 0;
    }

    /** Returns where an object, or 0, is after this collection, and keeps it alive. */
    Address kept(Address object) {
        return object.below(heapEnd) && object.atLeast(heapStart) ? moved(object) : object;
    }

    private Address moved(Address object) {
        if (tables.has(object, HeapTables.CANDIDATE)) {
            int header = object.loadInt(ObjectLayout.HUB);
            if ((header & FORWARDED) != 0) {
                return Address.fromInt(header - FORWARDED);
            }
            if (!tables.isMarked(object)) {
                Address copy = move(object, Address.fromInt(header));
                if (!copy.isZero()) {
                    return copy;
                }
            }
        }
        if (tables.mark(object)) {
            stack.push(object);
        }
        return object;
    }

    /** Returns the copy of an object, or 0 if it does not move. */
    private Address move(Address object, Address hub) {
        long bare = Objects.bareSize(object, hub);
        int hashState = Objects.hashState(object);
        long size = hashState == StatusWord.UNHASHED ? bare : bare + StatusWord.HASH_BYTES;
        Address copy = size > HeapTables.LARGEST_MOVED ? Address.zero() : copies.take(size);
        if (copy.isZero()) {
            return copy;
        }
        if (hashState == StatusWord.HASHED) {
            Magic.copy(object, copy, bare);
            copy.plus(bare).storeLong(Objects.hashOfAddress(object));
            copy.storeInt(object.loadInt(ObjectLayout.STATUS) + (StatusWord.HASH_STORED - StatusWord.HASHED), ObjectLayout.STATUS);
        } else {
            Magic.copy(object, copy, size);
        }
        object.storeInt(copy.toInt() | FORWARDED, ObjectLayout.HUB);
        moved += size;
        tables.mark(copy);
        stack.push(copy);
        return copy;
    }

    /** Looks into everything that was reached, and what is reached from there. */
    private void drain() {
        do {
            int none = 0;
            // When as many times nothing was left to fetch, nothing is fetched any more; but the last that was may have reached others.
            while (none < MarkStack.AHEAD || !stack.isEmpty()) {
                int entry = 0;
                if (stack.isEmpty()) {
                    none++;
                } else {
                    entry = stack.pop();
                    none = 0;
                }
                if ((entry & MarkStack.PART) != 0) {
                    forwardPart(Address.fromInt(entry - MarkStack.PART), stack.pop());
                } else {
                    Address fetched = stack.exchange(entry);
                    if (!fetched.isZero()) {
                        lookInto(fetched);
                    }
                }
            }
        } while (findForgotten());
    }

    /** Looks into all objects of blocks for whose objects the stack had no room; returns whether there were any. */
    private boolean findForgotten() {
        if (!stack.wasOverflowed()) {
            return false;
        }
        Address end = copies.touchedEnd();
        for (Address block = heapStart; block.below(end); block = block.plus(HeapTables.BLOCK)) {
            if (tables.has(block, HeapTables.OVERFLOWED)) {
                tables.clear(block, HeapTables.OVERFLOWED);
                Address blockEnd = block.plus(HeapTables.BLOCK);
                for (Address each = tables.nextMarked(block, blockEnd); each.below(blockEnd); each = tables.nextMarked(each.plus(ObjectLayout.ALIGNMENT), blockEnd)) {
                    lookInto(each);
                }
            }
        }
        return true;
    }

    /** Marks the lines of an object that was reached, and reaches what its fields refer to. */
    private void lookInto(Address object) {
        Address hub = Hubs.of(object);
        long size = Objects.bareSize(object, hub);
        tables.markLines(object, Objects.hashState(object) == StatusWord.HASH_STORED ? size + StatusWord.HASH_BYTES : size);
        forwardFields(object, hub);
    }

    private void forwardFields(Address object, Address hub) {
        if (Hubs.isReferenceArray(hub)) {
            forwardPart(object, 0);
        } else if (Hubs.has(hub, HubLayout.FLAG_REFERENCE)) {
            references.visit(this, object, hub);
        } else {
            forwardMapped(object, hub, 0);
        }
    }

    /** Forwards the fields that the hub says are references, if any, but not the one at the offset {@code weak}. */
    void forwardMapped(Address object, Address hub, int weak) {
        Address map = hub.loadReference(HubLayout.REFERENCE_MAP);
        if (!map.isZero()) {
            Address end = map.plus(LIST_HEADER + (long) map.loadInt() * Integer.BYTES);
            for (Address each = map.plus(LIST_HEADER); each.below(end); each = each.plus(Integer.BYTES)) {
                int offset = each.loadInt();
                if (offset != weak) {
                    forward(object.plus(offset));
                }
            }
        }
    }

    private void forwardPart(Address array, int index) {
        int length = array.loadInt(ObjectLayout.ARRAY_LENGTH);
        if (length - index > PART_LENGTH) {
            stack.pushPart(array, index + PART_LENGTH);
            forwardElements(array, index, index + PART_LENGTH);
        } else {
            forwardElements(array, index, length);
        }
    }

    private void forwardElements(Address array, int from, int to) {
        Address first = array.plus(Hubs.arrayBase(Hubs.of(array)));
        forwardSlots(first.plus((long) from * ObjectLayout.REFERENCE_SIZE), first.plus((long) to * ObjectLayout.REFERENCE_SIZE));
    }

    private void forwardSlots(Address first, Address end) {
        for (Address slot = first; slot.below(end); slot = slot.plus(ObjectLayout.REFERENCE_SIZE)) {
            forward(slot);
        }
    }

    /** Forwards all references in an object outside the heap, but of an array, which may be long, only those that lie from {@code from} on and below {@code to}; returns the address behind the object. */
    Address scan(Address object, Address from, Address to) {
        Address end = object.plus(Objects.size(object));
        if (isReferenceArray(object)) {
            Address first = object.plus(Hubs.arrayBase(Hubs.of(object)));
            Address last = first.plus((long) object.loadInt(ObjectLayout.ARRAY_LENGTH) * ObjectLayout.REFERENCE_SIZE);
            forwardSlots(first.below(from) ? from : first, last.below(to) ? last : to);
        } else {
            forwardFields(object, Hubs.of(object));
        }
        return end;
    }

    /** Returns whether an object is an array of references. */
    static boolean isReferenceArray(Address object) {
        return Hubs.isReferenceArray(Hubs.of(object));
    }
}
