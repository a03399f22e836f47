package org.bulkhead.isolate.manifest.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The line of a path is its own or that of the innermost thing around it, and a table survives being written and read. */
class LineTableTest {
    private static LineTable table() {
        LineTable table = new LineTable();
        table.put(LineTable.CLASS, 9);
        table.put("UsesPorts", 5);
        table.put("UsesPorts.value[1]", 7);
        table.put("UsesPorts.value[1].first", 8);
        return table;
    }

    @Test
    void theInnermostKnownThingCounts() {
        assertEquals(8, table().line("UsesPorts.value[1].first"));
        assertEquals(7, table().line("UsesPorts.value[1].count"));
        assertEquals(5, table().line("UsesPorts.value[0].first"));
        assertEquals(9, table().line("Limits.heap"));
        assertEquals(0, new LineTable().line("Limits.heap"));
    }

    @Test
    void whatIsWrittenIsRead() {
        String text = table().toString();
        assertEquals("UsesPorts 5\nUsesPorts.value[1] 7\nUsesPorts.value[1].first 8\nclass 9\n", text);
        assertEquals(text, LineTable.parse(text).toString());
    }

    @Test
    void linesOfAnotherFormAreLeftOut() {
        assertEquals("class 3\n", LineTable.parse("Driver\nclass 3\nLimits 0\nLimits -1\nLimits many\n\na b c\n").toString());
    }
}
