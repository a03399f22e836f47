package org.bulkhead.builder.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.BarKind;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PciBar;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.SendsTo;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPci;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.manifest.UsesWindow;
import org.bulkhead.isolate.manifest.Window;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.modules.manifest.AnnotationLines;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.vm.compiler.model.ClassFormatProblem;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;

/** Declarations of test isolates become manifests, and those that do not fit together are refused in one line that begins with file and line. */
class SystemDescriptionTest {
    /** What the isolate that ran last was started with. */
    static String lastRun;

    /** A base for isolates that only exist to be declared. */
    public abstract static class Dummy implements Isolate {
        private final Grants grants;

        protected Dummy(Grants grants) {
            this.grants = grants;
        }

        @Override
        public void run() {
            lastRun = grants.manifest().name() + "/" + grants.incarnation() + "/" + grants.argument() + "/" + grants.configuration();
        }
    }

    @Server(name = "supervisor", rank = Rank.SUPERVISOR, serves = Supervision.class)
    @Supervises
    public static final class TestSupervisor extends Dummy {
        public TestSupervisor(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "disk", serves = BlockDevice.class)
    @UsesPorts({@Ports(name = "command", first = 0x1F0, count = 8), @Ports(name = "control", first = 0x3F6, count = 1)})
    @UsesInterrupt(14)
    @SendsTo("supervisor")
    @Limits(heap = "512K", cpu = "50%", queue = 4, request = "2s", run = "250ms")
    @Restarts(value = RestartPolicy.TRANSIENT, burst = 7, sustained = 70)
    public static final class Disk extends Dummy {
        public Disk(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "card")
    @UsesPci(name = "card", vendor = 0x10EC, device = 0x8029, bars = {@PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 32),
        @PciBar(name = "buffers", bar = 5, kind = BarKind.MEMORY, offset = 4096, bytes = 8192)})
    public static final class Card extends Dummy {
        public Card(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "card-2")
    @UsesPci(name = "other", vendor = 0x10EC, device = 0x8029, bars = @PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 8))
    public static final class SameCard extends Dummy {
        public SameCard(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "any")
    @UsesPci(name = "any", vendor = 0x10EC, bars = @PciBar(name = "registers", bar = 0, kind = BarKind.PORTS, bytes = 8))
    public static final class AnyCard extends Dummy {
        public AnyCard(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "odd")
    @UsesPci(name = "odd", classCode = 0x0101, bars = @PciBar(name = "channel", bar = 4, kind = BarKind.DMA, bytes = 100))
    public static final class OddBuffer extends Dummy {
        public OddBuffer(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "reader")
    @UsesService({"disk", "supervisor"})
    public static final class Reader extends Dummy {
        public Reader(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "other")
    @UsesPorts(@Ports(name = "some", first = 0x1F7, count = 2))
    public static final class OverlappingPorts extends Dummy {
        public OverlappingPorts(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "screen")
    @UsesPorts(@Ports(name = "registers", first = 0x3D4, count = 2))
    @UsesWindow({@Window(name = "text", first = 0xB8000, bytes = 0x8000), @Window(name = "high", first = 0xFD00_0000L, bytes = 0x1000)})
    public static final class Screen extends Dummy {
        public Screen(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "other")
    @UsesWindow(@Window(name = "some", first = 0xBF000, bytes = 0x1000))
    public static final class OverlappingWindow extends Dummy {
        public OverlappingWindow(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "other")
    @UsesWindow(@Window(name = "some", first = 0xB8010, bytes = 0x1000))
    public static final class OddWindow extends Dummy {
        public OddWindow(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "other")
    @UsesWindow(@Window(name = "some", first = 0xB8000, bytes = 4_000_000))
    public static final class HugeWindow extends Dummy {
        public HugeWindow(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "other")
    @UsesInterrupt(14)
    public static final class SameInterrupt extends Dummy {
        public SameInterrupt(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "disk")
    public static final class SameName extends Dummy {
        public SameName(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "lost")
    @UsesService("tape")
    public static final class UnknownService extends Dummy {
        public UnknownService(Grants grants) {
            super(grants);
        }
    }

    @Driver(name = "equal")
    @UsesService("disk")
    public static final class CallsItsRank extends Dummy {
        public CallsItsRank(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "limited")
    @Limits(heap = "much")
    public static final class WrongHeap extends Dummy {
        public WrongHeap(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "limited")
    @Limits(cpu = "120%")
    public static final class WrongShare extends Dummy {
        public WrongShare(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "made-elsewhere")
    public static final class NoConstructor extends Dummy {
        public NoConstructor() {
            super(null);
        }
    }

    public static final class NotDeclared extends Dummy {
        public NotDeclared(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "Upper Case")
    public static final class WrongName extends Dummy {
        public WrongName(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "third")
    @UsesService("disk")
    public static final class ThirdClient extends Dummy {
        public ThirdClient(Grants grants) {
            super(grants);
        }
    }

    @Program(name = "second")
    @UsesService("disk")
    public static final class SecondClient extends Dummy {
        public SecondClient(Grants grants) {
            super(grants);
        }
    }

    private static TypeSystem types() {
        return new TypeSystem(name -> {
            try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
                return in == null ? null : in.readAllBytes();
            }
        }, List.of());
    }

    private static SystemDescription describe(Class<?>... classes) {
        return SystemDescription.of(types(), AnnotationLines.NONE, Stream.of(classes).map(Class::getName).toList());
    }

    private static void assertProblem(Class<?> added, String... parts) {
        UserProblem problem = assertThrows(UserProblem.class, () -> describe(TestSupervisor.class, Disk.class, added));
        assertTrue(problem.getMessage().matches("SystemDescriptionTest.java:[0-9]+: .*"), "one line, with file and line: " + problem.getMessage());
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), () -> "\"" + problem.getMessage() + "\" should contain \"" + part + "\"");
        }
    }

    @Test
    void everythingDeclaredIsInTheManifest() {
        Manifest disk = describe(Reader.class, Disk.class, TestSupervisor.class).manifests().get(1);
        assertEquals("disk", disk.name());
        assertEquals(1, disk.program());
        assertEquals(Disk.class.getName(), disk.className());
        assertEquals(Rank.DEVICE, disk.rank());
        assertEquals(StartMode.BOOT, disk.start());
        assertTrue(disk.serves());
        assertEquals("BlockDevice", disk.protocol());
        assertFalse(disk.supervises());
        assertEquals(List.of(), disk.services());
        assertEquals(List.of("supervisor"), disk.sendsTo());
        assertEquals(List.of(14), disk.interrupts());
        assertEquals(List.of(new PortGrant("command", 0x1F0, 8), new PortGrant("control", 0x3F6, 1)), disk.ports());
        assertEquals(512 * 1024, disk.heapBytes());
        assertEquals(50, disk.cpuPercent());
        assertEquals(4, disk.queueSlots());
        assertEquals(2000, disk.requestMillis());
        assertEquals(250, disk.runMillis());
        assertEquals(RestartPolicy.TRANSIENT, disk.restartPolicy());
        assertEquals(7, disk.burst());
        assertEquals(70, disk.sustained());
    }

    @Test
    void pciFunctionsAreInTheManifest() {
        Manifest card = describe(TestSupervisor.class, Card.class).manifests().get(1);
        assertEquals(new PciClaim("card", 0x10EC, 0x8029, UsesPci.ANY, true, false,
            List.of(new BarGrant("registers", 0, BarKind.PORTS, 0, 32), new BarGrant("buffers", 5, BarKind.MEMORY, 4096, 8192))), card.pci());
        assertEquals(1, card.firstPciHandle());
        assertTrue(card.rights().contains("pci 10ec:8029"), card.rights());
        assertTrue(card.pci().matches(0x10EC, 0x8029, 0x020000));
        assertFalse(card.pci().matches(0x10EC, 0x8139, 0x020000));
    }

    @Test
    void pciFunctionsThatCannotBeGrantedAreNamed() {
        UserProblem twice = assertThrows(UserProblem.class, () -> describe(TestSupervisor.class, Card.class, SameCard.class));
        assertTrue(twice.getMessage().contains("card-2 and card both ask for the PCI function 10ec:8029"), twice.getMessage());
        assertProblem(AnyCard.class, "@UsesPci", "vendor and device");
        assertProblem(OddBuffer.class, "channel", "100", "4096");
    }

    @Test
    void handlesFollowTheOrderOfGrants() {
        List<Manifest> manifests = describe(Reader.class, Disk.class, TestSupervisor.class).manifests();
        assertEquals(2, manifests.get(1).serviceHandle("supervisor"));
        assertEquals(3, manifests.get(1).interruptHandle(14));
        assertEquals(0, manifests.get(1).interruptHandle(15));
        assertEquals(1, manifests.get(2).serviceHandle("disk"));
        assertEquals(2, manifests.get(2).serviceHandle("supervisor"));
        assertEquals(0, manifests.get(2).serviceHandle("uart"));
    }

    @Test
    void theSupervisorIsProgramZeroAndDefaultsHold() {
        List<Manifest> manifests = describe(Reader.class, Disk.class, TestSupervisor.class).manifests();
        assertEquals(List.of("supervisor", "disk", "reader"), manifests.stream().map(Manifest::name).toList());
        assertTrue(manifests.get(0).supervises());
        assertEquals(StartMode.ON_REQUEST, manifests.get(2).start());
        assertEquals(1024 * 1024, manifests.get(2).heapBytes());
        assertEquals(RestartPolicy.PERMANENT, manifests.get(2).restartPolicy());
    }

    @Test
    void generatedProgramsHoldTheManifestsAndStartByNumber() throws Exception {
        SystemDescription description = describe(Reader.class, Disk.class, TestSupervisor.class, Card.class, Screen.class);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ProgramsGenerator(description.manifests(), new ImageSettings(Map.of("reader", new ProgramSettings("what to read", List.of("disk"))), Pace.AS_DECLARED)).generate().accept(writer);
        byte[] bytes = writer.toByteArray();
        Class<?> programs = new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass(ProgramsGenerator.NAME.replace('/', '.'), bytes, 0, bytes.length);
            }
        }.define();
        Manifest[] all = (Manifest[]) programs.getMethod("all").invoke(null);
        for (int i = 0; i < all.length; i++) {
            Manifest expected = description.manifests().get(i);
            assertEquals(i, all[i].program());
            assertEquals(expected.name(), all[i].name());
            assertEquals(expected.rights(), all[i].rights().replace(" complains about disk", ""));
            assertEquals(expected.start(), all[i].start());
            assertEquals(expected.rank(), all[i].rank());
            assertEquals(expected.restartPolicy(), all[i].restartPolicy());
            assertEquals(expected.burst(), all[i].burst());
            assertEquals(expected.pci(), all[i].pci());
            assertEquals(expected.windows(), all[i].windows());
            assertEquals(expected.requestMillis(), all[i].requestMillis());
            assertEquals(expected.name().equals("reader") ? List.of("disk") : List.of(), all[i].complainsAbout());
            programs.getMethod("start", int.class, int.class, long.class).invoke(null, i, i + 5, i * 10_000_000_000L);
            assertEquals(expected.name() + "/" + (i + 5) + "/" + i * 10_000_000_000L + "/" + (expected.name().equals("reader") ? "what to read" : ""), lastRun);
        }
    }

    @Test
    void definedProgramsAreATypeOfTheImage() {
        TypeSystem types = types();
        SystemDescription.of(types, AnnotationLines.NONE, List.of(TestSupervisor.class.getName())).define(ImageSettings.NONE);
        assertTrue(types.type(ProgramsGenerator.NAME).declaredMethod("start", "(IIJ)V").isStatic());
    }

    @Test
    void windowsArriveWithTheirHandles() {
        Manifest screen = describe(TestSupervisor.class, Screen.class).manifests().get(1);
        assertEquals(List.of(new WindowGrant("text", 0xB8000, 0x8000), new WindowGrant("high", 0xFD00_0000L, 0x1000)), screen.windows());
        assertEquals(2, screen.windowHandle("text"));
        assertEquals(3, screen.windowHandle("high"));
        assertEquals(0, screen.windowHandle("low"));
        assertEquals("ports 0x3d4-0x3d5 window 0xb8000-0xbffff window 0xfd000000-0xfd000fff heap 1024K cpu 100%", screen.rights());
    }

    @Test
    void wrongWindowsNameWhatIsWrong() {
        assertEquals(AddressSpaceLayout.WINDOW_SIZE, WindowGrant.BYTES_LIMIT);
        assertProblem(OddWindow.class, "a window at 0xb8010 cannot be mapped: use a multiple of 0x1000 below 4 GiB");
        assertProblem(HugeWindow.class, "a window of 4000000 bytes cannot be mapped: use a multiple of 4096 up to 2097152");
    }

    @Test
    void overlappingPortsNameBothIsolates() {
        assertProblem(OverlappingPorts.class, "other and disk both ask for ports", "\"some\" 0x1f7-0x1f8", "\"command\" 0x1f0-0x1f7");
    }

    @Test
    void sharedInterruptNamesBothIsolates() {
        assertProblem(SameInterrupt.class, "other and disk both ask for interrupt 14");
    }

    @Test
    void sameNameTwice() {
        assertProblem(SameName.class, "the name disk is taken by " + Disk.class.getName());
    }

    @Test
    void unknownService() {
        assertProblem(UnknownService.class, "lost uses the service tape", "services here are supervisor, disk");
    }

    @Test
    void callsGoOnlyToLowerRanks() {
        assertProblem(CallsItsRank.class, "equal of rank DEVICE calls disk", "of rank DEVICE", "strictly lower");
    }

    @Test
    void limitsThatDoNotParse() {
        assertProblem(WrongHeap.class, "limit heap", "\"much\"", "512K");
        assertProblem(WrongShare.class, "limit cpu", "\"120%\"");
    }

    @Test
    void classesThatCannotBeStarted() {
        assertProblem(NoConstructor.class, NoConstructor.class.getName(), "constructor", "Grants");
        assertProblem(NotDeclared.class, NotDeclared.class.getName(), "@Driver");
        assertProblem(WrongName.class, "Upper Case", "a-z");
    }

    @Test
    void creditsFitTheQueue() {
        UserProblem problem = assertThrows(UserProblem.class, () -> describe(TestSupervisor.class, Disk.class, Reader.class, SecondClient.class, ThirdClient.class));
        assertTrue(problem.getMessage().contains("4 slots"), problem.getMessage());
    }

    @Test
    void anImageNeedsOneSupervisor() {
        assertTrue(assertThrows(UserProblem.class, () -> describe(Disk.class)).getMessage().contains("SUPERVISOR"));
    }

    @ParameterizedTest
    @EnumSource(BootSet.class)
    void bootSetsFitTogether(BootSet set) {
        List<Manifest> manifests = SystemDescription.of(types(), AnnotationLines.NONE, set.classNames()).manifests();
        assertEquals(set.classNames().size(), manifests.size());
        assertEquals("supervisor", manifests.get(0).name());
    }

    @Test
    void missingClassIsNamed() {
        assertTrue(assertThrows(ClassFormatProblem.class, () -> SystemDescription.of(types(), AnnotationLines.NONE, List.of("org.example.Nothing"))).getMessage().contains("org.example.Nothing"));
    }
}
