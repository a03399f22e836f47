package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of {@code driver check} on drivers whose rights and costs are known. */
class DriverCheckTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "driver";
        all[1] = "check";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(all);
    }

    private String driver(String annotations, String constructor) throws IOException {
        Path classFile = UserCode.compile(folder, "MyDriver", """
            package user;
            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.manifest.*;
            @Driver(name = "mine", start = StartMode.ON_REQUEST)
            %s
            public final class MyDriver implements Isolate {
                public MyDriver(Grants grants) { %s }
                @Override public void run() { }
            }
            """.formatted(annotations, constructor));
        return UserCode.jar(folder.resolve("my.jar"), "user/MyDriver.class", Files.readAllBytes(classFile)).toString();
    }

    private void assertSays(String pattern) {
        assertTrue(out.toString().lines().anyMatch(line -> line.matches(pattern)), out + " has no line like " + pattern);
    }

    @Test
    void errorsAndWarningsNameTheLine() throws IOException {
        String jar = driver("@UsesPorts({@Ports(name = \"a\", first = 0x100, count = 1), @Ports(name = \"b\", first = 0x110, count = 1)})",
            "grants.ports(\"a\");\ngrants.interrupt(9);");
        assertEquals(1, check(jar), err.toString());
        assertSays("mine +user.MyDriver +1,?024 K +[0-9,]+");
        assertSays("mine +ports \"a\" +used +MyDriver.java:7 +MyDriver.java:7");
        assertSays("mine +ports \"b\" +unused +MyDriver.java:7 +-");
        assertSays("mine +interrupt 9 +missing +- +MyDriver.java:8");
        assertSays("error: MyDriver.java:8: mine asks here for interrupt 9, which its manifest \\(MyDriver.java:7\\) does not give: add @UsesInterrupt, or correct the name");
        assertSays("warning: MyDriver.java:7: mine has ports \"b\" and never asks for it, .*");
        assertSays("1 errors, 1 warnings");
    }

    @Test
    void conflictsWithTheSystemAreErrors() throws IOException {
        assertEquals(1, check(driver("@UsesInterrupt(14)", "grants.interrupt(14);")));
        assertSays("error: MyDriver.java:7: mine and ata0 both ask for interrupt 14 \\(AtaDriver.java:[0-9]+\\); .*");
    }

    @Test
    void warningsAloneAreNoFailure() throws IOException {
        assertEquals(0, check(driver("@UsesInterrupt(9)", "for (int line = 8; line < 10; line++) { grants.interrupt(line); }")));
        assertSays("mine +interrupt 9 +unknown +MyDriver.java:7 +-");
        assertSays("warning: MyDriver.java:7: .*cannot be checked.*");
    }

    @Test
    void costsAreThoseOfTheImageAndClassesSayWhy() throws IOException {
        String jar = driver("", "if (new java.util.IntSummaryStatistics().getCount() != 0) { throw new IllegalStateException(); }");
        assertEquals(0, check("--json", jar), err.toString());
        JsonNode report = new ObjectMapper().readTree(out.toString());
        JsonNode with = report.get("cost").get("with");
        JsonNode without = report.get("cost").get("without");
        assertTrue(with.get("methods").asInt() > without.get("methods").asInt(), out.toString());
        assertTrue(with.get("imageBytes").asLong() >= without.get("imageBytes").asLong(), out.toString());
        assertEquals("java.util.IntSummaryStatistics", report.get("classes").get(0).get("name").asText());
        assertTrue(report.get("classes").get(0).get("because").asText().startsWith("user.MyDriver.<init>"), out.toString());
        // The image without it is the one that users get.
        Path image = Images.ensure(org.bulkhead.builder.manifest.BootSet.SHIPPING, folder.resolve("plain.img"), new PrintWriter(err));
        assertEquals(org.bulkhead.builder.inspect.ImageMap.read(Images.map(image)).methods().size(), without.get("methods").asInt());
    }

    @Test
    void anIsolateThatTheImageHasAlready() {
        assertEquals(0, check("org.bulkhead.drivers.uart.UartDriver"), err.toString());
        assertSays("uart0 +interrupt 4 +used +UartDriver.java:[0-9]+ +UartDriver.java:[0-9]+");
        assertSays("0 errors, 0 warnings");
    }

    @Test
    void whatIsNeitherJarNorClassIsWronglyAsked() {
        assertEquals(2, check("org.example.Nothing"));
        assertTrue(err.toString().contains("org.example.Nothing is neither a jar nor a class of Bulkhead"), err.toString());
        assertEquals(2, check());
        assertEquals(1, check(folder.resolve("missing.jar").toString()));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void aManifestThatIsWrongByItselfGivesItsErrorAlone() throws IOException {
        assertEquals(1, check(driver("@Limits(heap = \"much\")", "")));
        assertEquals("bulkhead: MyDriver.java:7: the limit heap is wrong: \"much\" is no size: write it like \"512K\" or \"4M\"", err.toString().strip());
    }
}
