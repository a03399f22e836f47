package org.bulkhead.servers.console;

/** The console's commands. */
enum Command {
    HELP("[COMMAND]", "shows the commands, or what one of them does", Argument.COMMAND,
        "Tab completes commands and names, the arrow keys move in the line and through\nearlier lines, control-C gives a line up."),
    PS("", "lists the isolates and what they use", Argument.NONE,
        """
        died: how often it was started again; prio: its priority now, lent ones included;
        Mticks: processor time in millions of ticks; over: how often its processor
        budget was used up; bad: malformed requests that it sent."""),
    TOP("[ROUNDS]", "shows every second who uses the processor; any key ends it", Argument.NONE, ""),
    KILL("NAME", "kills an isolate; its manifest says whether it comes back", Argument.ALIVE, ""),
    RESTART("NAME", "ends an isolate, or its waiting, and starts it at once", Argument.COMPONENT, ""),
    UP("NAME [NUMBER]", "starts a program that is down, or was given up", Argument.COMPONENT,
        "The number is the program's argument. A service that was given up has a new queue\nthen: programs that were connected to the old one must be restarted."),
    DOWN("NAME", "ends an isolate, and keeps it down until up", Argument.ALIVE, "Requests to its service wait in its queue for the successor."),
    QUEUES("", "lists the queues, and what waits and is served in them", Argument.NONE,
        "lent: slots promised to clients; wait, busy: messages that wait and that are served,\nms: for how long the oldest has."),
    HANDLES("NAME", "lists what an isolate may use", Argument.ALIVE, ""),
    MEM("", "shows memory and the nucleus's pools", Argument.NONE, ""),
    IRQ("", "lists interrupt lines, whom they notify, and how often", Argument.NONE, ""),
    LOG("[LINES]", "shows the system's log, or the last lines of it", Argument.NONE, ""),
    DUMP("[NUMBER]", "lists the deaths, or shows one: registers and stack", Argument.NONE,
        "On the host, bulkhead inspect --address turns an address into class, method, line."),
    DEVICES("", "lists the PCI functions, and who drives them", Argument.NONE, ""),
    DATA("[PATTERN]", "lists what components have published in the datastore", Argument.NONE,
        "In a pattern ? stands for one character but /, * for any number of them, and ** for\nanything: component/* lists the components."),
    DATE("", "shows date and time, which the clock keeps as universal time", Argument.NONE, ""),
    SUM("DEVICE", "computes the SHA-256 of disk0 or disk1", Argument.DISK, ""),
    HALT("", "switches the machine off", Argument.NONE, ""),
    REBOOT("", "starts the machine anew", Argument.NONE, "");

    /** What the first word behind a command names. */
    enum Argument { NONE, COMMAND, ALIVE, COMPONENT, DISK }

    private static final Command[] ALL = values();

    private final String arguments;
    private final String summary;
    private final Argument argument;
    private final String more;

    Command(String arguments, String summary, Argument argument, String more) {
        this.arguments = arguments;
        this.summary = summary;
        this.argument = argument;
        this.more = more;
    }

    /** Returns the command of that name, or null. */
    static Command named(String word) {
        for (Command each : ALL) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return null;
    }

    /** Returns the word by which it is typed. */
    String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name().length(); i++) {
            word.append((char) (name().charAt(i) | ' '));
        }
        return word.toString();
    }

    /** Returns the command with its arguments, as in {@code up NAME [NUMBER]}. */
    String usage() {
        return arguments.isEmpty() ? word() : word() + ' ' + arguments;
    }

    /** Returns what it does, in half a line. */
    String summary() {
        return summary;
    }

    /** Returns what else is to be known of it; may be empty. */
    String more() {
        return more;
    }

    Argument argument() {
        return argument;
    }

    /** Returns how many words may follow it at least and at most. */
    int least() {
        return arguments.isEmpty() || arguments.startsWith("[") ? 0 : 1;
    }

    int most() {
        int words = arguments.isEmpty() ? 0 : 1;
        for (int i = 0; i < arguments.length(); i++) {
            if (arguments.charAt(i) == ' ') {
                words++;
            }
        }
        return words;
    }
}
