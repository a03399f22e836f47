package org.bulkhead.vm.runtime.memory;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.Magic;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.exceptions.MemoryErrors;
import org.bulkhead.vm.runtime.platform.Platform;
import org.bulkhead.vm.runtime.types.Hubs;

/** Makes objects on the program's heap. May collect, and so move every object, unless a method says otherwise. */
@NoStackProbe
public final class Allocation {
    /** Longest array that is tried for; above, the error says that it is the length that is at fault. */
    private static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 2;

    private static final MarkRegionHeap HEAP = new MarkRegionHeap(new PlatformMemory(), new ProgramRoots());
    private static final LineAllocator ROOM = HEAP.allocator();

    private Allocation() {}

    /** Gives the heap its first memory, as the platform says; comes before the first allocation. */
    public static void start(Platform platform) {
        HEAP.start(platform.heapStart(), platform.heapLimit(), platform.initialHeap(), platform.collectEvery());
    }

    /** Returns the program's heap. */
    public static MarkRegionHeap heap() {
        return HEAP;
    }

    /** Returns whether collections have cleared references that wait to be enqueued. */
    public static boolean pendingReferences() {
        return HEAP.references().arePending();
    }

    /** Returns the first of the list of references that wait to be enqueued, null if there is none; the list is the caller's. */
    public static Object takePendingReferences() {
        return Magic.objectAt(HEAP.references().takePending());
    }

    /** Returns a zeroed instance of the class with that hub. Does what the heap would do, as long as there is room, in few instructions: the compiler does not inline calls. */
    public static Object newInstance(Address hub) {
        LineAllocator room = ROOM;
        Address object = room.top;
        Address next = object.plus(hub.loadInt(HubLayout.INSTANCE_SIZE));
        if (room.softEnd.below(next)) {
            object = HEAP.allocate(Hubs.instanceSize(hub));
            if (object.isZero()) {
                throw MemoryErrors.heapSpace();
            }
        } else {
            room.top = next;
        }
        object.storeReference(hub, ObjectLayout.HUB);
        return Magic.objectAt(object);
    }

    /** Returns a zeroed array. */
    public static Object newArray(Address hub, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(Integer.toString(length));
        }
        if (length > MAX_ARRAY_LENGTH) {
            throw MemoryErrors.arrayLength();
        }
        long bytes = hub.loadByte(HubLayout.ARRAY_BASE) + ((long) length << hub.loadByte(HubLayout.LOG_ELEMENT_SIZE)) + ObjectLayout.ALIGNMENT - 1 & -ObjectLayout.ALIGNMENT;
        LineAllocator room = ROOM;
        Address array = room.top;
        Address next = array.plus(bytes);
        if (room.softEnd.below(next)) {
            array = HEAP.allocate(bytes);
            if (array.isZero()) {
                throw MemoryErrors.heapSpace();
            }
        } else {
            room.top = next;
        }
        array.storeReference(hub, ObjectLayout.HUB);
        array.storeInt(length, ObjectLayout.ARRAY_LENGTH);
        return Magic.objectAt(array);
    }

    /** Returns a zeroed instance without collecting, or null if there is no room. */
    public static Object newInstanceIfRoom(Address hub) {
        Address object = HEAP.allocateWithoutCollecting(Hubs.instanceSize(hub));
        if (!object.isZero()) {
            object.storeReference(hub, ObjectLayout.HUB);
        }
        return Magic.objectAt(object);
    }

    /** Returns a zeroed array without collecting, or null if there is no room. The length is not negative. */
    public static Object newArrayIfRoom(Address hub, int length) {
        long elements = (long) length << Hubs.logElementSize(hub);
        Address array = HEAP.allocateWithoutCollecting(ObjectLayout.align(Hubs.arrayBase(hub) + elements));
        if (!array.isZero()) {
            array.storeReference(hub, ObjectLayout.HUB);
            array.storeInt(length, ObjectLayout.ARRAY_LENGTH);
        }
        return Magic.objectAt(array);
    }

    /**
     * Returns an array of arrays with all components made.
     *
     * @param hub of the outermost array
     * @param dimensions how many lengths there are, 1 or more
     * @param lengths the address of the first length; each further one lies 8 bytes lower
     */
    public static Object newMultiArray(Address hub, int dimensions, Address lengths) {
        Address each = lengths;
        for (int i = 0; i < dimensions; i++) {
            int length = each.loadInt();
            if (length < 0) {
                throw new NegativeArraySizeException(Integer.toString(length));
            }
            each = each.minus(Long.BYTES);
        }
        return newNested(hub, dimensions, lengths);
    }

    /** Recurses to the number of dimensions in the source at most. */
    private static Object newNested(Address hub, int dimensions, Address lengths) {
        int length = lengths.loadInt();
        Object array = newArray(hub, length);
        if (dimensions > 1) {
            Object[] outer = (Object[]) array;
            for (int i = 0; i < length; i++) {
                outer[i] = newNested(Hubs.component(hub), dimensions - 1, lengths.minus(Long.BYTES));
            }
        }
        return array;
    }

    /** Returns a copy of an object or array, with an identity of its own. The caller has checked that it may be cloned. */
    public static Object copyOf(Object original) {
        Address hub = Hubs.of(original);
        long size = Objects.bareSize(Magic.addressOf(original), hub);
        Address copy = HEAP.allocate(size);
        if (copy.isZero()) {
            throw MemoryErrors.heapSpace();
        }
        copy.storeReference(hub, ObjectLayout.HUB);
        Magic.copy(Magic.addressOf(original).plus(ObjectLayout.FIRST_FIELD), copy.plus(ObjectLayout.FIRST_FIELD), size - ObjectLayout.FIRST_FIELD);
        return Magic.objectAt(copy);
    }

    /** Returns whether objects with that hub may be cloned. */
    public static boolean isCloneable(Address hub) {
        return Hubs.isArray(hub) || Hubs.has(hub, HubLayout.FLAG_CLONEABLE);
    }
}
