package org.bulkhead.servers.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs and those who run them, on the real nucleus. */
class TerminalServerTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private Terminals terminals;
    private long seen;

    /** A program that does what the test wants with its terminal. */
    private record Scripted(Terminals terminal, ThrowingConsumer life) implements Isolate {
        @Override
        public void run() {
            try {
                life.accept(terminal);
            } catch (Exception e) {
                Log.line("program: " + e.getMessage());
            }
            Notifications.await(0, Nucleus.FOREVER);
        }
    }

    private interface ThrowingConsumer {
        void accept(Terminals terminal) throws Exception;
    }

    @BeforeEach
    void start() {
        kit.start(TerminalServer.class);
        terminals = kit.connect(Terminals.SERVICE, Terminals.class);
    }

    /** Starts a program in a session with a command line; returns its number. */
    private int run(ThrowingConsumer life, String arguments) throws TerminalException {
        Manifest manifest = kit.manifest("program").usesService(Terminals.SERVICE).build();
        terminals.open(manifest.program());
        byte[] words = arguments.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < words.length; offset += Terminals.TRANSFER_LIMIT) {
            terminals.addArguments(manifest.program(), offset, Arrays.copyOfRange(words, offset, Math.min(offset + Terminals.TRANSFER_LIMIT, words.length)));
        }
        kit.start(manifest, grants -> new Scripted(new Services(grants).connect(Terminals.SERVICE, Terminals.class), life));
        return manifest.program();
    }

    /** Returns what a program writes until it has written {@code length} bytes. */
    private String output(int program, int length) throws TerminalException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < length) {
            Input input = terminals.output(program, seen, SECOND);
            assertEquals(seen, input.first());
            seen = input.next();
            all.writeBytes(input.bytes());
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theRestOfWhatAProgramHasWrittenIsThereWithoutWaiting() throws TerminalException {
        int program = run(terminal -> {
            terminal.write("first".getBytes(StandardCharsets.UTF_8));
            terminal.write("rest".getBytes(StandardCharsets.UTF_8));
        }, "");
        assertEquals("first", output(program, 5).substring(0, 5));
        kit.advance(MILLISECOND);
        StringBuilder rest = new StringBuilder();
        for (Input input = terminals.written(program, 5); input.bytes().length > 0; input = terminals.written(program, input.next())) {
            rest.append(new String(input.bytes(), StandardCharsets.UTF_8));
        }
        assertEquals("rest", rest.toString());
    }

    @Test
    void whatAProgramWritesIsSeenOnce() throws TerminalException {
        int program = run(terminal -> terminal.write("Grüße".getBytes(StandardCharsets.UTF_8)), "");
        assertEquals("Grüße", output(program, 7));
        assertThrows(DeadlineException.class, () -> terminals.output(program, seen, MILLISECOND));
    }

    @Test
    void aProgramWaitsWhileNobodyReads() throws TerminalException {
        int program = run(terminal -> {
            for (int i = 0; i < 200; i++) {
                terminal.write(new byte[Terminals.TRANSFER_LIMIT]);
            }
            Log.line("all written");
        }, "");
        kit.advance(SECOND);
        assertTrue(kit.log().stream().noneMatch(each -> each.contains("all written")), () -> kit.log().toString());
        output(program, 200 * Terminals.TRANSFER_LIMIT);
        kit.settle();
        assertTrue(kit.log().stream().anyMatch(each -> each.contains("all written")), () -> kit.log().toString());
    }

    @Test
    void whatIsTypedArrivesOnce() throws TerminalException {
        int program = run(terminal -> {
            long next = 0;
            for (Input input = terminal.read(next, 3); input.bytes().length > 0; input = terminal.read(next, 3)) {
                next = input.next();
                terminal.write(input.bytes());
            }
            terminal.write(new byte[] {'.'});
        }, "");
        assertEquals(5, terminals.type(program, 0, "hello".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(5, terminals.type(program, 0, "hello".getBytes(StandardCharsets.US_ASCII)), "typed again, since the answer may have been lost");
        assertEquals(7, terminals.type(program, 3, "lo w".getBytes(StandardCharsets.US_ASCII)));
        terminals.endInput(program);
        assertEquals("hello w.", output(program, 8));
    }

    @Test
    void theWordsOfALongCommandLineArrive() throws TerminalException {
        String words = "first\0" + "x".repeat(200) + "\0\0last\0";
        int program = run(terminal -> {
            for (int offset = 0;;) {
                byte[] piece = terminal.arguments(offset);
                if (piece.length == 0) {
                    return;
                }
                offset += piece.length;
                terminal.write(piece);
            }
        }, words);
        assertEquals(words, output(program, words.length()));
        int full = Terminals.ARGUMENTS_LIMIT / Terminals.TRANSFER_LIMIT;
        for (int i = 0; i < full; i++) {
            terminals.addArguments(program, i * Terminals.TRANSFER_LIMIT, new byte[Terminals.TRANSFER_LIMIT]);
        }
        assertThrows(TerminalException.class, () -> terminals.addArguments(program, Terminals.ARGUMENTS_LIMIT, new byte[1]));
    }

    @Test
    void aSessionBelongsToWhoHasOpenedIt() throws TerminalException {
        int program = run(terminal -> {
            assertEquals("program 30 has no session of yours: open one", assertThrows(TerminalException.class, () -> terminal.type(30, 0, new byte[1])).getMessage());
            terminal.write(new byte[] {'x'});
        }, "");
        assertEquals("x", output(program, 1));
        assertEquals("nobody has opened a session for this program: run it from a console", assertThrows(TerminalException.class, () -> terminals.arguments(0)).getMessage());
        terminals.close(program);
        assertEquals("program " + program + " has no session of yours: open one", assertThrows(TerminalException.class, () -> terminals.output(program, 0, SECOND)).getMessage());
    }
}
