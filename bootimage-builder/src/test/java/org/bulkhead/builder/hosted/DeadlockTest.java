package org.bulkhead.builder.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program none of whose threads can ever go on says so in one line and fails. */
class DeadlockTest {
    private static final int FAILED = 1;

    @TempDir
    Path folder;

    @Test
    void deadlocksAreReported() throws URISyntaxException, IOException {
        Path classes = Path.of(DeadlockProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path program = folder.resolve("deadlock");
        Files.write(program, new HostedBuilder(List.of(classes), List.of(DeadlockProgram.class.getName())).build(Progress.SILENT).elf());
        program.toFile().setExecutable(true);
        check(program, "monitors", "main waits to enter the monitor of a java.lang.String; other waits to enter the monitor of a java.lang.Object");
        check(program, "park", "main is parked");
        check(program, "join", "main waits to be notified on a java.lang.Thread");
        check(program, "initialisers", "DestroyJavaVM waits for the others to end; left waits for the initialisation of class " + DeadlockProgram.class.getName() + "$Right; right waits for the initialisation of class "
            + DeadlockProgram.class.getName() + "$Left");
    }

    private static void check(Path program, String kind, String threads) {
        Outcome outcome = Outcome.of(List.of(program.toString(), kind), Map.of());
        assertEquals("bulkhead: deadlock: no thread can go on (" + threads + ")\n", outcome.errors());
        assertEquals("", outcome.output());
        assertEquals(FAILED, outcome.status());
    }
}
