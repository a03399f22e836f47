package org.bulkhead.builder.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.isolate.manifest.rules.KeptByNucleus;
import org.bulkhead.nucleus.kernel.hardware.Clock;
import org.bulkhead.nucleus.kernel.hardware.InterruptController;
import org.junit.jupiter.api.Test;

/** What the rules of manifests refuse is what the nucleus has for itself. */
class KeptByNucleusTest {
    private static void add(Set<Integer> ports, int first, int count) {
        for (int i = 0; i < count; i++) {
            ports.add(first + i);
        }
    }

    @Test
    void ports() {
        Set<Integer> rules = new TreeSet<>();
        KeptByNucleus.PORTS.forEach(each -> add(rules, each.first(), each.count()));
        Set<Integer> nucleus = new TreeSet<>();
        add(nucleus, InterruptController.FIRST_PORT, InterruptController.PORTS);
        add(nucleus, InterruptController.SECOND_PORT, InterruptController.PORTS);
        add(nucleus, Clock.FIRST_PORT, Clock.PORTS);
        add(nucleus, Clock.GATE_PORT, 1);
        assertEquals(nucleus, rules);
    }

    @Test
    void lines() {
        assertEquals(List.of(Clock.LINE, InterruptController.CASCADE), KeptByNucleus.LINES);
    }
}
