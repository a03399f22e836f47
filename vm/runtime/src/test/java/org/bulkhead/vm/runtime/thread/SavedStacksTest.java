package org.bulkhead.vm.runtime.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedStacksTest {
    private static final long START = 0x10_0000;
    private static final long BYTES = 1 << 20;

    private long next = START;
    private final SavedStacks stacks = new SavedStacks(bytes -> {
        if (next + bytes > START + BYTES) {
            return Address.zero();
        }
        next += bytes;
        return Address.fromLong(next - bytes);
    });

    @BeforeEach
    void map() {
        new SimulatedMemory().map(START, BYTES).use();
    }

    private List<Long> blocks() {
        List<Long> all = new ArrayList<>();
        for (Address each = stacks.first(); !each.isZero(); each = SavedStacks.next(each)) {
            all.add(each.toLong());
        }
        return all;
    }

    @Test
    void aBlockKnowsWhereItsContentsWere() {
        Address block = stacks.withRoomFor(100, Address.zero());
        assertTrue(SavedStacks.innermost(block).isZero());
        SavedStacks.innermost(block, Address.fromLong(0xEF00_1230L));
        assertEquals(SavedStacks.contents(block).toLong(), 0xEF00_1230L + SavedStacks.displacement(block));
    }

    @Test
    void aBlockThatIsLargeEnoughStays() {
        Address block = stacks.withRoomFor(100, Address.zero());
        assertTrue(block.sameAs(stacks.withRoomFor(2000, block)));
        Address larger = stacks.withRoomFor(20_000, block);
        assertEquals(List.of(larger.toLong()), blocks());
        assertTrue(block.sameAs(stacks.withRoomFor(100, Address.zero())), "what was given up is used again");
        assertEquals(List.of(block.toLong(), larger.toLong()), blocks());
    }

    @Test
    void anyBlockCanBeTakenOut() {
        Address[] made = new Address[4];
        for (int i = 0; i < made.length; i++) {
            made[i] = stacks.withRoomFor(0, Address.zero());
        }
        stacks.free(made[1]);
        stacks.free(made[3]);
        assertEquals(List.of(made[2].toLong(), made[0].toLong()), blocks());
        stacks.free(made[0]);
        stacks.free(made[2]);
        assertEquals(List.of(), blocks());
    }

    @Test
    void withoutMemoryTheBlockStays() {
        Address block = stacks.withRoomFor(0, Address.zero());
        assertTrue(stacks.withRoomFor(2 * BYTES, block).isZero());
        assertEquals(List.of(block.toLong()), blocks());
    }
}
