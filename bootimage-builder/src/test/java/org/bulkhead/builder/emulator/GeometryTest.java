package org.bulkhead.builder.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GeometryTest {
    @Property(tries = 200)
    void productIsExact(@ForAll @LongRange(min = 1, max = 1 << 22) long sectors) {
        Geometry geometry = Geometry.of(sectors);
        assertEquals(sectors, geometry.cylinders() * geometry.heads() * geometry.sectors());
    }

    @Test
    void wholeCylindersStayWhole() {
        assertEquals(new Geometry(3, 16, 63), Geometry.of(3 * 16 * 63));
    }

    @Test
    void bochsFindsTheCylindersOfLargeDisksItself() {
        Geometry large = Geometry.of((1L << 28) + (1L << 21));
        assertEquals((1L << 28) + (1L << 21), large.cylinders() * large.heads() * large.sectors());
        assertEquals(0, large.tellableCylinders());
        assertEquals(3, Geometry.of(3 * 16 * 63).tellableCylinders());
    }
}
