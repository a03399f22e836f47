package org.bulkhead.isolate.program;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.vm.magic.ProgramThreads;

/**
 * An isolate that runs the {@code main} of an ordinary Java program. Whoever makes a module of a jar with a main class writes a subclass of this that calls it.
 *
 * <p>{@code System.in}, {@code out} and {@code err} are the terminal of whoever runs the program ({@link Terminals}). The isolate ends with status 0, with what {@code System.exit} was given, or with
 * {@value #UNCAUGHT} after an exception that left {@code main}, whose stack trace goes to {@code System.err}: as soon as all threads that are no daemons are over and the shutdown hooks have run. A thread that waits for
 * input lets the others run.
 */
public abstract class JavaProgram implements Isolate {
    /** Exit status after an uncaught exception. */
    public static final int UNCAUGHT = 1;

    /** The notification bit by which a thread waits for input. */
    private static final int INPUT_BIT = 16;

    private final Terminals terminal;
    /** A client of its own, since others write while one waits for input. */
    private final Terminals keyboard;

    /**
     * Makes the program.
     *
     * @param grants the isolate's, which may use the service {@link Terminals#SERVICE}
     */
    protected JavaProgram(Grants grants) {
        terminal = new Services(grants).connect(Terminals.SERVICE, Terminals.class);
        keyboard = Services.client(Terminals.class, grants.queue(Terminals.SERVICE).lettingOthersRun(INPUT_BIT));
    }

    /**
     * Runs the program.
     *
     * @param arguments the words of the command line
     * @throws Throwable whatever the program does not catch
     */
    protected abstract void main(String[] arguments) throws Throwable;

    @Override
    public final void run() {
        PrintStream output = new PrintStream(new TerminalOutput(terminal), true, StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
        System.setIn(new TerminalInput(keyboard));
        Throwable uncaught = null;
        try {
            main(arguments());
        } catch (Throwable thrown) {
            uncaught = thrown;
        }
        ProgramThreads.end(uncaught);
        if (uncaught != null) {
            Nucleus.exit(UNCAUGHT);
        }
    }

    private String[] arguments() throws TerminalException {
        List<String> words = new ArrayList<>();
        byte[] word = new byte[Terminals.ARGUMENTS_LIMIT];
        int length = 0;
        int offset = 0;
        for (byte[] piece = terminal.arguments(0); piece.length > 0; piece = terminal.arguments(offset)) {
            offset += piece.length;
            for (byte each : piece) {
                if (each == 0) {
                    words.add(new String(word, 0, length, StandardCharsets.UTF_8));
                    length = 0;
                } else {
                    word[length++] = each;
                }
            }
        }
        return words.toArray(new String[0]);
    }
}
