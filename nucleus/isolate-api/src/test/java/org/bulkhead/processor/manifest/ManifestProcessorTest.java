package org.bulkhead.processor.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a manifest is an error of javac at the line where it stands, which each test's source marks with {@code // here}. */
class ManifestProcessorTest {
    private static final String MARK = "// here";

    @TempDir
    Path folder;

    private List<Diagnostic<? extends JavaFileObject>> compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("MyDriver.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            boolean done = compiler.getTask(null, files, found, List.of("--release", "17", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()),
                null, files.getJavaFileObjects(file)).call();
            assertEquals(done, found.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR), found.getDiagnostics().toString());
        }
        return found.getDiagnostics();
    }

    private static String driver(String annotations, String constructor) {
        return """
            package user;

            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.call.*;
            import org.bulkhead.isolate.manifest.*;
            import org.bulkhead.isolate.protocol.*;

            /** A driver. */
            %s
            public final class MyDriver implements Isolate {
                static final String REGISTERS = "regi" + "sters";

                public MyDriver(Grants grants) {
                    %s
                }

                @Override
                public void run() { }
            }
            """.formatted(annotations, constructor);
    }

    /** Asserts that there is one error, at the marked line. */
    private void assertError(String source, String... parts) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> errors = compile(source);
        assertEquals(1, errors.size(), errors.toString());
        String message = errors.get(0).getMessage(Locale.ROOT);
        for (String part : parts) {
            assertTrue(message.contains(part), message + " does not say " + part);
        }
        assertEquals(source.substring(0, source.indexOf(MARK)).lines().count(), errors.get(0).getLineNumber(), message);
    }

    private void assertManifestError(String annotations, String... parts) throws IOException {
        assertError(driver("@Driver(name = \"mine\")\n" + annotations, ""), parts);
    }

    @Test
    void updatesNeedAService() throws IOException {
        assertError("""
            package user;

            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.manifest.*;

            /** A driver. */
            @Driver(name = "mine") // here
            public final class MyDriver implements Updatable {
                public MyDriver(Grants grants) { }
                @Override public void run() { }
                @Override public void quiesce() { }
                @Override public void resume() { }
            }
            """, "the class user.MyDriver is Updatable and serves no protocol, so there is nothing to hand over: add serves, or implement Isolate only");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
            Arguments.of("@Limits(cpu = \"50%\", // all is well but\n heap = \"much\") // here",
                "the limit heap is wrong: \"much\" is no size: write it like \"512K\""),
            Arguments.of("@Limits(heap = \"64K\") // here",
                "the heap \"64K\" is out of range: 256K to 1024M"),
            Arguments.of("@Limits(cpu = \"120%\") // here",
                "the limit cpu is wrong: \"120%\" is no share"),
            Arguments.of("@Limits(request = \"soon\") // here",
                "the limit request is wrong: \"soon\" is no time"),
            Arguments.of("@Limits(queue = 1) // here",
                "queue of 1 slots is out of range: 2 to 256"),
            Arguments.of("@Restarts(sustained = -1) // here",
                "sustained of -1 restarts is out of range"),
            Arguments.of("@UsesInterrupt({3,\n 16}) // here",
                "there is no interrupt 16: lines are 0 to 15"),
            Arguments.of("@UsesInterrupt({3,\n 2}) // here",
                "the nucleus keeps interrupt 2 for itself and grants it to nobody"),
            Arguments.of("@UsesPorts({@Ports(name = \"a\", first = 0x44, count = 1),\n @Ports(name = \"b\", first = 0x60, count = 5)}) // here",
                "the nucleus keeps ports 0x61-0x61 (gate of the timer) for itself and grants them to nobody: \"b\" 0x60-0x64 must leave them out"),
            Arguments.of("@UsesInterrupt({3,\n 3}) // here",
                "asks twice for interrupt 3 (MyDriver.java:10): keep one of the two"),
            Arguments.of("@UsesPorts(@Ports(name = \"a\", first = 0xFFFF, count = 2)) // here",
                "asks for 2 ports from 0xffff on: ports are 0x0 to 0xffff"),
            Arguments.of("@UsesPorts(@Ports(name = \"a\", first = 1, count = 2147483647)) // here",
                "ports are 0x0 to 0xffff"),
            Arguments.of("@UsesPorts(@Ports(name = \"a\", first = 1, count = 0)) // here",
                "at least one of them"),
            Arguments.of("@UsesPorts(@Ports(name = \"\", first = 1, count = 1)) // here",
                "ports need a name"),
            Arguments.of("@UsesPorts({@Ports(name = \"a\", first = 1, count = 4),\n @Ports(name = \"b\", first = 4, count = 1)}) // here",
                "\"b\" 0x4-0x4 and \"a\" 0x1-0x4 (MyDriver.java:10) overlap"),
            Arguments.of("@UsesPorts({@Ports(name = \"a\", first = 1, count = 1),\n @Ports(name = \"a\", first = 4, count = 1)}) // here",
                "asks twice for ports \"a\" (MyDriver.java:10)"),
            Arguments.of("@UsesService(\"Disk\") // here",
                "\"Disk\" cannot be the name of a service"),
            Arguments.of("@UsesService({\"ata0\",\n \"mine\"}) // here",
                "mine would call itself"),
            Arguments.of("@UsesService(\"ata0\")\n@SendsTo(\"ata0\") // here",
                "sends to the service ata0, which it may also call (MyDriver.java:10)"),
            Arguments.of("@UsesPci(name = \"card\", vendor = 1, // here\n bars = @PciBar(name = \"a\", bar = 0, kind = BarKind.PORTS, bytes = 8))",
                "@UsesPci fits too much"),
            Arguments.of("@UsesPci(name = \"card\", classCode = 1,\n bars = @PciBar(name = \"a\", bar = 6, // here\n kind = BarKind.PORTS, bytes = 8))",
                "bar 6 does not exist"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void amountsNamesAndNumbers(String annotations, String message) throws IOException {
        assertManifestError(annotations, message);
    }

    @Test
    void theIsolateItself() throws IOException {
        assertError(driver("@Driver(\n    name = \"Upper Case\") // here", ""), "the name \"Upper Case\" cannot be an isolate's: use 1 to 15 characters");
        assertError(driver("@Driver(name = \"mine\", serves = String.class) // here", ""), "serves java.lang.String, which is no interface");
        assertError(driver("@Server(name = \"mine\", rank = Rank.SUPERVISOR) // here", ""), "annotate it with @Supervises");
        assertError(driver("@Server(name = \"mine\", rank = Rank.SUPERVISOR)\n@Supervises\n@UsesService(\"ata0\") // here", ""), "from the rank SUPERVISOR, which calls nobody");
    }

    @Test
    void theClass() throws IOException {
        String whole = driver("@Driver(name = \"mine\")", "");
        assertError(whole.replace("public final class MyDriver implements Isolate {", "public final class MyDriver { // here").replace("@Override", ""),
            "does not implement org.bulkhead.isolate.Isolate");
        assertError(whole.replace("public final class MyDriver implements Isolate {", "final class MyDriver implements Isolate { // here"), "make it public and not abstract");
        assertError(whole.replace("implements Isolate {", "implements Isolate { // here").replace("MyDriver(Grants grants)", "MyDriver(Grants grants, int unit)"),
            "no public constructor with the one parameter Grants");
        assertError(driver("@Driver(name = \"mine\")\n@Program(name = \"mine\")", "").replace("implements Isolate {", "implements Isolate { // here"), "more than one of @Driver");
        assertError(driver("@UsesInterrupt(3)", "").replace("implements Isolate {", "implements Isolate { // here"), "is no isolate: annotate it with @Driver");
    }

    @Test
    void rightsThatTheCodeAsksForAndTheManifestDoesNotName() throws IOException {
        String ports = "@Driver(name = \"mine\")\n@UsesPorts(@Ports(name = \"registers\", first = 0x70, count = 2))";
        assertError(driver(ports, "grants.ports(\"registers\");\n grants.ports(\"control\"); // here"), "mine asks here for ports \"control\"", "(MyDriver.java:9)", "add @UsesPorts");
        assertError(driver(ports, "Runnable later = () -> grants.interrupt(7 /* of the printer */); // here"), "interrupt 7", "add @UsesInterrupt");
        assertError(driver(ports, "final String disk = \"ata\"; new Services(grants).connect(disk + \"0\", Supervision.class); // here"), "the service ata0", "add @UsesService");
        assertError(driver(ports, "Supervising.close(3); // here"), "the right to supervise", "add @Supervises");
        assertEquals(List.of(), compile(driver(ports, "grants.ports(REGISTERS); String computed = REGISTERS.trim(); grants.ports(computed);")));
    }

    @Test
    void allErrorsAreReportedAtOnce() throws IOException {
        assertEquals(3, compile(driver("@Driver(name = \"MINE\")\n@UsesInterrupt(99)\n@Limits(cpu = \"0%\")", "")).size());
    }

    @Test
    void whatTheCompilerRefusesItselfIsReportedOnce() throws IOException {
        for (String annotation : List.of("@Limits(heap = 5)", "@Limits(size = \"1M\")", "@UsesPorts(@Ports(name = \"a\", first = 1))", "@UsesPorts(@Ports(name = NOWHERE, first = 1, count = 1))",
                "@UsesPci(name = \"card\", classCode = 1, bars = @PciBar(name = \"a\", bar = 1, kind = BarKind.CARDS, bytes = 8))")) {
            assertEquals(1, compile(driver("@Driver(name = \"mine\")\n" + annotation, "")).size(), annotation);
        }
        assertEquals(1, compile(driver("@Driver(name = \"mine\", serves = Nowhere.class)", "")).size());
    }

    @Test
    void linesAreLeftBesideTheClass() throws IOException {
        assertEquals(List.of(), compile(driver("@Driver(name = \"mine\")\n@UsesPorts({\n    @Ports(name = \"a\", first = 1, count = 1),\n    @Ports(name = \"b\",\n        first = 2, count = 1)})", "")));
        List<String> lines = Files.readAllLines(folder.resolve("META-INF/bulkhead/user.MyDriver.lines"));
        assertTrue(lines.containsAll(List.of("Driver 9", "Driver.name 9", "UsesPorts 10", "UsesPorts.value[0] 11", "UsesPorts.value[1] 12", "UsesPorts.value[1].name 12",
            "UsesPorts.value[1].first 13", "class 14")), lines.toString());
        assertFalse(lines.stream().anyMatch(each -> each.startsWith("Driver.rank")), "a default stands nowhere");
    }
}
