package org.bulkhead.builder.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.builder.cli.UserCode;
import org.bulkhead.builder.manifest.BootSet;
import org.bulkhead.builder.manifest.ImageSettings;
import org.bulkhead.builder.manifest.SystemDescription;
import org.bulkhead.builder.rights.ProgramRights.Usage;
import org.bulkhead.isolate.manifest.rules.Right;
import org.bulkhead.isolate.manifest.rules.RightKind;
import org.bulkhead.servers.supervisor.Supervisor;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.ProgramTransform;
import org.bulkhead.vm.linker.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One image with a program for each way in which manifest and code can agree or not; every finding is asserted with file and line. */
class RightsCheckTest {
    private static final Map<String, String> SOURCES = new LinkedHashMap<>();
    private static final Map<String, ProgramRights> RIGHTS = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    /** Adds a program that drives ports from {@code first} on; {@code body} is what the class holds behind its constructor. */
    private static void program(String name, String annotations, String constructor, String body) {
        SOURCES.put(name, """
            package user;
            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.call.*;
            import org.bulkhead.isolate.manifest.*;
            import org.bulkhead.isolate.protocol.*;
            @Program(name = "%s")
            %s
            public final class %s implements Isolate {
                public %s(Grants grants) { // constructor
                    %s
                }
                @Override public void run() { }
                %s
            }
            """.formatted(name.toLowerCase(java.util.Locale.ROOT), annotations, name, name, constructor, body));
    }

    private static String ports(String name, int first) {
        return "@UsesPorts(@Ports(name = \"" + name + "\", first = " + first + ", count = 8))";
    }

    @BeforeAll
    static void build() throws IOException {
        program("Plain", ports("data", 0x100), "grants.ports(\"data\");", "");
        program("Field", ports("data", 0x108), "grants.ports(Names.DATA);", "static final class Names { static final String DATA = \"da\" + \"ta\"; }");
        program("Local", ports("data", 0x110), "String which; if (grants.incarnation() > 0) { which = \"data\"; } else { which = \"other\"; /*missing*/ }\n grants.ports(which); // request", "");
        program("Unused", ports("data", 0x118), "", "void neverCalled(Grants grants) { grants.ports(\"data\"); }");
        program("Unknown", ports("data", 0x120), "for (String each : new String[] {\"da\", \"ta\"}) { grants.ports(each); } // request", "");
        program("Merged", ports("data", 0x128), "ask(grants, \"data\");",
            "private static void ask(Grants grants, String name) { if (name == null) { name = \"data\"; }\n grants.ports(name); // request\n }");
        program("Missing", ports("data", 0x130), "grants.ports(\"data\");\n grants.interrupt(11); // request", "");
        program("Lines", "@UsesInterrupt({9, 10})", "grants.interrupt(grants.incarnation() == 0 ? 9 : 10);", "");
        program("Caller", "@UsesService(\"supervisor\")", "new Services(grants).connect(Supervision.SERVICE, Supervision.class);", "");
        program("Sender", "@SendsTo(\"supervisor\")", "grants.queue(\"supervisor\");", "");
        program("Sleeper", "@UsesService(\"supervisor\")", "", "");
        program("Confused", "@SendsTo(\"supervisor\")", "new Services(grants).connect(\"supervisor\", Supervision.class); // request", "");
        program("Overseer", "@Supervises", "Supervising.close(1);", "");
        program("Usurper", "", "Supervising.close(1); // request", "");
        program("Idle", "@Supervises", "", "");
        program("Card", "@UsesPci(name = \"card\", vendor = 0x1234, device = 1, bars = {\n@PciBar(name = \"registers\", bar = 0, kind = BarKind.PORTS, bytes = 8),\n"
            + "@PciBar(name = \"buffer\", bar = 1, kind = BarKind.MEMORY, bytes = 4096)})",
            "PciDevice card = grants.pci(\"card\").orElseThrow();\n card.ports(\"registers\");\n card.ports(\"buffer\"); // request", "");
        program("Screen", "@UsesWindow({@Window(name = \"text\", first = 0xB8000, bytes = 4096), @Window(name = \"pixels\", first = 0xA0000, bytes = 4096)})", "grants.window(\"text\");", "");
        // Two programs that both run tasks: neither is taken to use what the other's task does.
        program("TaskOne", ports("one", 0x140), "Runnable task = () -> grants.ports(\"one\"); task.run();", "");
        program("TaskTwo", ports("two", 0x148), "Runnable task = () -> grants.ports(\"two\"); task.run();", "");
        program("Mapped", ports("data", 0x150), "java.util.function.Function<String, PortRange> ask = grants::ports; ask.apply(\"data\");", "");

        List<String> classes = new ArrayList<>(List.of(Supervisor.class.getName()));
        for (Map.Entry<String, String> each : SOURCES.entrySet()) {
            UserCode.compile(folder, each.getKey(), each.getValue());
            classes.add("user." + each.getKey());
        }
        for (ProgramRights each : check(List.of(folder), classes)) {
            String name = each.program().manifest().className();
            RIGHTS.put(name.substring(name.lastIndexOf('.') + 1), each);
        }
    }

    /** Compiles the isolates of an image, and nothing more of it, and returns the rights of each. */
    private static List<ProgramRights> check(List<Path> classPath, List<String> classes) {
        BuildSession session = new BuildSession(classPath, new MemorySource(), List.of(new ProgramTransform("start", "org/bulkhead/isolate/SystemPrograms", "start")));
        SystemDescription description = SystemDescription.of(session.types(), session.lines(), classes);
        description.define(ImageSettings.NONE);
        Closure closure = session.closure(World.ISOLATE);
        closure.require(Routine.FAULT_ENTRY);
        VmMethod start = null;
        for (VmMethod each : session.types().type("org/bulkhead/vm/runtime/RuntimeCalls").methods()) {
            start = each.name().equals("isolateStart") ? each : start;
        }
        closure.require(start, "start of an isolate");
        closure.complete(count -> { });
        return new RightsCheck(closure, start).check(description);
    }

    /** Asserts all findings of a program: each begins with the severity, then the line that holds the marker, then parts of the message. */
    private static void assertFindings(String name, String... expected) {
        List<String> actual = RIGHTS.get(name).findings().stream().map(each -> each.severity() + " " + each).toList();
        assertEquals(expected.length, actual.size(), actual.toString());
        for (int i = 0; i < expected.length; i++) {
            String[] parts = expected[i].split("\\|");
            assertTrue(actual.get(i).startsWith(parts[0] + " " + name + ".java:" + line(name, parts[1]) + ": "), actual.get(i));
            for (int j = 2; j < parts.length; j++) {
                assertTrue(actual.get(i).contains(parts[j]), actual.get(i) + " does not say " + parts[j]);
            }
        }
    }

    private static int line(String name, String marker) {
        List<String> lines = SOURCES.get(name).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line of " + name + " holds " + marker);
    }

    private static Usage usage(String name, RightKind kind, String right) {
        return RIGHTS.get(name).usage().get(new Right(kind, right));
    }

    @Test
    void constantsOfAllSortsAreFound() {
        for (String name : List.of("Plain", "Field", "Lines", "Caller", "Sender", "Overseer", "TaskOne", "TaskTwo")) {
            assertFindings(name);
        }
        assertEquals(Usage.USED, usage("Field", RightKind.PORTS, "data"));
        assertEquals(Usage.USED, usage("Lines", RightKind.INTERRUPT, "10"));
        assertEquals(Usage.USED, usage("Sender", RightKind.SENDS_TO, "supervisor"));
        assertEquals("[Plain.java:" + line("Plain", "grants.ports") + "]", RIGHTS.get("Plain").places(new Right(RightKind.PORTS, "data")).toString());
    }

    @Test
    void eachOfTheValuesOfALocalVariableCounts() {
        assertFindings("Local", "ERROR|// request|local asks here for ports \"other\"|add @UsesPorts");
    }

    @Test
    void whatOnlyUnreachableCodeAsksForIsUnused() {
        assertFindings("Unused", "WARNING|// constructor|unused has ports \"data\" and never asks for it|Unused.java:" + line("Unused", "// constructor") + ") and run|@UsesPorts");
        assertFindings("Sleeper", "WARNING|// constructor|the service supervisor|@UsesService");
        assertFindings("Idle", "WARNING|// constructor|the right to supervise|@Supervises");
    }

    @Test
    void whatIsNoConstantIsUnknownAndNothingOfItsKindIsCalledUnused() {
        for (String name : List.of("Unknown", "Merged")) {
            assertFindings(name, "WARNING|// request|cannot be checked|@UsesPorts|use a constant");
            assertEquals(Usage.UNKNOWN, usage(name, RightKind.PORTS, "data"));
        }
        assertEquals(1, RIGHTS.get("Mapped").findings().size());
        assertEquals(Usage.UNKNOWN, usage("Mapped", RightKind.PORTS, "data"));
    }

    @ParameterizedTest
    @EnumSource(BootSet.class)
    void nothingShippedHasARightThatItDoesNotUse(BootSet set) {
        assertEquals(List.of(), check(List.of(), set.classNames()).stream().flatMap(each -> each.findings().stream()).map(Object::toString).toList());
    }

    @Test
    void pciFunctionsAndWindows() {
        assertFindings("Card", "ERROR|// request|the PCI function's ports \"buffer\"|add @UsesPci", "WARNING|// constructor|the PCI function's memory \"buffer\"|leave it out of @UsesPci",
            "WARNING|// constructor|the PCI function's interrupt|say interrupt = false in @UsesPci");
        assertFindings("Screen", "WARNING|// constructor|the window \"pixels\"|leave it out of @UsesWindow");
    }

    @Test
    void whatTheManifestDoesNotGiveIsAnError() {
        assertFindings("Missing", "ERROR|// request|missing asks here for interrupt 11|add @UsesInterrupt");
        assertFindings("Usurper", "ERROR|// request|the right to supervise|add @Supervises");
        assertFindings("Confused", "ERROR|// request|the service supervisor|add @UsesService", "WARNING|// constructor|the service supervisor to send to");
    }

    @Test
    void everyRequestOfTheTableIsAMethodThatTakesWhatTheTableSays() throws ClassNotFoundException {
        for (RightKind kind : RightKind.values()) {
            for (RightKind.Request request : kind.requests()) {
                boolean found = List.of(Class.forName(request.owner()).getMethods()).stream().anyMatch(each -> request.matches(request.owner(), each.getName())
                    && (request.argument() == null || each.getParameterTypes()[0] == request.argument()));
                assertTrue(found, kind + ": " + request);
            }
        }
    }
}
