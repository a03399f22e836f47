package org.bulkhead.servers.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.Installation;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.TerminalException;

/** Programs that are installed while the system runs. */
final class Programs {
    private static final String UNKNOWN = "-";
    /** References to a module that are no isolate's: the supervisor's handle. */
    private static final int NOT_ISOLATES = 1;

    private final Supervision supervision;
    private final Loader loader;

    Programs(Supervision supervision, Loader loader) {
        this.supervision = supervision;
        this.loader = loader;
    }

    /** Has the program of a jar installed, the one with that name if it has several; returns a line about it. */
    String install(String word, String name) throws SupervisionException {
        String path = path(word);
        if (name.length() > Loader.NAME_LIMIT) {
            throw new SupervisionException("a program's name has at most " + Loader.NAME_LIMIT + " characters, " + name + " has " + name.length() + ": correct it");
        }
        return line("installed", () -> loader.install(path, name));
    }

    /** Has a component updated to a program; returns a line about it. */
    String update(String component, String word) throws SupervisionException {
        String path = path(word);
        return line(component + " is updated to", () -> loader.update(name(component), path));
    }

    /** Returns a name that can be one of a program, as far as its length goes. */
    static String name(String word) throws SupervisionException {
        if (word.length() > Loader.NAME_LIMIT) {
            throw new SupervisionException("no program is named " + word + ": status lists them");
        }
        return word;
    }

    /** A request to the loader. */
    private interface Request {
        Installation send() throws LoadException, SupervisionException;
    }

    private String line(String begin, Request request) throws SupervisionException {
        Installation done = ask(request);
        return begin + ' ' + done.name() + ": " + done.pages() + " pages, " + (done.methods() == 0 ? Words.of(done.origin()) : done.methods() + " methods compiled");
    }

    /** Runs a Java program in the foreground, installed for that time only. */
    void run(String word, List<String> arguments, ProgramRun foreground) throws SupervisionException {
        String path = path(word);
        Installation program = ask(() -> loader.install(path, ""));
        try {
            if (supervision.isRunning(program.name())) {
                throw new SupervisionException(path + " is no Java program, but runs on its own: install it");
            }
            foreground.run(program.program(), program.name(), arguments);
        } catch (TerminalException e) {
            throw new SupervisionException(e.getMessage());
        } finally {
            supervision.uninstall(program.name());
        }
    }

    /** Returns the path of a jar or sealed module that the loader can be told. */
    private static String path(String word) throws SupervisionException {
        String path = FileCommands.path(word);
        if (path.length() > Loader.PATH_LIMIT) {
            throw new SupervisionException("the path of a program has at most " + Loader.PATH_LIMIT + " characters, this has " + path.length() + ": give the file a shorter one with mv");
        }
        return path;
    }

    private Installation ask(Request request) throws SupervisionException {
        try {
            return request.send();
        } catch (LoadException e) {
            throw new SupervisionException(whole(e.getMessage()));
        } catch (PeerDiedException e) {
            throw new SupervisionException("the loader died meanwhile: modules tells whether it was installed");
        } catch (NucleusException e) {
            throw new SupervisionException(Shell.unanswered(Loader.SERVICE, e));
        }
    }

    /** Returns the whole text of a refusal, whose beginning came with the reply; only the beginning if another has been refused meanwhile. */
    private String whole(String beginning) {
        byte[] text = new byte[0];
        for (byte[] piece = loader.refusal(0); piece.length > 0; piece = loader.refusal(text.length)) {
            int length = text.length;
            text = Arrays.copyOf(text, length + piece.length);
            System.arraycopy(piece, 0, text, length, piece.length);
        }
        String whole = new String(text, StandardCharsets.UTF_8);
        return whole.startsWith(beginning) ? whole : beginning;
    }

    /** Prints what is installed. */
    void print(Terminal terminal) {
        Table table = new Table("program", "component", "role", ">life", ">pages", ">used", "from");
        int index = 0;
        for (InstalledProgram each = supervision.installed(index); each != null; each = supervision.installed(++index)) {
            table.row(each.name(), each.component(), Words.of(each.role()), each.role() == InstalledProgram.Role.CURRENT ? life(each.component()) : UNKNOWN, each.pages(),
                Math.max(0, each.references() - NOT_ISOLATES), supervision.source(index));
        }
        table.printOr("nothing is installed", terminal);
    }

    private String life(String component) {
        int index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            if (each.name().equals(component)) {
                return Integer.toString(each.incarnation());
            }
        }
        return UNKNOWN;
    }
}
