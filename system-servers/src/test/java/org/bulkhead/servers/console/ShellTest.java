package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.LineInfo;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.QueueInfo;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.FileInformation;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.Installation;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.LogPiece;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.store.Directory;
import org.bulkhead.isolate.store.FileStore;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.DeathRecord;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.Rights;
import org.bulkhead.servers.files.VolumeDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console answers, with a supervisor and a terminal made for the test. */
class ShellTest {
    /** Nobody types any more. */
    private static final class EndOfInput extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String REFUSAL = "/bad.jar: class org.example.Printer method print(Ljava/lang/String;)V at 17: an int is wanted on the stack, and there is a reference: compile it again";

    private final StringBuilder shown = new StringBuilder();
    private final List<String> requests = new ArrayList<>();
    private Long time = 946_681_200L;
    private final FileStore files = new FileStore(new VolumeDisk().files(() -> 946_681_200_000L), ByteBuffer.allocate(32 * 1024));

    /** Types text and returns what the terminal showed behind the greeting. */
    private String type(String text) {
        CharacterDevice device = new CharacterDevice() {
            private boolean typed;

            @Override
            public void write(byte[] bytes) {
                shown.append(new String(bytes, StandardCharsets.ISO_8859_1));
            }

            @Override
            public void drain() {
                requests.add("drain");
            }

            @Override
            public Input read(long next, int limit, long timeout) {
                if (typed) {
                    throw new EndOfInput();
                }
                typed = true;
                return new Input(0, text.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
        InvocationHandler answers = (proxy, method, arguments) -> answer(method.getName(), arguments == null ? new Object[0] : arguments);
        Supervision supervision = (Supervision) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Supervision.class}, answers);
        Clock clock = new Clock() {
            @Override
            public long time() throws DeviceException {
                if (time == null) {
                    throw new DeviceException("the battery is empty");
                }
                return time;
            }

            @Override
            public void set(long seconds) {
                throw new AssertionError("nobody sets the clock");
            }
        };
        DataStore nothingPublished = (DataStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataStore.class}, (proxy, method, arguments) -> null);
        Loader loader = (Loader) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Loader.class}, (proxy, method, arguments) -> load(method.getName(), arguments));
        Terminals nobodyRuns = (Terminals) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Terminals.class}, (proxy, method, arguments) -> null);
        Peers peers = new Peers(supervision, clock, new Directory(nothingPublished), loader, files, nobodyRuns);
        Shell shell = new Shell(Terminal.writingTo(new DeviceOutput(device)), new DeviceInput(new InputReader(device::read)), peers, new LogFollower(supervision, 0), 1);
        assertThrows(EndOfInput.class, shell::run);
        return shown.toString().replace("\r\n", "\n");
    }

    /** A loader that knows one good jar, and refuses another at some length. */
    private Object load(String request, Object[] arguments) throws LoadException {
        byte[] refusal = REFUSAL.getBytes(StandardCharsets.UTF_8);
        switch (request) {
            case "refusal":
                return Arrays.copyOfRange(refusal, (int) arguments[0], Math.min((int) arguments[0] + Loader.PIECE, refusal.length));
            default:
                requests.add(request + ' ' + List.of(arguments));
                String path = (String) arguments[request.equals("update") ? 1 : 0];
                if (path.equals("/dead.jar")) {
                    throw NucleusException.of(ErrorCode.PEER_DIED_IN_SERVICE, "loader");
                }
                if (path.equals("/late.jar")) {
                    throw NucleusException.of(ErrorCode.OFFLINE, "loader");
                }
                if (path.equals("/bad.jar")) {
                    throw new LoadException(REFUSAL.substring(0, 40));
                }
                return path.equals("/sealed") ? new Installation(20, "printer0", Installation.Origin.SEALED, 30, 0) : new Installation(20, "printer0", Installation.Origin.COMPILED, 30, 211);
        }
    }

    private Object answer(String request, Object[] arguments) throws SupervisionException {
        int index = arguments.length > 0 && arguments[0] instanceof Integer number ? number : 0;
        switch (request) {
            case "log":
                return new LogPiece((long) arguments[0], new byte[0]);
            case "isolate":
                return index == 0 ? isolate("supervisor", 0) : index == 1 ? isolate("ata0", 3) : null;
            case "component":
                return index == 0 ? new ComponentInfo("supervisor", ComponentInfo.State.ALIVE, 0) : index == 1 ? new ComponentInfo("ata0", ComponentInfo.State.ALIVE, 3)
                    : index == 2 ? new ComponentInfo("atlas", ComponentInfo.State.GIVEN_UP, 10) : null;
            case "queue":
                return index == 0 ? new QueueInfo(16, 0, 0, 1, 2, 4, 1, 0, 77, 3_000_000, 0) : index == 1 ? new QueueInfo(0, 0, -1, -1, 0, 0, 0, 0, 0, 0, 0) : null;
            case "service":
                return index == 0 ? "ata0" : null;
            case "handle":
                return (int) arguments[0] != 1 || (int) arguments[1] > 1 ? null : (int) arguments[1] == 0 ? new HandleInfo(HandleKind.SERVED_QUEUE, Rights.SERVE, 0, false, 0, 0, 1)
                    : new HandleInfo(HandleKind.PORTS, 0, 0, false, 0x1F0, 8, 2);
            case "line":
                return new LineInfo(index == 14 ? 1 : -1, index, index != 14, index == 14 ? 9 : 0);
            case "memory":
                return new MemoryInfo(1000, 900, 27, 60, 400, 120, 16);
            case "deaths":
                return 1;
            case "death":
                return index == 0 ? new DeathInfo("ata0", 2, DeathReason.WILD_ACCESS, 0x666, 1000, 5000) : null;
            case "deathRecord":
                int offset = (int) arguments[1];
                return Arrays.copyOfRange(deathRecord(), offset, Math.min(offset + Supervision.RECORD_PIECE, DeathRecord.SIZE));
            case "pciDevice":
                return index == 0 ? new PciFunction(0x18, 0x10EC, 0x8029, 0x020000, 11, new int[] {0xC001, 0, 0, 0, 0, 0}, new int[] {32, 0, 0, 0, 0, 0}) : null;
            case "status":
                return index == 0 ? new ComponentStatus("supervisor", ComponentInfo.State.ALIVE, "supervisor", 0, 0, 0, 0, 0, true, null)
                    : index == 1 ? new ComponentStatus("ata0", ComponentInfo.State.ALIVE, "ata0-b", 3, 1, 2, 100, 0, true, DeathReason.UNCAUGHT_EXCEPTION)
                    : index == 2 ? new ComponentStatus("atlas", ComponentInfo.State.GIVEN_UP, "atlas", 10, 3, 11, 5000, 0, false, DeathReason.QUEUE_OVERDUE) : null;
            case "installed":
                return index == 0 ? new InstalledProgram(20, "printer0", "printer0", InstalledProgram.Role.CURRENT, 0, 30, 2)
                    : index == 1 ? new InstalledProgram(21, "ata0-new", "ata0", InstalledProgram.Role.PREVIOUS, 1, 41, 1) : null;
            case "source":
                return index == 0 ? "/modules/printer.jar" : index == 1 ? "/modules/ata.jar" : null;
            case "events":
                return 40;
            case "event":
                return index == 38 ? new SupervisionEvent(38, 1_500_000_000L, "ata0", 2, SupervisionEvent.Kind.DEATH, DeathReason.WILD_ACCESS, 0x666, "")
                    : index == 39 ? new SupervisionEvent(39, 1_501_000_000L, "ata0", 3, SupervisionEvent.Kind.BIRTH, null, 0, "ata0-b") : null;
            case "version":
                return !"ata0".equals(arguments[0]) ? null : (int) arguments[1] == 0 ? "ata0" : (int) arguments[1] == 1 ? "ata0-b" : null;
            case "pciDriver":
                return "net0";
            default:
                requests.add(request + ' ' + List.of(arguments));
                if (arguments.length > 0 && "ghost".equals(arguments[0])) {
                    throw new SupervisionException("no program is named ghost");
                }
                return null;
        }
    }

    private static byte[] deathRecord() {
        ByteBuffer record = ByteBuffer.allocate(DeathRecord.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        record.put(DeathRecord.RECORD + IsolateRecord.NAME, "ata0".getBytes(StandardCharsets.US_ASCII));
        record.putInt(DeathRecord.RECORD + IsolateRecord.INCARNATION, 2).putInt(DeathRecord.REASON, DeathReason.WILD_ACCESS.ordinal()).putLong(DeathRecord.DETAIL, 0x666);
        record.putInt(DeathRecord.OPERATION, -1);
        return record.array();
    }

    private static IsolateInfo isolate(String name, int incarnation) {
        return new IsolateInfo(name, 1, incarnation, IsolateInfo.State.ALIVE, 2, 10, 20, 5_000_000, 4, 5, 8, 0, 1, 2, 6, IsolateInfo.Activity.RECEIVING, 3, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kill ata0 | kill [ata0]
        restart ata0 | restart [ata0]
        down ata0 | down [ata0]
        refresh ata0 | refresh [ata0]
        update ata0 | update [ata0, ]
        update ata0 ata0-b | update [ata0, ata0-b]
        inject ata0 wild-write | inject [ata0, WILD_WRITE]
        KILL ata0 | kill [ata0]
        install /modules/printer.jar | install [/modules/printer.jar, ]
        install modules/printer.jar printer0 | install [/modules/printer.jar, printer0]
        update ata0 /modules/ata.jar | update [ata0, /modules/ata.jar]
        rollback ata0 | rollback [ata0]
        uninstall printer0 | uninstall [printer0]
        up job 42 | start [job, 42]
        up job | start [job, 0]
        halt | halt [0]
        reboot | reboot []
        """)
    void commandsBecomeRequests(String line, String request) {
        type(line + "\r");
        boolean ends = request.startsWith("halt") || request.startsWith("reboot");
        assertEquals(ends ? List.of("drain", request) : List.of(request), requests, "what was printed is sent before the machine ends");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nonsense | unknown command nonsense: type help
        kill | usage: kill NAME
        up job 1 2 | usage: up NAME [NUMBER]
        up job x | a number is wanted, not x
        kill ghost | no program is named ghost
        update ghost | no program is named ghost
        inject ata0 | usage: inject NAME FAULT
        inject ata0 flood | there is no fault flood: there are exception, wild-write, privileged, loop, hang, exit, memory
        status ghost | no component is named ghost: status lists all
        handles ghost | no isolate named ghost lives: ps lists those that do
        dump 7 | no death number 7 is remembered: dump lists those that are
        dump -1 | no death number -1 is remembered: dump lists those that are
        sum floppy | sum needs a device: disk0 or disk1
        install | usage: install JAR [NAME]
        install /bad.jar | /bad.jar: class org.example.Printer method print(Ljava/lang/String;)V at 17: an int is wanted on the stack, and there is a reference: compile it again
        update ata0 /bad.jar | /bad.jar: class org.example.Printer method print(Ljava/lang/String;)V at 17: an int is wanted on the stack, and there is a reference: compile it again
        install /dead.jar | the loader died meanwhile: modules tells whether it was installed
        install /late.jar | the service loader does not answer, OFFLINE: status loader tells more
        top 0 | a number from 1 on is wanted, not 0
        log -3 | a number from 1 on is wanted, not -3
        rollback ghost | no program is named ghost
        install /modules/a-name-that-is-longer-than-a-message-can-carry.jar | the path of a program has at most 58 characters, this has 59: give the file a shorter one with mv
        install /modules/printer.jar printer-with-a-long-name | a program's name has at most 15 characters, printer-with-a-long-name has 24: correct it
        run /modules/a-name-that-is-longer-than-a-message-can-carry.jar | the path of a program has at most 58 characters, this has 59: give the file a shorter one with mv
        update a-name-that-nobody-has /modules/printer.jar | no program is named a-name-that-nobody-has: status lists them
        data a-pattern-that-is-longer-than-any-name-can-be-in-the-store | a pattern has at most 48 characters, this has 58: use * for some of them
        uninstall | usage: uninstall NAME
        uninstall ghost | no program is named ghost
        help nonsense | unknown command nonsense: type help
        """)
    void whatCannotBeDoneGetsOneLine(String line, String answer) {
        assertTrue(type(line + "\r").contains("> " + line + "\n" + answer + "\nbulkhead> "), shown::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ps | ata0           3  receives     2     6   40     80        4       5     1    2
        ps | atlas         10  given up     -     -    -      -        -       -     -    -
        queues | ata0     ata0       16     4     1   3     0   -        77
        handles ata0 | 1  ports   0x1f0-0x1f7 
        handles ata0 | 0  serves  ata0         serve
        mem | memory, KiB    3600  4000
        irq | 14  ata0               9  open
        status | ata0        serves    ata0-b         3    1       2    100  uncaught-exception
        status | atlas       given up  atlas         10    3      11   5000  queue-overdue
        status ata0 | versions: ata0 ata0-b
        history |  1.500  ata0          2  death  wild-access, detail 0x666
        history ata0 |  1.501  ata0          3  birth  ata0-b
        history ghost | nothing is remembered of ghost
        dump | 0  ata0               2  WILD_ACCESS  0x666                   4000
        dump 0 | ata0[2] died of WILD_ACCESS, 0.000 s after boot
        devices | 00:03.0  10ec:8029  20000  net0    ports 0xc000+20
        modules | printer0  printer0   current      -     30     1  /modules/printer.jar
        modules | ata0-new  ata0       previous     -     41     0  /modules/ata.jar
        install /modules/printer.jar | installed printer0: 30 pages, 211 methods compiled
        update ata0 /sealed | ata0 is updated to printer0: 30 pages, sealed
        help | programs    run install update rollback uninstall modules
        help | components  kill restart refresh up down inject status history dump
        help programs | rollback NAME
        help components | kill NAME          kills an isolate; its manifest says whether it comes back
        help up | The number is the program's argument.
        """)
    void tablesShowTheSystem(String line, String row) {
        assertTrue(type(line + "\r").contains(row), shown::toString);
    }

    @Test
    void filesAreListedShownCopiedMovedAndDeleted() throws FileException {
        files.createFolder("/modules");
        files.replace("/README.TXT", "one line\r\nand \u001b another\r\n".getBytes(StandardCharsets.US_ASCII));
        String answer = type("ls\rcat README.TXT\rcp README.TXT modules\rls /modules/README.TXT\rmv modules/README.TXT /modules/readme.text\rls modules\rrm README.TXT\rmkdir new\rls\r");
        assertTrue(answer.contains("name        bytes  written (UTC)\nmodules/           1999-12-31 23:00\nREADME.TXT     25  1999-12-31 23:00\n"), answer);
        assertTrue(answer.contains(" KiB free\n"), answer);
        assertTrue(answer.contains("cat README.TXT\none line\nand ? another\nbulkhead> "), answer);
        assertTrue(answer.contains("ls /modules/README.TXT\nname        bytes  written (UTC)\nREADME.TXT     25  "), answer);
        assertTrue(answer.contains("ls modules\nname         bytes  written (UTC)\nreadme.text     25  "), answer);
        assertEquals(List.of("modules", "new"), files.list("/").stream().map(FileInformation::name).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ls nowhere | there is nothing at /nowhere
        cat / | / is a folder
        cat large | /large has 70000 bytes, at most 65536 can be read
        cp nowhere x | there is nothing at /nowhere
        rm nowhere | there is nothing at /nowhere
        rm folder | /folder is a folder that is not empty
        mkdir folder | /folder exists already
        cp large a. | a name has one of
        mv large nowhere/x | the folder nowhere of /nowhere/x is missing
        """)
    void whatCannotBeDoneWithFilesGetsOneLine(String line, String answer) throws FileException {
        files.createFolder("/folder");
        files.replace("/folder/inside", new byte[1]);
        files.replace("/large", new byte[70_000]);
        assertTrue(type(line + "\r").contains("> " + line + "\n" + answer), shown::toString);
    }

    @Test
    void pathsAreCompleted() throws FileException {
        files.createFolder("/modules");
        files.replace("/modules/printer.jar", new byte[10]);
        files.replace("/modules/other.jar", new byte[10]);
        assertTrue(type("rm mod\tpr\t\rcp /modules/o\t/mod\tx\r").contains("cp /modules/other.jar /modules/x\n"), shown::toString);
        assertEquals(List.of("other.jar", "x"), files.list("/modules").stream().map(FileInformation::name).sorted().toList());
    }

    @Test
    void theDateIsUniversalTime() {
        assertTrue(type("date\r").contains("1999-12-31 23:00:00 UTC"), shown::toString);
        time = null;
        assertTrue(type("date\r").contains("the clock does not say: the battery is empty"), shown::toString);
    }

    @Test
    void everythingFitsOnAScreenOf80Columns() {
        String all = type("help\rhelp programs\rhelp install\rhelp modules\rmodules\rhelp components\rhelp system\rhelp files\rhelp machine\rhelp ls\rhelp mv\rps\rstatus\rhistory\rhelp update\rhelp inject\rhelp status\rqueues\rhandles ata0\rmem\rirq\rdump\rdump 0\rdevices\r");
        all.lines().forEach(line -> assertTrue(line.length() <= 80, () -> line.length() + " columns: " + line));
    }

    @Test
    void namesAreCompleted() {
        type("ki\ta\t\r");
        assertEquals(List.of("kill [ata0]"), requests, "only what lives can be killed");
        requests.clear();
        type("uni\t\t\r");
        assertEquals(List.of("uninstall [printer0]"), requests, "only what was installed can be removed, and not a version alone");
        requests.clear();
        assertTrue(type("up a\t\tl\t\r").contains("ata0   atlas"), shown::toString);
        assertEquals(List.of("start [atlas, 0]"), requests);
    }

    @Test
    void theCommandsOfATopicAndThePromptFitOnAScreenOf25Rows() {
        for (String each : List.of("help", "help programs", "help components", "help system", "help files", "help machine")) {
            assertTrue(type(each + "\r").lines().dropWhile(line -> !line.contains("> " + each)).count() <= 25, shown::toString);
        }
    }

    @Test
    void versionsAndFaultsAreCompleted() {
        type("upda\tata0 ata0-\t\rinj\tata0 w\t\r");
        assertEquals(List.of("update [ata0, ata0-b]", "inject [ata0, WILD_WRITE]"), requests);
    }

    @Test
    void coloursComeWhenTheTerminalHasSaidWhatItIs() {
        assertFalse(type("nonsense\r").contains("\u001b[31m"));
        assertTrue(type("\u001b[?62;22cnonsense\r").contains("\u001b[31munknown command nonsense"), shown::toString);
    }

    @Test
    void longWordsAreForProgramsOnly() {
        String word = "w".repeat(80);
        for (String each : new String[] {"kill", "ls", "restart", "data", "run"}) {
            assertTrue(type(each + " " + word + "\r").contains("a word of " + each + " has at most 79 characters, this has 80: correct it\nbulkhead> "), shown::toString);
        }
        assertTrue(type("update " + word.substring(1) + " ata0-readahead\r").contains("no program is named " + word.substring(1) + ": status lists them\n"), shown::toString);
        assertTrue(type("cp README.TXT /" + word + "\t\r").contains("a word of cp has at most 79"), shown::toString);
        assertEquals(List.of(), requests);
    }

    @Test
    void aLineThatIsTooLongIsRefusedAsAWhole() {
        assertTrue(type("kill ata0" + " ".repeat(1100) + "ata1\rreboot\r").contains("\nthe line has more than 1024 characters and is not carried out: shorten it\nbulkhead> "), shown::toString);
        assertEquals(List.of("drain", "reboot []"), requests);
    }

    @Test
    void controlCForgetsTheLine() {
        type("kill ata0\u0003reboot\r");
        assertEquals(List.of("drain", "reboot []"), requests);
    }
}
