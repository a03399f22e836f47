package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.emulator.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees: help, one-line errors with the right exit status, and the system's output. */
class CommandLineToolTest {
    private static final int JAVA = 17;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), JAVA).run(arguments);
    }

    private void assertOneLine(String... parts) {
        String text = err.toString();
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.startsWith("bulkhead: "), text);
        for (String part : parts) {
            assertTrue(text.contains(part), text + " does not say " + part);
        }
    }

    @Test
    void helpNamesCommandsAndGivesExamples() {
        assertEquals(0, run("--help"));
        for (String part : List.of("run", "scenario", "generate-completion", "Examples:")) {
            assertTrue(out.toString().contains(part), out + " does not say " + part);
        }
    }

    @Test
    void helpOfACommandHasItsOwnExamplesOnly() {
        assertEquals(0, run("scenario", "run", "--help"));
        assertFalse(out.toString().contains("Examples:"), out.toString());
        assertEquals(0, run("inspect", "--help"));
        assertTrue(out.toString().contains("Examples:"), out.toString());
    }

    @Test
    void reportFolderThatCannotBeMadeFailsBeforeTheRun() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(1, run("scenario", "run", "disk-driver-killed", "--report", file.resolve("report").toString()));
        assertOneLine("output folder " + file.resolve("report"), "name another");
    }

    @Test
    void folderInPlaceOfADiskFails() throws Exception {
        assertEquals(1, run("run", "--headless", "--disk", folder.toString(), StandIn.image(folder).toString()));
        assertOneLine("disk " + folder, "is a folder");
    }

    @Test
    void fileThatIsNoImageFailsWithoutAdviceToChangeIt() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        assertEquals(1, run("run", "--headless", file.toString()));
        assertOneLine("image " + file, "scripts/bulkhead image");
    }

    @Test
    void completionIsAScript() {
        assertEquals(0, run("generate-completion"));
        assertTrue(out.toString().contains("complete -F _complete_bulkhead"), out.toString());
    }

    @Test
    void missingCommandIsWronglyAsked() {
        assertEquals(2, run());
        assertOneLine("command is missing", "--help");
    }

    @Test
    void misspeltCommandIsCorrected() {
        assertEquals(2, run("scenari", "list"));
        assertOneLine("scenari", "did you mean scenario");
    }

    @Test
    void unknownOptionIsWronglyAsked() {
        assertEquals(2, run("run", "--fast"));
        assertOneLine("--fast", "bulkhead run --help");
    }

    @Test
    void unknownEmulatorIsWronglyAsked() {
        assertEquals(2, run("run", "--emulator", "vax"));
        assertOneLine("--emulator", "vax", "BOCHS, QEMU");
    }

    @Test
    void malformedTimeIsWronglyAsked() {
        assertEquals(2, run("run", "--timeout", "soon"));
        assertOneLine("soon", "90s");
    }

    @Test
    void malformedPatternIsWronglyAsked() {
        assertEquals(2, run("run", "--until", "(", folder.resolve("any.img").toString()));
        assertOneLine("--until (", "regular expression");
    }

    @Test
    void unknownScenarioIsWronglyAsked() {
        assertEquals(2, run("scenario", "run", "sunshine"));
        assertOneLine("sunshine", "disk-driver-killed");
    }

    @Test
    void scenariosAreListed() {
        assertEquals(0, run("scenario", "list"), err::toString);
        assertTrue(out.toString().contains("disk-driver-killed"), out.toString());
    }

    @Test
    void aScenariosFileIsChecked() throws Exception {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "name: mine\nshows: nothing\nimage: {programs: [digest, AtaDriver]}\nexpect: []\n");
        assertEquals(0, run("scenario", "check", file.toString()), err::toString);
        assertTrue(out.toString().contains("mine: right"), out.toString());
        Files.writeString(file, "name: mine\nshows: nothing\nimage: {programs: [digest, AtaDriver]}\nexpect: []\nplam: []\n");
        assertEquals(2, run("scenario", "run", file.toString()));
        assertOneLine(file + ":5: the scenario has no key \"plam\" (did you mean plan?)");
    }

    @Test
    void aScenariosFileThatIsNotThereIsWronglyAsked() {
        assertEquals(2, run("scenario", "run", folder.resolve("none.yaml").toString()));
        assertOneLine("none.yaml", "check the name");
    }

    @Test
    void runningNoScenarioIsWronglyAsked() {
        assertEquals(2, run("scenario", "run"));
        assertOneLine("a name, a file, or --all");
    }

    @Test
    void oneScenarioAndAllExcludeEachOther() {
        assertEquals(2, run("scenario", "run", "large-disk", "--all"));
        assertOneLine("large-disk", "leave one out");
    }

    @Test
    void noJobsAreNotPossible() {
        assertEquals(2, run("scenario", "run", "--all", "--jobs", "0"));
        assertOneLine("--jobs 0", "1 is the least");
    }

    @Test
    void missingImageFails() {
        Path image = folder.resolve("missing.img");
        assertEquals(1, run("run", "--headless", image.toString()));
        assertOneLine(image.toString(), "does not exist");
    }

    @Test
    void missingDiskFails() throws Exception {
        Path disk = folder.resolve("missing-disk.img");
        assertEquals(1, run("run", "--headless", "--disk", disk.toString(), StandIn.image(folder).toString()));
        assertOneLine("disk " + disk, "does not exist");
    }

    @Test
    void diskOfAnOddSizeFailsWithTheRemedy() throws Exception {
        Path disk = Files.write(folder.resolve("odd.img"), new byte[1000]);
        assertEquals(1, run("run", "--headless", "--disk", disk.toString(), StandIn.image(folder).toString()));
        assertOneLine("1000 bytes", "truncate");
    }

    @Test
    void verboseAddsTheStackTrace() {
        assertEquals(1, run("--verbose", "run", "--headless", folder.resolve("missing.img").toString()));
        assertTrue(err.toString().contains("\tat org.bulkhead.builder"), err.toString());
        assertFalse(out.toString().contains("\tat "), out.toString());
    }

    @Test
    void anotherJavaFails() {
        assertEquals(1, CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), 21).run("scenario", "list"));
        assertOneLine("JDK 17", "21", "JAVA_HOME");
    }

    @Test
    void runEndsWhenALineMatches() throws Exception {
        assertEquals(0, run("run", "--emulator", "qemu", "--headless", "--timeout", "60s", "--until", "window ok", StandIn.image(folder).toString()));
        assertTrue(out.toString().contains("contents ok"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void runFailsWhenTheTimeIsUp() throws Exception {
        assertEquals(1, run("run", "--emulator", "qemu", "--headless", "--timeout", "2s", StandIn.image(folder).toString()));
        assertTrue(err.toString().contains("the time was up"), err.toString());
    }

    @Test
    void runsUseTheSecondDiskInPlaceAndLeaveNothingBehind() throws Exception {
        Path image = StandIn.image(folder);
        Path disk = Files.write(folder.resolve("second.img"), new byte[16 << 20]);
        List<String> before = names();
        assertEquals(0, run("run", "--headless", "--timeout", "60s", "--until", "window ok", "--disk", disk.toString(), image.toString()), err.toString());
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
