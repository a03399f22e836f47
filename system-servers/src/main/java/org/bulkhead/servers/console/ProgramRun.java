package org.bulkhead.servers.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.Input;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.TerminalException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * Runs an installed program in the foreground: shows what it writes and types lines for it, until it has ended; a line that was begun then is the prompt's. Control-C kills it, Control-D on an
 * empty line ends its input.
 */
final class ProgramRun {
    private static final long OUTPUT_NANOS = 20_000_000L;
    private static final long KEY_NANOS = 1_000_000L;
    private static final int PAGE_KIBIBYTES = 4;

    private final Terminal terminal;
    private final DeviceInput keys;
    private final Terminals terminals;
    private final Supervision supervision;
    private final LineEditor line = new LineEditor("", (before, word) -> List.of());
    private int program;
    private long seen;
    private byte[] typing = {};
    private long typed;

    ProgramRun(Terminal terminal, DeviceInput keys, Terminals terminals, Supervision supervision) {
        this.terminal = terminal;
        this.keys = keys;
        this.terminals = terminals;
        this.supervision = supervision;
    }

    /** Runs program number {@code number}, which is called {@code name}, with the words of a command line. */
    void run(int number, String name, List<String> arguments) throws SupervisionException, TerminalException {
        program = number;
        int deathsBefore = supervision.deaths();
        terminals.open(program);
        addArguments(arguments);
        supervision.start(name, 0);
        while (supervision.isRunning(name)) {
            boolean quiet = !show(OUTPUT_NANOS);
            Key key = quiet ? keys.read(KEY_NANOS) : null;
            if (key != null) {
                take(key, name);
            }
            type();
        }
        if (!line.text().isEmpty()) {
            terminal.print(line.hide());
            keys.giveBack(line.text());
        }
        showRest();
        terminals.close(program);
        tellEnd(name, deathsBefore);
    }

    private void addArguments(List<String> arguments) throws TerminalException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String each : arguments) {
            all.writeBytes(each.getBytes(StandardCharsets.UTF_8));
            all.write(0);
        }
        byte[] words = all.toByteArray();
        for (int offset = 0; offset < words.length; offset += Terminals.TRANSFER_LIMIT) {
            terminals.addArguments(program, offset, Arrays.copyOfRange(words, offset, Math.min(offset + Terminals.TRANSFER_LIMIT, words.length)));
        }
    }

    /** Shows what the program has written, or writes within {@code nanos} nanoseconds; returns whether it was something. */
    private boolean show(long nanos) throws TerminalException {
        try {
            return show(terminals.output(program, seen, nanos));
        } catch (DeadlineException e) {
            return false;
        }
    }

    /** Shows all that a program which has ended leaves. */
    private void showRest() throws TerminalException {
        boolean more = true;
        while (more) {
            more = show(terminals.written(program, seen));
        }
    }

    private boolean show(Input output) {
        if (output.bytes().length == 0) {
            return false;
        }
        seen = output.next();
        terminal.print(new String(output.bytes(), StandardCharsets.ISO_8859_1));
        return true;
    }

    private void take(Key key, String name) throws SupervisionException, TerminalException {
        if (key.kind() == Key.Kind.DELETE && line.text().isEmpty()) {
            terminals.endInput(program);
            return;
        }
        terminal.print(line.type(key));
        switch (line.progress()) {
            case COMPLETE -> {
                byte[] more = (line.take() + '\n').getBytes(StandardCharsets.ISO_8859_1);
                byte[] all = Arrays.copyOf(typing, typing.length + more.length);
                System.arraycopy(more, 0, all, typing.length, more.length);
                typing = all;
            }
            case CANCELLED -> {
                line.take();
                supervision.kill(name);
            }
            case EDITING -> { }
        }
    }

    /** Passes on what was typed, as far as the program's terminal has room for it. */
    private void type() throws TerminalException {
        if (typing.length > 0) {
            long next = terminals.type(program, typed, Arrays.copyOf(typing, Math.min(typing.length, Terminals.TRANSFER_LIMIT)));
            typing = Arrays.copyOfRange(typing, (int) (next - typed), typing.length);
            typed = next;
        }
    }

    /** Says how the program has ended, if not well. What a dead program had is free by then; one that died of a page, and not of a full heap, says which address it wanted to touch. */
    private void tellEnd(String name, int deathsBefore) {
        int deaths = supervision.deaths();
        for (int number = deathsBefore; number < deaths; number++) {
            DeathInfo death = supervision.death(number);
            if (death == null || !death.name().equals(name)) {
                continue;
            }
            if (death.reason() == DeathReason.OUT_OF_MEMORY && death.detail() != 0) {
                terminal.println(Style.BAD, name + " died of OUT_OF_MEMORY: " + (supervision.memory().freeFrames() * PAGE_KIBIBYTES)
                    + " KiB of the machine are free for it, and it needed more: have it do less, or give the machine more memory");
            } else if (death.reason() != DeathReason.EXIT) {
                terminal.println(Style.BAD, name + " died of " + death.reason().name() + ": dump " + number + " tells more");
            } else if (death.detail() != 0) {
                terminal.println(Style.BAD, name + " ended with status " + (int) death.detail());
            }
        }
    }
}
