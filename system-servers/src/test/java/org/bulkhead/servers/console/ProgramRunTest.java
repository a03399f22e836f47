package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.testkit.Death;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.servers.terminal.TerminalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A program in the foreground: the terminal service and the program are real isolates, the supervisor's few answers come from the test. */
class ProgramRunTest {
    private static final String NAME = "shouter";
    private static final long FAULT_ADDRESS = 0x2200_0000;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final StringBuilder shown = new StringBuilder();
    private Manifest manifest;
    /** Whether the program ends with an error by itself. */
    private DeviceInput keys;
    private boolean dies;
    /** The reason of its death when it is killed, as by a fault at some address. */
    private DeathReason killedBy = DeathReason.KILLED;

    /** Writes its arguments, then each line in capitals; "fail" ends it with status 3. */
    private record Shouter(Terminals terminal) implements Isolate {
        @Override
        public void run() {
            try {
                write(new String(terminal.arguments(0), StandardCharsets.UTF_8).replace('\0', ' ') + '\n');
                StringBuilder text = new StringBuilder();
                long next = 0;
                for (Input input = terminal.read(0, 1); input.bytes().length > 0; input = terminal.read(next, 1)) {
                    next = input.next();
                    text.append((char) input.bytes()[0]);
                    if (input.bytes()[0] == '\n') {
                        if (text.toString().equals("fail\n")) {
                            Nucleus.exit(3);
                        }
                        write(text.toString().toUpperCase());
                        text.setLength(0);
                    }
                }
            } catch (org.bulkhead.isolate.protocol.TerminalException e) {
                throw new IllegalStateException(e);
            }
        }

        private void write(String text) throws org.bulkhead.isolate.protocol.TerminalException {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Death> ended() {
        return kit.deaths().stream().filter(each -> each.name().equals(NAME)).toList();
    }

    private Object answer(String request) {
        return switch (request) {
            case "deaths" -> ended().size();
            case "death" -> {
                Death death = ended().get(0);
                yield new DeathInfo(NAME, 0, death.reason(), death.reason() == DeathReason.OUT_OF_MEMORY ? FAULT_ADDRESS : death.detail(), 0, 0);
            }
            case "isRunning" -> ended().isEmpty();
            case "start" -> {
                kit.start(manifest, grants -> new Shouter(new Services(grants).connect(Terminals.SERVICE, Terminals.class)));
                kit.staysDead(NAME);
                if (dies) {
                    kit.expectDeath(NAME);
                }
                yield null;
            }
            case "kill" -> {
                kit.kill(NAME, killedBy);
                yield null;
            }
            case "memory" -> new MemoryInfo(60_000, 10_000, 0, 0, 0, 0, 0);
            default -> throw new AssertionError(request);
        };
    }

    private String run(String typed, String... arguments) throws Exception {
        kit.start(TerminalServer.class);
        manifest = kit.manifest(NAME).usesService(Terminals.SERVICE).build();
        byte[] bytes = typed.getBytes(StandardCharsets.ISO_8859_1);
        InputReader.Source source = (next, limit, timeout) -> {
            int at = (int) Math.max(next, 0);
            if (at >= bytes.length) {
                kit.advance(timeout);
                throw new DeviceException("nobody types");
            }
            return new Input(at, new byte[] {bytes[at]});
        };
        Supervision supervision = (Supervision) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Supervision.class}, (proxy, method, values) -> answer(method.getName()));
        keys = new DeviceInput(new InputReader(source));
        new ProgramRun(Terminal.writingTo(shown::append), keys, kit.connect(Terminals.SERVICE, Terminals.class), supervision).run(manifest.program(), NAME, List.of(arguments));
        return shown.toString();
    }

    @Test
    void linesGoInAndOutUntilTheInputEnds() throws Exception {
        assertEquals("one two \nhello\nHELLO\nyou\nYOU\n", run("hello\ryou\r\u0004", "one", "two"));
    }

    @Test
    void anExitStatusIsShown() throws Exception {
        dies = true;
        assertEquals("\nfail\nshouter ended with status 3\n", run("fail\r"));
    }

    /** However many of the keys came while the program still ran. */
    @Test
    void aLineThatWasBegunWhenTheProgramEndedIsThePrompts() throws Exception {
        dies = true;
        run("fail\rstatus");
        StringBuilder rest = new StringBuilder();
        for (Key key = keys.read(1); key != null; key = keys.read(1)) {
            rest.append(key.character());
        }
        assertEquals("status", rest.toString());
    }

    /** A dead program's memory is free again, so what is free is what there was for it. */
    @Test
    void memoryThatTheMachineDoesNotHaveIsSaidInALine() throws Exception {
        killedBy = DeathReason.OUT_OF_MEMORY;
        String text = run("x\u0003");
        assertTrue(text.endsWith("shouter died of OUT_OF_MEMORY: 40000 KiB of the machine are free for it, and it needed more: have it do less, or give the machine more memory\n"), text);
    }

    @Test
    void controlCKills() throws Exception {
        String text = run("x\u0003");
        assertTrue(text.endsWith("x^C\nshouter died of KILLED: dump 0 tells more\n"), text);
    }
}
