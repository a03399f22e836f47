package org.bulkhead.builder.jars.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A command with subcommands. */
@Command(name = "sample", mixinStandardHelpOptions = true, version = "sample 1.0", description = "Does things.", subcommands = {PicocliSample.Add.class, PicocliSample.Greet.class})
public final class PicocliSample implements Runnable {
    static final class Logging {
        @Option(names = {"-v", "--verbose"}, description = "Say more. Repeat for ${DEFAULT-VALUE} more.")
        boolean[] verbosity = {};
    }

    @Mixin
    Logging logging;

    @Option(names = "--unit", description = "One of ${COMPLETION-CANDIDATES}.", defaultValue = "SECONDS")
    TimeUnit unit;

    @Override
    public void run() {
        System.out.println("sample " + unit + " " + logging.verbosity.length);
    }

    @Command(name = "add", description = "Adds numbers.")
    static final class Add implements Callable<Integer> {
        @ParentCommand
        PicocliSample parent;

        @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "What to add.")
        List<Integer> numbers;

        @Option(names = "-D", description = "Properties.")
        Map<String, Double> properties;

        @Override
        public Integer call() {
            System.out.println(numbers.stream().mapToInt(Integer::intValue).sum() + " " + parent.unit + " " + properties);
            return 3;
        }
    }

    @Command(name = "greet", description = "Greets.", mixinStandardHelpOptions = true)
    static final class Greet implements Runnable {
        static final class Whom {
            @Option(names = "--name", required = true, description = "A name.")
            String name;

            @Option(names = "--everybody", required = true, description = "Everybody.")
            boolean everybody;
        }

        @ArgGroup(exclusive = true, multiplicity = "1")
        Whom whom;

        @Override
        public void run() {
            System.out.println("hello " + (whom.everybody ? "everybody" : whom.name));
        }

        @Command(name = "again", description = "Greets twice.")
        int again(@Parameters(paramLabel = "TIMES") int times, @Option(names = "--loud") boolean loud) {
            System.out.println((loud ? "HELLO " : "hello ") + times);
            return times;
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new PicocliSample()).execute(args));
    }
}
