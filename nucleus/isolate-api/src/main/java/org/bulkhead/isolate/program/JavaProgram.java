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

/**
 * An isolate that runs the {@code main} of an ordinary Java program. Whoever makes a module of a jar with a main class writes a subclass of this that calls it.
 *
 * <p>{@code System.in}, {@code out} and {@code err} are the terminal of whoever runs the program ({@link Terminals}). The isolate ends with status 0, with what {@code System.exit} was given, or with
 * {@value #UNCAUGHT} after an exception that nobody caught, whose stack trace goes to {@code System.err}.
 */
public abstract class JavaProgram implements Isolate {
    /** Exit status after an uncaught exception. */
    public static final int UNCAUGHT = 1;

    private final Terminals terminal;

    /**
     * Makes the program.
     *
     * @param grants the isolate's, which may use the service {@link Terminals#SERVICE}
     */
    protected JavaProgram(Grants grants) {
        terminal = new Services(grants).connect(Terminals.SERVICE, Terminals.class);
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
        System.setIn(new TerminalInput(terminal));
        try {
            main(arguments());
        } catch (Throwable uncaught) {
            System.err.print("Exception in thread \"main\" ");
            uncaught.printStackTrace();
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
