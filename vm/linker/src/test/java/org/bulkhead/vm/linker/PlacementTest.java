package org.bulkhead.vm.linker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final int MIB = 1 << 20;

    @Test
    void theFirstSectionStartsWhereItIsToldEvenBetweenMultiples() {
        assertEquals(MIB, new Placement(MIB).open().address());
    }

    @Test
    void aSectionThatEndsAtAMultipleIsFollowedAtOnce() {
        Placement placement = new Placement(MIB);
        Section first = placement.open();
        first.reserve(MIB);
        placement.close(first);
        assertEquals(2 * MIB, placement.open().address());
        Section second = placement.open();
        second.reserve(2 * MIB + 1);
        placement.close(second);
        assertEquals(6 * MIB, placement.open().address());
    }

    @Property(tries = 100)
    void sectionsNeverShareAPageTablePage(@ForAll @Size(max = 20) List<@IntRange(min = 1, max = 5 * MIB) Integer> sizes) {
        Placement placement = new Placement(MIB);
        int lastPage = -1;
        for (int size : sizes) {
            Section section = placement.open();
            section.reserve(size);
            placement.close(section);
            assertTrue(section.address() / Placement.ALIGNMENT > lastPage);
            lastPage = (section.end() - 1) / Placement.ALIGNMENT;
        }
    }
}
