package org.bulkhead.servers.console;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.ProcessInfo;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.vm.magic.Magic;

/** The prompt on the first serial line. */
@Program(name = "console", rank = Rank.SYSTEM, start = StartMode.BOOT)
@UsesService({"uart0", Supervision.SERVICE})
@Limits(heap = "2M")
public final class Console implements Isolate {
    private static final String PROMPT = "bulkhead> ";
    private static final String DIGEST = "digest";
    private static final String DISK = "disk";
    private static final long WAIT_NANOS = 100_000_000L;
    private static final long TICKS_PER_UNIT = 1_000_000L;
    private static final int NAME_WIDTH = 16;
    private static final int NUMBER_WIDTH = 12;
    private static final String HELP = """
        help         shows this
        ps           lists the isolates that live
        kill NAME    kills an isolate; the supervisor starts it again
        sum DEVICE   computes the SHA-256 of disk0 or disk1
        start NAME   starts a program that is not running; a number may follow, which it gets as its argument
        log          shows the system's log from the start, as far as it is kept
        halt         switches the machine off
        """;

    private final Terminal terminal;
    private final Supervision supervision;
    private final LogFollower follower;
    private final boolean restarted;

    public Console(Grants grants) {
        Services services = new Services(grants);
        terminal = new Terminal(services.connect("uart0", CharacterDevice.class));
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        follower = new LogFollower(supervision, supervision.logOffset());
        restarted = grants.incarnation() > 0;
        if (restarted) {
            // A predecessor has shown it.
            follower.skip();
        }
    }

    @Override
    public void run() {
        follower.show(terminal);
        terminal.println(restarted ? "The console was restarted."
            : "Bulkhead, ready after " + Magic.timestamp() / TICKS_PER_UNIT + " million ticks: type help for the commands.");
        while (true) {
            String line = terminal.readLine(PROMPT, follower).trim();
            int blank = line.indexOf(' ');
            String command = blank < 0 ? line : line.substring(0, blank);
            String argument = blank < 0 ? "" : line.substring(blank + 1).trim();
            try {
                execute(command, argument);
            } catch (SupervisionException e) {
                terminal.println(e.getMessage());
            }
            follower.show(terminal);
        }
    }

    private void execute(String command, String argument) throws SupervisionException {
        switch (command) {
            case "" -> { }
            case "help" -> terminal.print(HELP);
            case "ps" -> list();
            case "kill" -> {
                if (argument.isEmpty()) {
                    terminal.println("kill whom? ps lists the names");
                } else {
                    supervision.kill(argument);
                }
            }
            case "sum" -> sum(argument);
            case "start" -> start(argument);
            case "log" -> new LogFollower(supervision, 0).show(terminal);
            case "halt" -> supervision.halt(0);
            default -> terminal.println("unknown command " + command + ": type help");
        }
    }

    private void start(String words) throws SupervisionException {
        int blank = words.indexOf(' ');
        String name = blank < 0 ? words : words.substring(0, blank);
        if (name.isEmpty()) {
            terminal.println("start which program? Its name, then a number if it needs one");
            return;
        }
        try {
            supervision.start(name, blank < 0 ? 0 : Long.parseLong(words.substring(blank + 1).trim()));
        } catch (NumberFormatException e) {
            terminal.println("the argument of a program is a number, not " + words.substring(blank + 1).trim());
        }
    }

    private void list() {
        terminal.println(left("isolate") + right("restarts") + right("rank") + right("pages") + right("Mticks"));
        int index = 0;
        for (ProcessInfo each = supervision.process(index); each != null; each = supervision.process(++index)) {
            if (each.state() == ProcessInfo.ALIVE) {
                terminal.println(left(each.name()) + right(Integer.toString(each.incarnation())) + right(Integer.toString(each.rank()))
                    + right(Integer.toString(each.pages())) + right(Long.toString(each.ticks() / 1_000_000)));
            }
        }
    }

    private static String left(String text) {
        return text + " ".repeat(Math.max(0, NAME_WIDTH - text.length()));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, NUMBER_WIDTH - text.length())) + text;
    }

    private void sum(String device) throws SupervisionException {
        if (!device.equals("disk0") && !device.equals("disk1")) {
            terminal.println("sum needs a device: disk0 or disk1");
            return;
        }
        supervision.start(DIGEST, device.charAt(DISK.length()) - '0');
        while (supervision.isRunning(DIGEST)) {
            follower.show(terminal);
            Notifications.sleep(WAIT_NANOS);
        }
    }
}
