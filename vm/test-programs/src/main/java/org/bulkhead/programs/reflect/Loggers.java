package org.bulkhead.programs.reflect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Loggers, handlers, levels and formatters of {@code java.util.logging} as the JDK configures them, by the names of their classes, and as the program does. */
public final class Loggers {
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";
    private static final Logger TREE = Logger.getLogger("org.bulkhead.tree");

    private Loggers() {}

    public static void main(String[] args) throws IOException {
        System.setProperty(FORMAT, "%4$s %3$s [%2$s] %5$s%6$s%n");
        defaults();
        console();
        levels();
        inheritance();
        parameters();
        memory();
        configured();
    }

    private static void defaults() {
        Logger root = Logger.getLogger("");
        LogManager manager = LogManager.getLogManager();
        System.out.println(root.getLevel() + " " + root.getHandlers().length + " " + root.getHandlers()[0].getClass().getName() + " " + root.getHandlers()[0].getLevel()
            + " " + root.getHandlers()[0].getFormatter().getClass().getName());
        for (String name : new String[] {"handlers", ".level", "java.util.logging.ConsoleHandler.formatter", "java.util.logging.FileHandler.count", "none"}) {
            System.out.println(name + " = " + manager.getProperty(name));
        }
        System.out.println(Logger.getGlobal().getName() + " " + TREE.getLevel() + " " + TREE.isLoggable(Level.FINE) + TREE.isLoggable(Level.INFO) + " " + TREE.getParent().getName().isEmpty());
        List<String> names = Collections.list(manager.getLoggerNames());
        Collections.sort(names);
        System.out.println(names);
    }

    /** Standard error is the console's; it is asked for once, when the handler is made. */
    private static void console() {
        PrintStream saved = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        ConsoleHandler handler = new ConsoleHandler();
        System.setErr(saved);
        TREE.setUseParentHandlers(false);
        TREE.addHandler(handler);
        TREE.info("to the console");
        TREE.fine("not to the console");
        TREE.log(Level.WARNING, "with a cause", new IllegalStateException("why"));
        TREE.removeHandler(handler);
        bytes.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("\tat ")).forEach(System.out::println);
    }

    private static void levels() {
        for (String name : new String[] {"SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST", "ALL", "OFF", "800", "850"}) {
            Level level = Level.parse(name);
            System.out.println(name + " " + level.getName() + " " + level.intValue() + " " + level.getLocalizedName() + " " + level.equals(Level.INFO));
        }
        try {
            Level.parse("LOUD");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void inheritance() {
        Kept kept = new Kept();
        Logger branch = Logger.getLogger("org.bulkhead.tree.branch");
        Logger leaf = Logger.getLogger("org.bulkhead.tree.branch.leaf");
        TREE.addHandler(kept);
        TREE.setLevel(Level.FINE);
        branch.setLevel(Level.WARNING);
        leaf.fine("too fine for the branch");
        leaf.severe("from the leaf");
        branch.setLevel(null);
        leaf.fine("fine now");
        branch.setUseParentHandlers(false);
        leaf.severe("kept back");
        branch.setUseParentHandlers(true);
        TREE.setFilter(record -> !record.getMessage().contains("secret"));
        TREE.info("a secret");
        leaf.info("a secret of the leaf");
        TREE.setFilter(null);
        TREE.entering("Class", "method", new Object[] {1, "two"});
        TREE.exiting("Class", "method", 3);
        TREE.setLevel(Level.ALL);
        TREE.entering("Class", "method", 1);
        TREE.throwing("Class", "method", new IOException("thrown"));
        TREE.removeHandler(kept);
        System.out.println(leaf.getParent() == branch);
        kept.print();
    }

    private static void parameters() {
        Kept kept = new Kept();
        TREE.addHandler(kept);
        TREE.log(Level.INFO, "one {0}", 1);
        TREE.log(Level.INFO, "{1} before {0}, '{' and {2}", new Object[] {"a", "b"});
        TREE.log(Level.INFO, () -> "made when needed");
        TREE.logp(Level.CONFIG, "Its.Class", "itsMethod", "said where");
        Runnable inLambda = () -> TREE.warning("from a lambda");
        inLambda.run();
        new Inner().log();
        TREE.removeHandler(kept);
        kept.print();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamHandler stream = new StreamHandler(bytes, new SimpleFormatter());
        TREE.addHandler(stream);
        TREE.log(Level.SEVERE, "formatted {0}", "simply");
        TREE.removeHandler(stream);
        stream.close();
        System.out.print(bytes.toString(StandardCharsets.UTF_8));
    }

    private static void memory() {
        Kept kept = new Kept();
        MemoryHandler buffer = new MemoryHandler(kept, 2, Level.SEVERE);
        TREE.addHandler(buffer);
        TREE.info("lost");
        TREE.info("first");
        TREE.severe("pushes");
        TREE.info("stays");
        TREE.removeHandler(buffer);
        kept.print();
    }

    private static void configured() throws IOException {
        LogManager manager = LogManager.getLogManager();
        manager.readConfiguration(new ByteArrayInputStream("handlers=\n.level=WARNING\norg.bulkhead.named.level=FINER\n".getBytes(StandardCharsets.ISO_8859_1)));
        System.out.println(Logger.getLogger("").getLevel() + " " + Logger.getLogger("").getHandlers().length + " " + Logger.getLogger("org.bulkhead.named").getLevel());
        manager.readConfiguration();
        System.out.println(Logger.getLogger("").getLevel() + " " + Logger.getLogger("").getHandlers().length + " " + Logger.getLogger("org.bulkhead.named").getLevel());
        manager.reset();
        System.out.println(Logger.getLogger("").getLevel() + " " + Logger.getLogger("").getHandlers().length);
    }

    /** Where a record comes from is found on the stack. */
    private static final class Inner {
        void log() {
            TREE.info("from a member class");
        }
    }

    /** Keeps what it is given, without the times. */
    private static final class Kept extends Handler {
        private final List<String> texts = new ArrayList<>();

        Kept() {
            setFormatter(new Formatter() {
                @Override
                public String format(LogRecord record) {
                    return record.getLevel() + " " + record.getLoggerName() + " " + record.getSourceClassName() + "." + record.getSourceMethodName() + ": " + formatMessage(record)
                        + (record.getThrown() == null ? "" : " " + record.getThrown());
                }
            });
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                texts.add(getFormatter().format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        void print() {
            texts.forEach(System.out::println);
        }
    }
}
