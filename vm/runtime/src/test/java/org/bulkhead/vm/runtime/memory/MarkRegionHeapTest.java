package org.bulkhead.vm.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.bulkhead.vm.runtime.layout.StatusWord;
import org.junit.jupiter.api.Test;

class MarkRegionHeapTest {
    private static final long BLOCK = HeapTables.BLOCK;

    private static int anyLength(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 4 + random.nextInt(40_000);
            case 1, 2 -> 4 + random.nextInt(6_000);
            default -> 4 + random.nextInt(200);
        };
    }

    /** One step of a program that keeps up to sixteen graphs; returns whether there was room. */
    private static boolean step(HeapModel world, Random random) {
        int root = random.nextInt(HeapModel.ROOT_COUNT);
        if (world.get(root).isZero()) {
            return world.make(root, random.nextInt(4));
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2:
                return world.make(root, random.nextInt(4));
            case 3, 4:
                world.link(root, random.nextInt(3), random.nextInt(HeapModel.ROOT_COUNT));
                return true;
            case 5:
                world.hash(root);
                return true;
            case 6:
                world.root(root).storeInt(0);
                return true;
            case 7, 8:
                return world.makeBytes(root, anyLength(random));
            default:
                if (random.nextInt(4) == 0) {
                    world.heap.collect();
                    world.check();
                }
                return true;
        }
    }

    @Property(tries = 150)
    void randomGraphsSurviveCollections(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int every) {
        HeapModel world = new HeapModel(4 * BLOCK, 128 * BLOCK, every);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            assertTrue(step(world, random));
        }
        int live = world.check();
        world.heap.collect();
        assertEquals(live, world.check());
    }

    /** Of an array of the image only the pages that were written are looked through: what elsewhere looks like a reference keeps nothing alive. */
    @Test
    void anArrayOutsideTheHeapIsLookedThroughInParts() {
        int length = 20_000;
        HeapModel world = new HeapModel(4 * BLOCK, 32 * BLOCK, 0);
        Address array = Address.fromLong(0x68_0000L);
        world.memory.map(array.toLong(), 64);
        array.storeReference(world.references, ObjectLayout.HUB);
        array.storeInt(3, ObjectLayout.ARRAY_LENGTH);
        Address first = array.plus(ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE));
        for (int i = 0; i < 3; i++) {
            assertTrue(world.makeBytes(0, length));
            first.storeReference(world.get(0), i * ObjectLayout.REFERENCE_SIZE);
        }
        world.root(0).storeInt(0);
        Address second = first.plus(ObjectLayout.REFERENCE_SIZE);
        Address third = second.plus(ObjectLayout.REFERENCE_SIZE);
        world.others = collector -> {
            assertEquals(array.plus(ObjectLayout.arraySize(HeapModel.LOG_REFERENCE, 3)), collector.scan(array, array.plus(-64), second));
            collector.scan(array, third, third.plus(64));
        };
        world.heap.collect();
        assertTrue(world.heap.used() >= 2 * length && world.heap.used() < 3 * length, world.heap.used() + " bytes are kept of three times " + length);
        assertEquals(1, world.number(first.loadReference(0)));
        assertEquals(3, world.number(third.loadReference(0)));
        world.others = collector -> collector.scan(array, array.plus(-64), first);
        world.heap.collect();
        assertEquals(0, world.heap.used());
    }

    /** A heap that is always nearly full refuses now and then; what is in it stays whole, and when it is empty again, all of it can be had. */
    @Property(tries = 60)
    void aTightHeapRefusesAndNothingBreaks(@ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int blocks) {
        HeapModel world = new HeapModel(BLOCK, blocks * BLOCK, 0);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            step(world, random);
        }
        world.check();
        for (int i = 0; i < HeapModel.ROOT_COUNT; i++) {
            world.root(i).storeInt(0);
        }
        assertTrue(world.makeBytes(0, (int) world.heap.limit() - 64), "all of the empty heap");
        world.check();
    }

    /** Memory that the platform refuses at any point is a refusal, too. */
    @Property(tries = 60)
    void aPlatformWithoutMemoryIsAFullHeap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int chunks) {
        HeapModel world = new HeapModel(BLOCK, 64 * BLOCK, 0);
        world.mappable = chunks * (64L << 10);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            step(world, random);
        }
        world.check();
        world.heap.collect();
        world.check();
    }

    @Property(tries = 100)
    void weakReferencesAreClearedExactlyWhenNothingElseReachesTheirReferents(@ForAll long seed, @ForAll @IntRange(min = 0, max = 1) int moving) {
        HeapModel world = new HeapModel(4 * BLOCK, 128 * BLOCK, moving * 1000);
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 40; i++) {
                int root = random.nextInt(HeapModel.ROOT_COUNT);
                switch (random.nextInt(4)) {
                    case 0 -> assertTrue(world.makeReference(root, random.nextInt(HeapModel.ROOT_COUNT), random.nextInt(3) == 0 ? HeapModel.Strength.SOFT : HeapModel.Strength.WEAK));
                    case 1 -> world.root(root).storeInt(0);
                    default -> {
                        assertTrue(world.make(root, 1 + random.nextInt(3)));
                        for (int slot = 0; slot < 3; slot++) {
                            world.link(root, slot, random.nextInt(HeapModel.ROOT_COUNT));
                        }
                    }
                }
            }
            Set<Integer> strong = world.strong();
            world.heap.collect();
            world.checkCleared(strong);
            world.check();
        }
    }

    @Test
    void softReferencesAreKeptUntilThereIsNoOtherRoom() {
        HeapModel world = new HeapModel(4 * BLOCK, 16 * BLOCK, 0);
        assertTrue(world.makeBytes(0, (int) (4 * BLOCK)));
        assertTrue(world.makeReference(1, 0, HeapModel.Strength.SOFT));
        world.root(0).storeInt(0);
        Address soft = world.get(1);
        world.heap.collect();
        assertFalse(soft.loadReference(SimulatedHubs.referenceOffset(0)).isZero(), "there is room");
        assertTrue(world.makeBytes(2, (int) (world.heap.limit() - 4 * BLOCK)));
        assertTrue(world.get(1).loadReference(SimulatedHubs.referenceOffset(0)).isZero(), "there was no room but the referent's");
        assertTrue(world.heap.references().takePending().isZero(), "it has no queue");
    }

    @Test
    void garbageIsFreedAndTheHeapGrowsOnlyUpToTheLimit() {
        HeapModel world = new HeapModel(4 * BLOCK, 16 * BLOCK, 0);
        for (int i = 0; i < 50_000; i++) {
            assertTrue(world.make(i % 4, 1));
        }
        assertTrue(world.heap.figures().collections() > 10, "collected " + world.heap.figures().collections() + " times");
        assertEquals(4, world.check());
        assertTrue(world.mapped <= 8 * BLOCK, "a small program stays small, but " + world.mapped + " bytes are mapped");
    }

    @Test
    void whatShrinksGivesItsPagesBack() {
        HeapModel world = new HeapModel(4 * BLOCK, 128 * BLOCK, 0);
        for (int i = 0; i < 8; i++) {
            assertTrue(world.makeBytes(i, (int) (8 * BLOCK)));
        }
        for (int i = 0; i < 8; i++) {
            world.root(i).storeInt(0);
        }
        world.heap.collect();
        assertFalse(world.released.isEmpty());
        assertTrue(world.heap.free() <= 4 * BLOCK, () -> world.heap.free() + " bytes are kept");
    }

    /** What lives would let the heap grow to four times its size, but who asks for a collection wants others to have the memory. */
    @Test
    void aCollectionThatWasAskedForGivesBackWhatTheHeapMayGrowInto() {
        HeapModel world = new HeapModel(4 * BLOCK, 512 * BLOCK, 0);
        for (int i = 0; i < 16; i++) {
            assertTrue(world.makeBytes(i, (int) (8 * BLOCK)));
        }
        world.released.clear();
        for (int i = 8; i < 16; i++) {
            world.root(i).storeInt(0);
        }
        world.heap.collect();
        assertFalse(world.released.isEmpty());
        assertTrue(world.heap.free() > 128 * BLOCK, () -> "the next collection comes no earlier, but after " + world.heap.free() + " bytes");
        assertTrue(world.makeBytes(8, (int) (8 * BLOCK)));
        world.check();
    }

    @Test
    void aFullHeapSaysSoAndWorksAgainWhenSomethingIsDropped() {
        HeapModel world = new HeapModel(BLOCK, 4 * BLOCK, 0);
        for (int round = 0; round < 5; round++) {
            assertTrue(world.make(0, 1));
            int count = 1;
            while (world.make(1, 1)) {
                world.link(1, 0, 0);
                world.root(0).storeReference(world.get(1), 0);
                count++;
            }
            assertTrue(count >= world.heap.limit() / 16 - 8, "filled with " + count + " objects");
            assertEquals(count, world.check());
            assertFalse(world.make(2, 0));
            world.root(0).storeInt(0);
            world.root(1).storeInt(0);
            assertTrue(world.make(2, 0));
            assertEquals(1, world.check());
            world.root(2).storeInt(0);
        }
    }

    /** Every second line is live: no run of free lines is longer than one, and half of the memory is free. */
    @Test
    void fragmentsMoveTogetherForALargeObject() {
        HeapModel world = new HeapModel(32 * BLOCK, 32 * BLOCK, 0);
        int length = (int) HeapTables.LINE - ObjectLayout.arrayBase(1) - StatusWord.HASH_BYTES;
        assertTrue(world.make(0, 0));
        int kept = 0;
        int rest = 0;
        while (world.heap.free() > 2 * BLOCK) {
            assertTrue(world.makeBytes(1, length));
            assertTrue(world.make(2, 2));
            if (rest++ % 2 == 0) {
                world.link(2, 0, 1);
                world.link(2, 1, 0);
                world.root(0).storeReference(world.get(2), 0);
                world.hash(1);
                kept++;
            }
        }
        world.root(1).storeInt(0);
        world.root(2).storeInt(0);
        world.heap.collect();
        assertTrue(world.makeBytes(3, (int) (3 * BLOCK)), "room for three blocks, as half of the heap is free");
        assertTrue(world.heap.figures().moved() > 0);
        assertEquals(2 * kept + 2, world.check());
    }

    @Test
    void manySparseBlocksAreEmptied() {
        HeapModel world = new HeapModel(128 * BLOCK, 256 * BLOCK, 0);
        assertTrue(world.make(0, 0));
        for (int i = 0; i < 4000; i++) {
            assertTrue(world.makeBytes(1, 400));
            if (i % 100 == 0) {
                assertTrue(world.make(2, 2));
                world.link(2, 0, 1);
                world.link(2, 1, 0);
                world.root(0).storeReference(world.get(2), 0);
            }
        }
        world.root(2).storeInt(0);
        world.heap.collect();
        assertEquals(0, world.heap.figures().moved(), "nothing was known of blocks before");
        int live = world.check();
        world.heap.collect();
        assertTrue(world.heap.figures().moved() > 0);
        assertEquals(live, world.check());
    }

    /** A list whose items wait on the mark stack until its end is reached; there are more of them than the stack has room for. */
    @Test
    void aFullMarkStackForgetsNothing() {
        HeapModel world = new HeapModel(64 * BLOCK, 64 * BLOCK, 0);
        int nodes = 18_000;
        assertTrue(world.make(0, 0));
        for (int i = 0; i < nodes; i++) {
            assertTrue(world.make(1, 1));
            assertTrue(world.make(2, 2));
            world.link(2, 0, 1);
            world.link(2, 1, 0);
            world.root(0).storeReference(world.get(2), 0);
        }
        world.heap.collect();
        assertEquals(2 * nodes + 1, world.check());
    }

    @Test
    void longArraysOfReferencesAreLookedIntoInParts() {
        HeapModel world = new HeapModel(64 * BLOCK, 64 * BLOCK, 0);
        int length = 5000;
        long size = ObjectLayout.arraySize(HeapModel.LOG_REFERENCE, length);
        Address table = world.heap.allocate(size);
        table.storeReference(world.references, ObjectLayout.HUB);
        table.storeInt(length, ObjectLayout.ARRAY_LENGTH);
        world.root(0).storeReference(table, 0);
        int base = ObjectLayout.arrayBase(ObjectLayout.REFERENCE_SIZE);
        for (int i = 0; i < length; i++) {
            assertTrue(world.make(1, 1));
            table.storeReference(world.get(1), base + i * ObjectLayout.REFERENCE_SIZE);
        }
        world.heap.collect();
        assertEquals(table, world.get(0), "large objects stay where they are");
        for (int i = 0; i < 1000; i++) {
            assertTrue(world.make(1, 3));
        }
        for (int i = 0; i < length; i++) {
            assertEquals(i + 1, table.loadReference(base + i * ObjectLayout.REFERENCE_SIZE).loadInt(ObjectLayout.FIRST_FIELD));
        }
    }

    @Test
    void figuresOfPauses() {
        CollectionFigures figures = new CollectionFigures();
        assertEquals(0, figures.medianPause());
        for (int i = 1; i <= 99; i++) {
            figures.add(i * 1000L, 0, 0, 0);
        }
        assertEquals(99, figures.collections());
        assertEquals(99_000, figures.longestPause());
        assertTrue(figures.medianPause() >= 50_000 && figures.medianPause() <= 57_000, () -> figures.medianPause() + " ns");
    }
}
