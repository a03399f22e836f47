package org.bulkhead.servers.console;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.FileException;
import org.bulkhead.isolate.protocol.Files;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.store.Directory;
import org.bulkhead.vm.magic.Magic;

/** Reads commands and carries them out, for ever; while nobody types it shows what the system logs. */
final class Shell {
    private static final String PROMPT = "bulkhead> ";
    /** Asks the terminal what it is (primary device attributes, ECMA-48 DA): only one that understands escape sequences answers. */
    private static final String IDENTIFY = "\u001b[c";
    private static final String DIGEST = "digest";
    private static final String DISK = "disk";
    static final List<String> DISKS = List.of("disk0", "disk1");
    /** Longest word that a service can be sent: a path that may lack its first character. */
    static final int WORD_LIMIT = Files.PATH_LIMIT - 1;
    private static final long KEY_NANOS = 200_000_000L;
    private static final long WAIT_NANOS = 100_000_000L;
    private static final long TICKS_PER_UNIT = 1_000_000L;

    private final Terminal terminal;
    private final DeviceInput input;
    private final Supervision supervision;
    private final Clock clock;
    private final Directory directory;
    private final Programs programs;
    private final LogFollower follower;
    private final int incarnation;
    private final Terminals terminals;
    private final SystemTables tables;
    private final LifeTables lives;
    private final DeathDump deaths;
    private final FileCommands files;
    private final LineEditor editor;

    /** Makes the shell of an incarnation of a console; {@code follower} stands where the log has not been shown on this terminal before the first of them. */
    Shell(Terminal terminal, DeviceInput input, Peers peers, LogFollower follower, int incarnation) {
        this.terminal = terminal;
        this.input = input;
        supervision = peers.supervision();
        clock = peers.clock();
        directory = peers.directory();
        terminals = peers.terminals();
        programs = new Programs(supervision, peers.loader());
        this.follower = follower;
        this.incarnation = incarnation;
        editor = new LineEditor(PROMPT, new CommandCompletion(supervision, peers.files()));
        files = new FileCommands(peers.files(), terminal);
        tables = new SystemTables(supervision);
        lives = new LifeTables(supervision);
        deaths = new DeathDump(supervision);
    }

    /** Greets, and never returns. */
    void run() {
        if (incarnation == 0) {
            follower.show(terminal);
            terminal.println("Bulkhead, ready after " + Magic.timestamp() / TICKS_PER_UNIT + " million ticks: type help for the commands.");
        } else {
            // A predecessor has shown the log.
            follower.skip();
            terminal.println("The console was restarted.");
        }
        if (!terminal.isStyled()) {
            terminal.print(IDENTIFY);
        }
        while (true) {
            String[] words = split(readLine());
            try {
                execute(words);
            } catch (SupervisionException e) {
                complain(e.getMessage());
            } catch (PeerDiedException e) {
                complain("the supervisor died meanwhile: status and history tell what has come of it");
            }
            follower.show(terminal);
        }
    }

    private String readLine() {
        terminal.print(editor.show());
        while (true) {
            Key key = input.read(KEY_NANOS);
            if (key == null) {
                if (follower.hasMore()) {
                    terminal.print(editor.hide());
                    follower.show(terminal);
                    terminal.print(editor.show());
                }
                continue;
            }
            if (key.kind() == Key.Kind.IDENTIFIED) {
                terminal.useStyles();
            }
            terminal.print(editor.type(key));
            if (editor.progress() != LineEditor.Progress.EDITING) {
                return editor.take();
            }
        }
    }

    /** Returns the words of a line. */
    static String[] split(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ' ') {
                if (i > start) {
                    words.add(line.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words.toArray(new String[0]);
    }

    private void execute(String[] words) throws SupervisionException {
        if (words.length == 0) {
            return;
        }
        Command command = Command.named(words[0]);
        if (command == null) {
            complain("unknown command " + words[0] + ": type help");
            return;
        }
        int arguments = words.length - 1;
        if (arguments < command.least() || arguments > command.most()) {
            complain("usage: " + command.usage());
            return;
        }
        for (int i = 1; i <= Math.min(arguments, ownWords(command)); i++) {
            if (words[i].length() > WORD_LIMIT) {
                complain("a word of " + command.word() + " has at most " + WORD_LIMIT + " characters, this has " + words[i].length() + ": correct it");
                return;
            }
        }
        String first = arguments > 0 ? words[1] : "";
        String second = arguments > 1 ? words[2] : "";
        switch (command) {
            case HELP -> help(first);
            case PS -> tables.isolates().print(terminal);
            case TOP -> top(count(first, Long.MAX_VALUE));
            case KILL -> supervision.kill(first);
            case RESTART -> supervision.restart(first);
            case UP -> supervision.start(first, number(second, 0));
            case DOWN -> supervision.down(first);
            case REFRESH -> supervision.refresh(first);
            case RUN -> programs.run(first, List.of(words).subList(2, words.length), new ProgramRun(terminal, input, terminals, supervision));
            case INSTALL -> terminal.println(programs.install(first, second));
            case UPDATE -> update(first, second);
            case UNINSTALL -> supervision.uninstall(first);
            case ROLLBACK -> supervision.rollback(first);
            case MODULES -> programs.print(terminal);
            case INJECT -> inject(first, second);
            case STATUS -> lives.status(first, terminal);
            case HISTORY -> lives.history(first, terminal);
            case QUEUES -> tables.queues().print(terminal);
            case HANDLES -> tables.handles(first).print(terminal);
            case MEM -> tables.memory().print(terminal);
            case IRQ -> tables.lines().print(terminal);
            case LOG -> log(first);
            case DUMP -> dump(first);
            case DEVICES -> tables.devices().printOr("no PCI function is known", terminal);
            case DATA -> data(first);
            case DATE -> date();
            case SUM -> sum(first);
            case LS -> files(() -> files.list(first));
            case CAT -> files(() -> files.show(first));
            case CP -> files(() -> files.copy(first, second));
            case MV -> files(() -> files.move(first, second));
            case RM -> files(() -> files.delete(first));
            case MKDIR -> files(() -> files.createFolder(first));
            case HALT -> {
                terminal.drain();
                supervision.halt(0);
            }
            case REBOOT -> {
                terminal.drain();
                supervision.reboot();
            }
        }
    }

    /** Returns how many words behind a command are its own; others are the arguments of a program, which may be long. */
    private static int ownWords(Command command) {
        return command == Command.RUN ? 1 : command.most();
    }

    private void log(String lines) throws SupervisionException {
        LogFollower all = new LogFollower(supervision, 0);
        if (lines.isEmpty()) {
            all.show(terminal);
        } else {
            all.showLast(terminal, count(lines, 0));
        }
    }

    private void dump(String number) throws SupervisionException {
        if (number.isEmpty()) {
            deaths.list().printOr("nobody has died since the machine was started", terminal);
        } else {
            deaths.show(number(number, 0), terminal);
        }
    }

    private void update(String name, String version) throws SupervisionException {
        if (version.startsWith("/")) {
            terminal.println(programs.update(name, version));
        } else {
            supervision.update(Programs.name(name), Programs.name(version));
        }
    }

    private void inject(String name, String word) throws SupervisionException {
        InjectedFault fault = Words.find(word, InjectedFault.values());
        if (fault == null) {
            throw new SupervisionException("there is no fault " + word + ": there are " + Words.list(InjectedFault.values()));
        }
        supervision.inject(name, fault);
    }

    private void complain(String text) {
        terminal.println(Style.BAD, text);
    }

    private static long number(String word, long otherwise) throws SupervisionException {
        if (word.isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new SupervisionException("a number is wanted, not " + word);
        }
    }

    private static long count(String word, long otherwise) throws SupervisionException {
        long count = number(word, otherwise);
        if (!word.isEmpty() && count < 1) {
            throw new SupervisionException("a number from 1 on is wanted, not " + word);
        }
        return count;
    }

    /** Says that a service could not be asked, and how to find out why. */
    static String unanswered(String service, NucleusException why) {
        return "the service " + service + " does not answer, " + why.code() + ": status " + service + " tells more";
    }

    private void help(String word) {
        if (word.isEmpty()) {
            Table table = new Table("topic", "commands: help TOPIC or help COMMAND tells more");
            for (Command.Topic each : Command.Topic.values()) {
                table.row(Words.of(each), words(each));
            }
            table.print(terminal);
            return;
        }
        Command.Topic topic = Words.find(word, Command.Topic.values());
        if (topic != null) {
            help(topic);
            return;
        }
        Command command = Command.named(word);
        if (command == null) {
            complain("unknown command " + word + ": type help");
            return;
        }
        terminal.println(command.usage() + ": " + command.summary());
        if (!command.more().isEmpty()) {
            terminal.println(command.more());
        }
    }

    private static String words(Command.Topic topic) {
        StringBuilder words = new StringBuilder();
        for (Command each : Command.values()) {
            if (each.topic() == topic) {
                words.append(words.length() == 0 ? "" : " ").append(each.word());
            }
        }
        return words.toString();
    }

    private void help(Command.Topic topic) {
        Table table = new Table("command", "what it does");
        for (Command each : Command.values()) {
            if (each.topic() == topic) {
                table.row(each.usage(), each.summary());
            }
        }
        table.print(terminal);
    }

    private interface FileWork {
        void run() throws FileException;
    }

    private void files(FileWork work) {
        try {
            work.run();
        } catch (FileException e) {
            complain(e.getMessage());
        } catch (NucleusException e) {
            complain(unanswered(Files.SERVICE, e));
        }
    }

    private void top(long rounds) {
        tables.beginUsage();
        for (long round = 0; round < rounds; round++) {
            if (input.read(SystemTables.USAGE_NANOS) != null) {
                return;
            }
            if (terminal.isStyled()) {
                terminal.print("\u001b[H\u001b[2J");
            }
            tables.usage().print(terminal);
        }
    }

    private void data(String pattern) {
        try {
            DataTable.of(directory, pattern).printOr("nothing is published" + (pattern.isEmpty() ? "" : " that matches " + pattern + ": data lists all"), terminal);
        } catch (DataStoreException e) {
            complain(e.getMessage());
        } catch (NucleusException e) {
            complain(unanswered(DataStore.SERVICE, e));
        }
    }

    private void date() {
        try {
            LocalDateTime time = LocalDateTime.ofEpochSecond(clock.time(), 0, ZoneOffset.UTC);
            terminal.println(time.getYear() + "-" + twoDigits(time.getMonthValue()) + '-' + twoDigits(time.getDayOfMonth()) + ' ' + twoDigits(time.getHour()) + ':'
                + twoDigits(time.getMinute()) + ':' + twoDigits(time.getSecond()) + " UTC");
        } catch (DeviceException e) {
            complain("the clock does not say: " + e.getMessage());
        } catch (NucleusException e) {
            complain(unanswered(Peers.CLOCK, e));
        }
    }

    static String twoDigits(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    private void sum(String device) throws SupervisionException {
        if (!DISKS.contains(device)) {
            complain("sum needs a device: disk0 or disk1");
            return;
        }
        supervision.start(DIGEST, device.charAt(DISK.length()) - '0');
        while (supervision.isRunning(DIGEST)) {
            follower.show(terminal);
            Notifications.sleep(WAIT_NANOS);
        }
    }
}
