package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that are asked for wrongly: one line, an exit status, nothing left behind. */
class CampaignCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private void assertRefused(int status, String message, String... arguments) {
        assertEquals(status, CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments));
        assertEquals("bulkhead: " + message, err.toString().strip());
    }

    @Test
    void aPartBeyondTheirNumberIsRefused() {
        Path file = folder.resolve("r.jsonl");
        assertRefused(2, "--shard 3/2: say I/N, with I from 1 to N", "campaign", "run", "--out", file.toString(), "--shard", "3/2");
        assertEquals(false, Files.exists(file));
    }

    @Test
    void noFaultsAreRefused() {
        assertRefused(2, "--faults 0: at least 1 is needed", "campaign", "run", "--out", folder.resolve("r.jsonl").toString(), "--faults", "0");
    }

    @Test
    void anImageThatIsNotThereIsNamed() {
        Path image = folder.resolve("none.img");
        assertRefused(1, "the image map " + image + ".map cannot be read: build the image again with 'bulkhead image'", "campaign", "run", "--out", folder.resolve("r.jsonl").toString(), "--image", image.toString());
    }

    @Test
    void aReportOfNothingIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("r.jsonl"), "");
        assertRefused(1, file + " is no results file of a campaign: its first line is not complete; remove it", "campaign", "report", file.toString());
    }
}
