package org.bulkhead.builder.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.BuildSession;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.cli.UserCode;
import org.bulkhead.servers.supervisor.Supervisor;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the whole image shows is refused in one line that begins with file and line, names both sides and the remedy; each whole line is asserted here. */
class ManifestErrorsTest {
    private static final String FIRST = """
        @Driver(name = "first", serves = First.Knobs.class)
        @UsesPorts({
            @Ports(name = "low", first = 0x100, count = 8),
            @Ports(name = "high", first = 0x200, count = 8)})
        @UsesInterrupt({10,
            11})
        @UsesPci(name = "card", vendor = 0x1234, device = 1, bars = @PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 8))
        @Limits(
            heap = "512K",
            queue = 2)
        """;

    @TempDir
    Path folder;

    private final List<String> classes = new ArrayList<>(List.of(Supervisor.class.getName()));

    /** Compiles an isolate whose annotations begin in line 4, as users do. */
    private void add(String name, String annotations) throws IOException {
        UserCode.compileChecked(folder, name, """
            package user;
            import org.bulkhead.isolate.*;
            import org.bulkhead.isolate.manifest.*;
            %s
            public final class %s implements Isolate {
                public interface Knobs { void turn(); }
                public %s(Grants grants) { }
                @Override public void run() { }
            }
            """.formatted(annotations.strip(), name, name));
        classes.add("user." + name);
    }

    private void assertProblem(String... lines) {
        BuildSession session = new BuildSession(List.of(folder), new MemorySource(), List.of());
        UserProblem problem = assertThrows(UserProblem.class, () -> SystemDescription.of(session.types(), session.lines(), classes));
        assertEquals(List.of(lines), problem.getMessage().lines().toList());
    }

    @Test
    void overlappingPorts() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n@UsesPorts(\n    @Ports(name = \"mine\", first = 0x1F9, count = 8))");
        assertProblem("Second.java:6: second and first both ask for ports: \"mine\" 0x1f9-0x200 overlaps \"high\" 0x200-0x207 (First.java:7); "
            + "only one isolate can have them: change a range, or leave one of the two out");
    }

    @Test
    void sameInterrupt() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n@UsesInterrupt(11)");
        assertProblem("Second.java:5: second and first both ask for interrupt 11 (First.java:9); only one isolate can have it: change a line, or leave one of the two out");
    }

    @Test
    void samePciFunction() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n@UsesPci(name = \"other\", vendor = 0x1234, device = 1,\n    bars = @PciBar(name = \"registers\", bar = 1, kind = BarKind.PORTS, bytes = 8))");
        assertProblem("Second.java:5: second and first both ask for the PCI function 1234:0001 (First.java:10); only one isolate can have it: leave one of the two out");
    }

    @Test
    void sameName() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(\n    name = \"first\")");
        assertProblem("Second.java:4: the name first is taken by user.First (First.java:4): rename one of the two, or leave one out");
    }

    @Test
    void servicesThatNobodyServes() throws IOException {
        add("First", FIRST);
        add("Second", "@Program(name = \"second\")\n@UsesService({\n    \"first\",\n    \"frist\"})");
        add("Mute", "@Driver(name = \"mute\")");
        add("Third", "@Program(name = \"third\")\n@SendsTo(\"mute\")");
        assertProblem("Second.java:7: second uses the service frist, but no isolate of the image has that name: add it, or correct the name; services here are supervisor, first",
            "Third.java:5: third uses the service mute, but mute (Mute.java:4) serves no protocol: add serves to its annotation");
    }

    @Test
    void callsThatDoNotGoDownInRank() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n\n@UsesService(\"first\")");
        assertProblem("Second.java:6: second of rank DEVICE calls first (First.java:4) of rank DEVICE, and calls go only to a strictly lower rank: change a rank, or use @SendsTo");
    }

    @Test
    void queuesTooSmallForTheirClients() throws IOException {
        add("First", FIRST);
        add("Second", "@Program(name = \"second\")\n@UsesService(\"first\")");
        add("Third", "@Program(name = \"third\")\n@UsesService(\"first\")");
        assertProblem("First.java:13: the queue of first has 2 slots, and its clients second, third need 4: raise queue in its @Limits to 4");
    }

    @Test
    void severalSupervisorsOrNone() throws IOException {
        add("Second", "@Server(name = \"second\",\n    rank = Rank.SUPERVISOR)\n@Supervises");
        assertProblem("Second.java:4: second has the rank SUPERVISOR, as supervisor (Supervisor.java:" + supervisorLine() + ") has: an image has one supervisor; choose another rank, "
            + "or leave one out");
        classes.clear();
        add("First", FIRST);
        assertProblem("First.java:4: no isolate of the image has the rank SUPERVISOR: add the supervisor, which starts all others");
    }

    /** The line of the annotation in the supervisor's own source, which this test does not want to follow. */
    private static int supervisorLine() throws IOException {
        BuildSession session = new BuildSession(List.of(), new MemorySource(), List.of());
        return session.lines().of(Supervisor.class.getName()).line("Server");
    }

    @Test
    void moreIsolatesThanAnImageHolds() throws IOException {
        for (int i = 1; i <= 31; i++) {
            add("Many" + i, "@Program(name = \"many-" + i + "\")");
        }
        assertProblem("Many31.java:4: 32 isolates are too many for one image, which holds 31: leave some out");
    }

    @Test
    void versionsOfNothingAndOfVersions() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n@VersionOf(\"frist\")");
        add("Third", "@Driver(name = \"third\")\n@VersionOf(\"second\")");
        assertProblem("Second.java:4: second is a version of frist, but no isolate of the image has that name: add it, or correct the name",
            "Third.java:4: third is a version of second (Second.java:4), which is a version itself: name frist");
    }

    @Test
    void versionsThatCannotTakeThePlaceOfTheirComponents() throws IOException {
        add("First", FIRST);
        add("Second", "@Server(name = \"second\")\n@VersionOf(\"first\")");
        assertProblem("Second.java:4: second has the rank SERVICE, and the component of which it is a version, first (First.java:4), DEVICE: give both the same",
            "Second.java:4: second serves nothing, and the component of which it is a version, first (First.java:4), Knobs: clients must not see which version runs; serve the same");
    }

    @Test
    void whatIsTakenByAComponentAndItsVersionsIsSaidOnce() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\", serves = Second.Knobs.class)\n@VersionOf(\"first\")\n@UsesInterrupt(10)");
        add("Third", "@Driver(name = \"third\")\n@UsesInterrupt(10)");
        assertProblem("Third.java:5: third and first both ask for interrupt 10 (First.java:8); only one isolate can have it: change a line, or leave one of the two out");
    }

    @Test
    void servicesThatAreNamedByAVersion() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\", serves = Second.Knobs.class)\n@VersionOf(\"first\")\n@UsesInterrupt(11)");
        add("Third", "@Program(name = \"third\")\n@UsesService(\"second\")");
        assertProblem("Third.java:5: third uses the service second, but that is a version of first: use that service; the supervisor decides which version runs");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        add("First", FIRST);
        add("Second", "@Driver(name = \"second\")\n@UsesInterrupt({10,\n    11})");
        assertProblem("Second.java:5: second and first both ask for interrupt 10 (First.java:8); only one isolate can have it: change a line, or leave one of the two out",
            "Second.java:6: second and first both ask for interrupt 11 (First.java:9); only one isolate can have it: change a line, or leave one of the two out");
    }
}
