package org.bulkhead.vm.runtime.types;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.SimulatedMemory;
import org.bulkhead.vm.runtime.SimulatedHubs;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypeChecksTest {
    private static final int LOG_REFERENCE = 2;
    private SimulatedHubs hubs;

    @BeforeEach
    void memory() {
        new SimulatedMemory().use();
        hubs = new SimulatedHubs();
    }

    @Test
    void classesByDepthWithinAndBeyondTheDisplay() {
        List<Address> chain = new ArrayList<>(List.of(hubs.object()));
        for (int i = 0; i < HubLayout.DISPLAY_LENGTH + 4; i++) {
            chain.add(hubs.classType(chain.get(i)));
        }
        Address stranger = hubs.classType(chain.get(2));
        for (int sub = 0; sub < chain.size(); sub++) {
            for (int target = 0; target < chain.size(); target++) {
                boolean expected = target <= sub;
                assertTrue(TypeChecks.isSubtype(chain.get(sub), chain.get(target)) == expected, sub + " to " + target);
            }
            assertFalse(TypeChecks.isSubtype(chain.get(sub), stranger));
        }
        assertTrue(TypeChecks.isSubtype(stranger, chain.get(2)));
        assertFalse(TypeChecks.isSubtype(stranger, chain.get(3)));
    }

    @Test
    void interfacesDirectAndInherited() {
        Address top = hubs.interfaceType();
        Address middle = hubs.interfaceType(top);
        Address other = hubs.interfaceType();
        Address implementer = hubs.classType(hubs.object(), middle);
        assertTrue(TypeChecks.isSubtype(implementer, middle));
        assertTrue(TypeChecks.isSubtype(implementer, top));
        assertFalse(TypeChecks.isSubtype(implementer, other));
        assertFalse(TypeChecks.isSubtype(hubs.object(), top));
        assertTrue(TypeChecks.isSubtype(middle, top));
        assertFalse(TypeChecks.isSubtype(top, middle));
        assertTrue(TypeChecks.isSubtype(middle, hubs.object()));
    }

    @Test
    void arraysAreCovariantInReferencesOnly() {
        Address animal = hubs.classType(hubs.object());
        Address dog = hubs.classType(animal);
        Address animals = hubs.arrayOf(animal, LOG_REFERENCE);
        Address dogs = hubs.arrayOf(dog, LOG_REFERENCE);
        Address objects = hubs.arrayOf(hubs.object(), LOG_REFERENCE);
        Address ints = hubs.arrayOf(hubs.primitive(), 2);
        Address longs = hubs.arrayOf(hubs.primitive(), 3);
        Address intMatrix = hubs.arrayOf(ints, LOG_REFERENCE);
        Address dogMatrix = hubs.arrayOf(dogs, LOG_REFERENCE);
        Address animalMatrix = hubs.arrayOf(animals, LOG_REFERENCE);
        assertTrue(TypeChecks.isSubtype(dogs, animals));
        assertFalse(TypeChecks.isSubtype(animals, dogs));
        assertTrue(TypeChecks.isSubtype(dogs, objects));
        assertTrue(TypeChecks.isSubtype(dogs, hubs.object()));
        assertFalse(TypeChecks.isSubtype(hubs.object(), objects));
        assertFalse(TypeChecks.isSubtype(ints, longs));
        assertFalse(TypeChecks.isSubtype(ints, objects));
        assertTrue(TypeChecks.isSubtype(ints, ints));
        assertTrue(TypeChecks.isSubtype(intMatrix, objects), "int[][] is an Object[]");
        assertTrue(TypeChecks.isSubtype(dogMatrix, animalMatrix));
        assertFalse(TypeChecks.isSubtype(animalMatrix, dogMatrix));
        assertTrue(TypeChecks.isSubtype(dogMatrix, objects));
        assertFalse(TypeChecks.isSubtype(dogs, dogMatrix));
        assertFalse(TypeChecks.isSubtype(dog, dogs));
    }
}
