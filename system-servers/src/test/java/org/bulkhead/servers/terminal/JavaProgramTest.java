package org.bulkhead.servers.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.program.JavaProgram;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A main with a command line and a terminal, as an isolate. The standard streams are this virtual machine's here, so they are put back. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class JavaProgramTest {
    private static final long SECOND = 1_000_000_000;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;
    private Terminals terminals;

    /** Greets by line, and fails without a name. */
    private static final class Greeter extends JavaProgram {
        Greeter(Grants grants) {
            super(grants);
        }

        @Override
        protected void main(String[] arguments) throws IOException {
            System.out.println(Arrays.toString(arguments));
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    throw new IllegalStateException("no name");
                }
                System.out.println("Hello, " + line + "!");
            }
        }
    }

    @BeforeEach
    void start() {
        kit.start(TerminalServer.class);
        terminals = kit.connect(Terminals.SERVICE, Terminals.class);
    }

    @AfterEach
    void putBack() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    private String run(String typed, String... arguments) throws TerminalException {
        Manifest manifest = kit.manifest("greeter").usesService(Terminals.SERVICE).build();
        int program = manifest.program();
        terminals.open(program);
        terminals.addArguments(program, 0, (String.join("\0", arguments) + "\0").getBytes(StandardCharsets.UTF_8));
        kit.start(manifest, Greeter::new);
        kit.staysDead("greeter");
        kit.expectDeath("greeter");
        terminals.type(program, 0, typed.getBytes(StandardCharsets.UTF_8));
        terminals.endInput(program);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long next = 0;
        try {
            while (true) {
                Input input = terminals.output(program, next, SECOND);
                next = input.next();
                all.writeBytes(input.bytes());
            }
        } catch (DeadlineException e) {
            return all.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void argumentsInputAndOutput() throws TerminalException {
        assertEquals(String.format("[a, b c, ü]%nHello, Ada!%nHello, Żubr!%n"), run("Ada\nŻubr\n", "a", "b c", "ü"));
    }

    @Test
    void anUncaughtExceptionIsShownAndEndsTheProgram() throws TerminalException {
        String output = run("\n", "x");
        assertTrue(output.contains("Exception in thread \"main\" java.lang.IllegalStateException: no name"), output);
        assertTrue(output.contains("at org.bulkhead.servers.terminal.JavaProgramTest$Greeter.main"), output);
        assertEquals(JavaProgram.UNCAUGHT, kit.deaths().get(0).detail());
    }
}
