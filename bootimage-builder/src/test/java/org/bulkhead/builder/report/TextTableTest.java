package org.bulkhead.builder.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextLeftAndNumbersRight() {
        assertEquals("""
            name   ticks
            call       9
            reply  1,234
            """, new TextTable("name", "ticks").row("call", 9).row("reply", "1,234").toString());
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> new TextTable("one").row("a", "b"));
    }
}
