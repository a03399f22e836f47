package org.bulkhead.vm.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.junit.jupiter.api.Test;

class SemiSpaceHeapTest {
    private static final long BASE = 0x2000_0000L;
    private static final long HALF = 0x100_0000L;
    private static final long ROOTS = 0x60_0000L;
    private static final int ROOT_COUNT = 16;
    private static final int LOG_REFERENCE = 2;

    /** A heap on simulated memory, and beside it a model of what must be in it. */
    private static final class World implements HeapMemory, Roots {
        final SimulatedMemory memory = new SimulatedMemory().use().map(ROOTS, ROOT_COUNT * ObjectLayout.REFERENCE_SIZE);
        final SimulatedHubs hubs = new SimulatedHubs();
        final List<Address> classes = new ArrayList<>();
        final Address references;
        final Address bytes;
        final SemiSpaceHeap heap = new SemiSpaceHeap(this, this, Address.fromLong(BASE), HALF);
        /** For the number of each object made, the numbers of those it refers to, 0 for null. */
        final Map<Integer, int[]> model = new HashMap<>();
        final Map<Integer, Integer> hashes = new HashMap<>();
        int made;

        World(long initial, long maximum, int every) {
            for (int i = 0; i < 4; i++) {
                classes.add(hubs.classWithReferences(i));
            }
            references = hubs.arrayOf(hubs.object(), LOG_REFERENCE);
            bytes = hubs.arrayOf(hubs.primitive(), 0);
            heap.start(initial, maximum, every);
        }

        @Override
        public boolean map(Address start, long length) {
            memory.map(start.toLong(), length);
            return true;
        }

        @Override
        public void exhausted() {
            throw new AssertionError("memory ran out in a collection");
        }

        @Override
        public void forwardAll(Collector collector) {
            for (int i = 0; i < ROOT_COUNT; i++) {
                collector.forward(root(i));
            }
        }

        Address root(int index) {
            return Address.fromLong(ROOTS + (long) index * ObjectLayout.REFERENCE_SIZE);
        }

        Address get(int root) {
            return root(root).loadReference(0);
        }

        /** Makes an object with up to three references and puts it into a root; returns whether there was room. */
        boolean make(int root, int referenceCount) {
            Address hub = classes.get(referenceCount);
            Address object = heap.allocate(Objects.bareSize(Address.zero(), hub));
            if (object.isZero()) {
                return false;
            }
            for (int i = 0; i < Objects.bareSize(object, hub); i += Integer.BYTES) {
                assertEquals(0, object.loadInt(i), "fresh memory is zero");
            }
            object.storeReference(hub, ObjectLayout.HUB);
            object.storeInt(++made, ObjectLayout.FIRST_FIELD);
            model.put(made, new int[referenceCount]);
            root(root).storeReference(object, 0);
            return true;
        }

        void link(int from, int slot, int to) {
            Address source = get(from);
            int[] edges = model.get(source.loadInt(ObjectLayout.FIRST_FIELD));
            if (edges.length != 0) {
                int index = slot % edges.length;
                Address target = get(to);
                source.storeReference(target, SimulatedHubs.referenceOffset(index));
                edges[index] = target.isZero() ? 0 : target.loadInt(ObjectLayout.FIRST_FIELD);
            }
        }

        void hash(int root) {
            Address object = get(root);
            int number = object.loadInt(ObjectLayout.FIRST_FIELD);
            int hash = Objects.identityHash(object);
            assertEquals(hashes.getOrDefault(number, hash), hash, "the identity hash of an object never changes");
            hashes.put(number, hash);
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
                int[] edges = model.get(object.loadInt(ObjectLayout.FIRST_FIELD));
                assertEquals(classes.get(edges.length), object.loadReference(ObjectLayout.HUB));
                for (int i = 0; i < edges.length; i++) {
                    assertEquals(edges[i], visit(object.loadReference(SimulatedHubs.referenceOffset(i)), seen, queue));
                }
            }
            seen.forEach((number, object) -> {
                if (hashes.containsKey(number)) {
                    assertEquals(hashes.get(number), Objects.identityHash(object));
                }
            });
            return seen.size();
        }

        /** Returns the number of an object, 0 for null, and queues it if it is new. */
        private int visit(Address object, Map<Integer, Address> seen, Deque<Address> queue) {
            if (object.isZero()) {
                return 0;
            }
            assertTrue(heap.contains(object), () -> object + " lies outside the half in use");
            int number = object.loadInt(ObjectLayout.FIRST_FIELD);
            Address known = seen.putIfAbsent(number, object);
            if (known == null) {
                queue.add(object);
            } else {
                assertEquals(known, object, () -> "object " + number + " exists twice");
            }
            return number;
        }
    }

    @Property(tries = 200)
    void randomGraphsSurviveCollections(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int every) {
        World world = new World(1 << 14, 1 << 17, every);
        Random random = new Random(seed);
        for (int step = 0; step < 400; step++) {
            int root = random.nextInt(ROOT_COUNT);
            if (world.get(root).isZero()) {
                assertTrue(world.make(root, random.nextInt(4)));
                continue;
            }
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> assertTrue(world.make(root, random.nextInt(4)));
                case 3, 4 -> world.link(root, random.nextInt(3), random.nextInt(ROOT_COUNT));
                case 5 -> world.hash(root);
                case 6 -> world.root(root).storeInt(0);
                default -> {
                    if (random.nextInt(4) == 0) {
                        world.heap.collect();
                        world.check();
                    }
                }
            }
        }
        int live = world.check();
        world.heap.collect();
        assertEquals(live, world.check());
    }

    @Test
    void garbageIsFreedAndTheHalfGrowsOnlyUpToTheLimit() {
        World world = new World(1 << 16, 1 << 17, 0);
        for (int i = 0; i < 100_000; i++) {
            assertTrue(world.make(i % 4, 1));
        }
        assertTrue(world.heap.collections() > 10, "collected " + world.heap.collections() + " times");
        assertEquals(4, world.check());
        assertTrue(world.heap.used() + world.heap.free() <= 1 << 17);
    }

    @Test
    void aFullHeapSaysSoAndWorksAgainWhenSomethingIsDropped() {
        World world = new World(1 << 14, 1 << 16, 0);
        assertTrue(world.make(0, 1));
        int count = 1;
        while (world.make(1, 1)) {
            world.link(1, 0, 0);
            world.root(0).storeReference(world.get(1), 0);
            count++;
        }
        assertTrue(count >= (1 << 16) / 16 - 8, "filled with " + count + " objects");
        assertEquals(count, world.check());
        assertFalse(world.make(2, 0));
        world.root(0).storeInt(0);
        world.root(1).storeInt(0);
        assertTrue(world.make(2, 0));
        assertEquals(1, world.check());
    }

    @Test
    void arraysKeepTheirElementsAndAStoredHashBehindThem() {
        World world = new World(1 << 14, 1 << 16, 0);
        long bytesSize = ObjectLayout.arraySize(0, 13);
        Address data = world.heap.allocate(bytesSize);
        data.storeReference(world.bytes, ObjectLayout.HUB);
        data.storeInt(13, ObjectLayout.ARRAY_LENGTH);
        for (int i = 0; i < 13; i++) {
            data.storeByte((byte) (i * 7), ObjectLayout.arrayBase(1) + i);
        }
        world.root(0).storeReference(data, 0);
        Address table = world.heap.allocate(ObjectLayout.arraySize(LOG_REFERENCE, 3));
        table.storeReference(world.references, ObjectLayout.HUB);
        table.storeInt(3, ObjectLayout.ARRAY_LENGTH);
        table.storeReference(data, ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE) + 2 * ObjectLayout.REFERENCE_SIZE);
        world.root(1).storeReference(table, 0);
        int hash = Objects.identityHash(data);
        for (int round = 0; round < 3; round++) {
            world.heap.collect();
            Address moved = world.get(0);
            assertEquals(hash, Objects.identityHash(moved));
            assertEquals(bytesSize + 8, Objects.size(moved));
            assertEquals(13, moved.loadInt(ObjectLayout.ARRAY_LENGTH));
            for (int i = 0; i < 13; i++) {
                assertEquals((byte) (i * 7), moved.loadByte(ObjectLayout.arrayBase(1) + i));
            }
            assertEquals(moved, world.get(1).loadReference(ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE) + 2 * ObjectLayout.REFERENCE_SIZE));
        }
    }
}
