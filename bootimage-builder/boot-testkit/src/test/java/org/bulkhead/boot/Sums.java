package org.bulkhead.boot;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command with a subcommand, by picocli. */
@Command(name = "sums", mixinStandardHelpOptions = true, subcommands = Sums.Add.class, description = "Computes.")
public final class Sums implements Runnable {
    @Override
    public void run() {
        System.out.println("a subcommand is missing");
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Sums()).execute(arguments));
    }

    /** Adds numbers. */
    @Command(name = "add", description = "Adds numbers.")
    static final class Add implements Callable<Integer> {
        @Option(names = "--factor", defaultValue = "1", description = "What the sum is multiplied by; ${DEFAULT-VALUE} if it is not given.")
        private int factor;

        @Parameters(arity = "1..*", paramLabel = "NUMBER", description = "What to add.")
        private List<Integer> numbers;

        @Override
        public Integer call() {
            System.out.println("= " + factor * numbers.stream().mapToInt(Integer::intValue).sum());
            return numbers.size();
        }
    }
}
