package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersStandAtTheRightAndNothingTrails() {
        StringBuilder out = new StringBuilder();
        Table table = new Table("isolate", ">pages", "state").row("ata0", 7, "alive").row(Style.BAD, "supervisor", 12345, "dead");
        table.print(Terminal.writingTo(out::append));
        assertEquals("""
            isolate     pages  state
            ata0            7  alive
            supervisor  12345  dead
            """, out.toString());
        assertEquals(2, table.size());
    }

    @Test
    void stylesAreShownWhereTheTerminalHasThem() {
        StringBuilder out = new StringBuilder();
        Terminal terminal = Terminal.writingTo(out::append);
        terminal.useStyles();
        new Table("a").row(Style.BAD, "x").print(terminal);
        assertEquals("\u001b[1ma\u001b[0m\n\u001b[31mx\u001b[0m\n", out.toString());
    }
}
