package org.bulkhead.vm.linker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private final Provenance provenance = new Provenance();

    @Test
    void theChainEndsAtTheRootsReason() {
        provenance.note("main", "start of the program");
        provenance.note("helper", "main");
        provenance.note("detail", "helper");
        assertEquals(List.of("detail", "helper", "main", "start of the program"), provenance.why("detail"));
        assertEquals("detail\n    needed by helper\n    needed by main\n    needed by start of the program", provenance.explain("detail"));
    }

    @Test
    void theFirstReasonStays() {
        provenance.note("helper", "first");
        provenance.note("helper", "second");
        assertEquals(List.of("helper", "first"), provenance.why("helper"));
    }

    @Test
    void whatNobodyAskedForHasNoReason() {
        provenance.note("main", "start");
        assertEquals(List.of(), provenance.why("absent"));
    }

    @Test
    void longChainsAreCutWhenPrinted() {
        for (int i = 100; i > 0; i--) {
            provenance.note(i, i - 1);
        }
        assertEquals(101, provenance.why(100).size());
        String text = provenance.explain(100);
        assertTrue(text.startsWith("100\n    needed by 99\n"), text);
        assertTrue(text.endsWith("\n    … and 61 more"), text);
    }

    @Test
    void allThingsAreListed() {
        provenance.note("a", "root");
        provenance.note("b", "a");
        List<Object> things = new ArrayList<>();
        provenance.things().forEach(things::add);
        assertEquals(Set.of("a", "b"), Set.copyOf(things));
        assertEquals(2, things.size());
    }
}
