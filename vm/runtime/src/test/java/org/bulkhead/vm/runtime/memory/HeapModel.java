package org.bulkhead.vm.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.types.Hubs;

/** A heap on simulated memory, and beside it a model of what must be in it. Every object has a number: an instance in its first field, an array of bytes in its first elements. */
final class HeapModel implements HeapMemory, Roots {
    static final int ROOT_COUNT = 16;
    static final int LOG_REFERENCE = 2;
    private static final long BASE = 0x2000_0000L;
    private static final long ROOTS = 0x60_0000L;
    private static final long NO_QUEUE = 0x70_0000L;
    private static final long QUEUE = 0x71_0000L;
    private static final int CLASSES = 4;

    /** What is known of an object: the numbers of those it refers to, 0 for null, and whether the first of them is weak. */
    record Known(int[] edges, Strength strength) {
    }

    enum Strength { STRONG, SOFT, WEAK }

    final SimulatedMemory memory = new SimulatedMemory().use().map(ROOTS, ROOT_COUNT * ObjectLayout.REFERENCE_SIZE);
    final SimulatedHubs hubs = new SimulatedHubs();
    final List<Address> classes = new ArrayList<>();
    final Address weak;
    final Address soft;
    final Address references;
    final Address bytes;
    final MarkRegionHeap heap = new MarkRegionHeap(this, this);
    final Map<Integer, Known> model = new HashMap<>();
    final Map<Integer, Integer> hashes = new HashMap<>();
    final Set<Address> released = new HashSet<>();
    long mapped;
    long mappable = Long.MAX_VALUE;
    /** What keeps objects alive besides the {@link #ROOT_COUNT} roots. */
    Roots others = collector -> { };
    int made;

    HeapModel(long initial, long limit, int every) {
        for (int i = 0; i < CLASSES; i++) {
            classes.add(hubs.classWithReferences(i));
        }
        weak = hubs.referenceClass(0);
        soft = hubs.referenceClass(HubLayout.FLAG_SOFT_REFERENCE);
        references = hubs.arrayOf(hubs.object(), LOG_REFERENCE);
        bytes = hubs.arrayOf(hubs.primitive(), 0);
        heap.references().describe(SimulatedHubs.referenceOffset(0), SimulatedHubs.referenceOffset(1), SimulatedHubs.referenceOffset(2), Address.fromLong(NO_QUEUE));
        heap.start(Address.fromLong(BASE), limit, initial, every);
    }

    @Override
    public boolean map(Address start, long length) {
        if (mapped + length > mappable) {
            return false;
        }
        mapped += length;
        memory.map(start.toLong(), length);
        return true;
    }

    @Override
    public void release(Address start, long length) {
        memory.unmap(start.toLong(), length);
        memory.map(start.toLong(), length);
        released.add(start);
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public void collected(CollectionFigures figures) {
        assertEquals(heap.figures(), figures);
    }

    @Override
    public void forwardAll(Collector collector) {
        for (int i = 0; i < ROOT_COUNT; i++) {
            collector.forward(root(i));
        }
        others.forwardAll(collector);
    }

    Address root(int index) {
        return Address.fromLong(ROOTS + (long) index * ObjectLayout.REFERENCE_SIZE);
    }

    Address get(int root) {
        return root(root).loadReference(0);
    }

    private Address allocate(Address hub, long size, int root) {
        Address object = heap.allocate(size);
        if (!object.isZero()) {
            for (long i = 0; i < size; i += Long.BYTES) {
                assertEquals(0, object.plus(i).loadLong(), "fresh memory is zero");
            }
            object.storeReference(hub, ObjectLayout.HUB);
            root(root).storeReference(object, 0);
        }
        return object;
    }

    /** Makes an object with up to three references and puts it into a root; returns whether there was room. */
    boolean make(int root, int referenceCount) {
        Address hub = classes.get(referenceCount);
        Address object = allocate(hub, Hubs.instanceSize(hub), root);
        if (object.isZero()) {
            return false;
        }
        object.storeInt(++made, ObjectLayout.FIRST_FIELD);
        model.put(made, new Known(new int[referenceCount], Strength.STRONG));
        return true;
    }

    /** Makes an array of at least 4 bytes, which hold its number and a pattern. */
    boolean makeBytes(int root, int length) {
        Address array = allocate(bytes, ObjectLayout.arraySize(0, length), root);
        if (array.isZero()) {
            return false;
        }
        array.storeInt(length, ObjectLayout.ARRAY_LENGTH);
        int base = ObjectLayout.arrayBase(1);
        array.storeInt(++made, base);
        for (int i = Integer.BYTES; i < length; i++) {
            array.storeByte((byte) (made * 31 + i), base + i);
        }
        model.put(made, new Known(new int[0], Strength.STRONG));
        return true;
    }

    /** Makes a reference to what a root holds, with a queue if {@code strength} is weak. */
    boolean makeReference(int root, int referent, Strength strength) {
        Address hub = strength == Strength.SOFT ? soft : weak;
        Address object = allocate(hub, Hubs.instanceSize(hub), root);
        if (object.isZero()) {
            return false;
        }
        object.storeInt(++made, ObjectLayout.FIRST_FIELD);
        object.storeReference(Address.fromLong(strength == Strength.SOFT ? NO_QUEUE : QUEUE), SimulatedHubs.referenceOffset(1));
        object.storeReference(get(referent), SimulatedHubs.referenceOffset(0));
        model.put(made, new Known(new int[] {number(get(referent))}, strength));
        return true;
    }

    int number(Address object) {
        if (object.isZero()) {
            return 0;
        }
        return object.loadInt(Hubs.of(object).sameAs(bytes) ? ObjectLayout.arrayBase(1) : ObjectLayout.FIRST_FIELD);
    }

    void link(int from, int slot, int to) {
        Address source = get(from);
        Known known = model.get(number(source));
        if (known.strength() == Strength.STRONG && known.edges().length != 0) {
            int index = slot % known.edges().length;
            source.storeReference(get(to), SimulatedHubs.referenceOffset(index));
            known.edges()[index] = number(get(to));
        }
    }

    void hash(int root) {
        Address object = get(root);
        int hash = Objects.identityHash(object);
        assertEquals(hashes.getOrDefault(number(object), hash), hash, "the identity hash of an object never changes");
        hashes.put(number(object), hash);
    }

    /** Returns the numbers of what the model says is reached without going through weak references. */
    Set<Integer> strong() {
        Set<Integer> reached = new TreeSet<>();
        Deque<Integer> queue = new ArrayDeque<>();
        for (int i = 0; i < ROOT_COUNT; i++) {
            queue.add(number(get(i)));
        }
        while (!queue.isEmpty()) {
            int number = queue.remove();
            if (number != 0 && reached.add(number) && model.get(number).strength() != Strength.WEAK) {
                for (int each : model.get(number).edges()) {
                    queue.add(each);
                }
            }
        }
        return reached;
    }

    /** Has cleared references cleared in the model as well: right after a collection, those to what is not in {@code strong}; checks that exactly they are pending. */
    void checkCleared(Set<Integer> strong) {
        Set<Integer> expected = new TreeSet<>();
        for (int number : strong) {
            Known known = model.get(number);
            if (known.strength() == Strength.WEAK && known.edges()[0] != 0 && !strong.contains(known.edges()[0])) {
                known.edges()[0] = 0;
                expected.add(number);
            }
        }
        Set<Integer> pending = new TreeSet<>();
        Address each = heap.references().takePending();
        while (!each.isZero()) {
            pending.add(number(each));
            Address next = each.loadReference(SimulatedHubs.referenceOffset(2));
            each.storeReference(Address.zero(), SimulatedHubs.referenceOffset(2));
            each = next;
        }
        assertEquals(expected, pending, "references that were cleared are pending");
    }

    /** Walks everything reachable and compares it with the model; returns the number of objects. */
    int check() {
        Map<Integer, Address> seen = new HashMap<>();
        Deque<Address> queue = new ArrayDeque<>();
        for (int i = 0; i < ROOT_COUNT; i++) {
            visit(get(i), seen, queue);
        }
        while (!queue.isEmpty()) {
            Address object = queue.remove();
            Known known = model.get(number(object));
            assertNotNull(known, () -> object + " is no object that was made");
            if (Hubs.of(object).sameAs(bytes)) {
                checkBytes(object);
            } else {
                assertEquals(known.strength() == Strength.STRONG ? classes.get(known.edges().length) : known.strength() == Strength.SOFT ? soft : weak, Hubs.of(object));
                for (int i = 0; i < known.edges().length; i++) {
                    assertEquals(known.edges()[i], visit(object.loadReference(SimulatedHubs.referenceOffset(i)), seen, queue));
                }
            }
        }
        seen.forEach((number, object) -> {
            if (hashes.containsKey(number)) {
                assertEquals(hashes.get(number), Objects.identityHash(object));
            }
        });
        return seen.size();
    }

    private void checkBytes(Address array) {
        int number = number(array);
        for (int i = Integer.BYTES; i < array.loadInt(ObjectLayout.ARRAY_LENGTH); i++) {
            assertEquals((byte) (number * 31 + i), array.loadByte(ObjectLayout.arrayBase(1) + i));
        }
    }

    /** Returns the number of an object, 0 for null, and queues it if it is new. */
    private int visit(Address object, Map<Integer, Address> seen, Deque<Address> queue) {
        if (object.isZero()) {
            return 0;
        }
        assertTrue(heap.contains(object), () -> object + " lies outside the heap");
        int number = number(object);
        Address known = seen.putIfAbsent(number, object);
        if (known == null) {
            queue.add(object);
        } else {
            assertEquals(known, object, () -> "object " + number + " exists twice");
        }
        return number;
    }
}
