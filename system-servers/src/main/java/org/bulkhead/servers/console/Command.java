package org.bulkhead.servers.console;

import org.bulkhead.isolate.protocol.InjectedFault;

/** The console's commands. */
enum Command {
    HELP(Topic.MACHINE, "[TOPIC|COMMAND]", "shows the commands of a topic, or what one of them does", Argument.COMMAND,
        "Tab completes commands and names, the arrow keys move in the line and through\nearlier lines, control-C gives a line up."),
    PS(Topic.SYSTEM, "", "lists the isolates and what they use", Argument.NONE,
        """
        died: how often it was started again; prio: its priority now, lent ones included;
        Mticks: processor time in millions of ticks; over: how often its processor
        budget was used up; bad: malformed requests that it sent."""),
    TOP(Topic.SYSTEM, "[ROUNDS]", "shows each second who uses the processor; any key ends it", Argument.NONE, ""),
    KILL(Topic.COMPONENTS, "NAME", "kills an isolate; its manifest says whether it comes back", Argument.ALIVE, ""),
    RESTART(Topic.COMPONENTS, "NAME", "ends an isolate, or its waiting, and starts it at once", Argument.COMPONENT, ""),
    REFRESH(Topic.COMPONENTS, "NAME", "ends an isolate between two requests, and starts it again", Argument.ALIVE,
        "It may bring its device to rest and leave its state. If it has not ended after 2 s\nit is killed. Restart kills it at once, in the middle of a request if need be."),
    UP(Topic.COMPONENTS, "NAME [NUMBER]", "starts a program that is down, or was given up", Argument.COMPONENT, "The number is the program's argument."),
    DOWN(Topic.COMPONENTS, "NAME", "ends an isolate, and keeps it down until up", Argument.ALIVE, "Until then every request to its service is answered with OFFLINE."),
    RUN(Topic.PROGRAMS, "JAR [ARGUMENT...]", "runs a Java program until it ends", Argument.PATH,
        """
        The jar lies on the system volume and names its Main-Class; further jars of its
        Class-Path lie beside it. What is typed goes to the program, line by line;
        Control-C kills it, Control-D ends its input."""),
    INSTALL(Topic.PROGRAMS, "JAR [NAME]", "makes a program of a jar, while the system runs", Argument.PATH,
        """
        The jar lies on the system volume, as /modules/printer.jar. It is compiled once;
        a sealed module that was made for this image is taken as it is. NAME is that of
        the program that is meant, if the jar has several."""),
    UPDATE(Topic.PROGRAMS, "NAME [VERSION|JAR]", "runs another version while clients go on", Argument.COMPONENT,
        """
        The old version comes to rest between two requests and hands its state over.
        If the new one is not ready in time the old one goes on. Without a VERSION it
        is the next one of those that status NAME lists; a JAR begins with a /, and of
        several programs in it the one with that NAME is taken."""),
    ROLLBACK(Topic.PROGRAMS, "NAME", "goes back to the version before the last update", Argument.COMPONENT, ""),
    UNINSTALL(Topic.PROGRAMS, "NAME", "ends an installed program and removes it", Argument.INSTALLED,
        "All its versions go, and the memory of their modules is free. Programs of the image\nand those that others use are not removed."),
    MODULES(Topic.PROGRAMS, "", "lists the programs that were installed", Argument.NONE,
        "role: whether it is the version that runs, the one that rollback goes back to,\nor neither; used: how many isolates run it."),
    INJECT(Topic.COMPONENTS, "NAME FAULT", "has a component do something wrong, to see what follows", Argument.ALIVE,
        "A tool for trying out recovery. It happens at the next receive; faults are\n" + Words.list(InjectedFault.values()) + "."),
    STATUS(Topic.COMPONENTS, "[NAME]", "tells how components are doing", Argument.COMPONENT,
        """
        died: how often it was started again; 5 s, 10 min: failures within that time;
        delay: milliseconds before its last restart. With a NAME also its versions."""),
    HISTORY(Topic.COMPONENTS, "[NAME]", "tells what has happened to components lately", Argument.COMPONENT, ""),
    QUEUES(Topic.SYSTEM, "", "lists the queues, and what waits and is served in them", Argument.NONE,
        "lent: slots promised to clients; wait, busy: messages that wait and that are served,\nms: for how long the oldest has."),
    HANDLES(Topic.SYSTEM, "NAME", "lists what an isolate may use", Argument.ALIVE, ""),
    MEM(Topic.SYSTEM, "", "shows memory and the nucleus's pools", Argument.NONE, ""),
    IRQ(Topic.SYSTEM, "", "lists interrupt lines, whom they notify, and how often", Argument.NONE, ""),
    LOG(Topic.SYSTEM, "[LINES]", "shows the system's log, or the last lines of it", Argument.NONE, ""),
    DUMP(Topic.COMPONENTS, "[NUMBER]", "lists the deaths, or shows one: registers and stack", Argument.NONE,
        "On the host, bulkhead inspect --address turns an address into class, method, line."),
    DEVICES(Topic.SYSTEM, "", "lists the PCI functions, and who drives them", Argument.NONE, ""),
    DATA(Topic.SYSTEM, "[PATTERN]", "lists what components have published in the datastore", Argument.NONE,
        "In a pattern ? stands for one character but /, * for any number of them, and ** for\nanything: component/* lists the components."),
    DATE(Topic.MACHINE, "", "shows date and time, as universal time (UTC)", Argument.NONE, ""),
    SUM(Topic.FILES, "DEVICE", "computes the SHA-256 of disk0 or disk1", Argument.DISK, ""),
    LS(Topic.FILES, "[PATH]", "lists a folder of the system volume", Argument.PATH, "Without a PATH it is the root folder. Paths are like /modules/printer.jar;\nthe first / can be left out."),
    CAT(Topic.FILES, "PATH", "shows a text file", Argument.PATH, "At most 64 KiB are shown."),
    CP(Topic.FILES, "PATH TARGET", "copies a file; the target is old or new, whatever dies", Argument.PATH, "A TARGET that is a folder gets a file of the same name."),
    MV(Topic.FILES, "PATH TARGET", "gives a file another path", Argument.PATH, "A TARGET that is a folder gets the file under the same name; a file that is\nthere is replaced."),
    RM(Topic.FILES, "PATH", "deletes a file or an empty folder", Argument.PATH, ""),
    MKDIR(Topic.FILES, "PATH", "makes a folder", Argument.PATH, ""),
    HALT(Topic.MACHINE, "", "switches the machine off", Argument.NONE, ""),
    REBOOT(Topic.MACHINE, "", "starts the machine anew", Argument.NONE, "");

    /** What commands are about. */
    enum Topic { PROGRAMS, COMPONENTS, SYSTEM, FILES, MACHINE }

    /** What the first word behind a command names. */
    enum Argument { NONE, COMMAND, ALIVE, COMPONENT, INSTALLED, DISK, PATH }

    /** How the arguments of a command end that takes as many as there are. */
    private static final String ANY_NUMBER = "...]";
    private static final Command[] ALL = values();

    private final Topic topic;
    private final String arguments;
    private final String summary;
    private final Argument argument;
    private final String more;

    Command(Topic topic, String arguments, String summary, Argument argument, String more) {
        this.topic = topic;
        this.arguments = arguments;
        this.summary = summary;
        this.argument = argument;
        this.more = more;
    }

    /** Returns the command of that name, or null. */
    static Command named(String word) {
        return Words.find(word, ALL);
    }

    Topic topic() {
        return topic;
    }

    /** Returns the word by which it is typed. */
    String word() {
        return Words.of(this);
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
        int words = 0;
        for (String rest = arguments; !rest.isEmpty() && rest.charAt(0) != '['; rest = rest.substring(Math.max(rest.indexOf(' '), 0) + 1)) {
            words++;
            if (rest.indexOf(' ') < 0) {
                return words;
            }
        }
        return words;
    }

    int most() {
        if (arguments.endsWith(ANY_NUMBER)) {
            return Integer.MAX_VALUE;
        }
        int words = arguments.isEmpty() ? 0 : 1;
        for (int i = 0; i < arguments.length(); i++) {
            if (arguments.charAt(i) == ' ') {
                words++;
            }
        }
        return words;
    }
}
