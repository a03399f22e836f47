package org.bulkhead.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An ordinary Java program: arguments, threads, reflection, lines of input, an exit status. */
public final class Greeter {
    private static final int THREADS = 4;
    private static final int STATUS = 7;

    private Greeter() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("Hello, " + String.join(" and ", arguments) + "!");
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> squares = new ArrayList<>();
        for (int i = 1; i <= THREADS; i++) {
            int number = i;
            squares.add(pool.submit(() -> number * number));
        }
        int sum = 0;
        for (Future<Integer> each : squares) {
            sum += each.get();
        }
        pool.shutdown();
        System.out.println("sum " + sum + ", found " + Class.forName(Greeter.class.getName()).getMethod("main", String[].class));
    }

    /** Answers each line in capitals. */
    public static final class Lines {
        private Lines() {}

        public static void main(String[] arguments) {
            System.out.println("ready");
            Scanner lines = new Scanner(System.in);
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                switch (line) {
                    case "fail" -> throw new IllegalStateException("as told");
                    case "leave" -> System.exit(STATUS);
                    default -> System.out.println(line.toUpperCase(Locale.ROOT));
                }
            }
            System.out.println("no more lines");
        }
    }
}
