package org.bulkhead.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** An ordinary Java program of several threads, one of which waits for input, fills the heap, or fails, while others go on. */
public final class Crowd {
    private static final int PIECE = 1 << 20;
    private static final int SLEEP_MILLIS = 2;
    private static final int SHOWN = 20;
    private static final int DEEP = 2000;
    /** MiB that a program's heap must hold, of 64. */
    private static final int FITS = 48;

    private static List<byte[]> pieces = new ArrayList<>();
    private static volatile int counted;
    private static int depth;

    private Crowd() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread counter = new Thread(Crowd::count);
        counter.setDaemon(true);
        counter.start();
        Scanner lines = new Scanner(System.in);
        while (true) {
            int before = counted;
            String line = lines.nextLine();
            System.out.println(line + " came, others ran " + (counted > before));
            switch (line) {
                case "fill" -> fill();
                case "overflow" -> overflow();
                case "fail" -> fail();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static void count() {
        while (true) {
            counted++;
            if (counted == SHOWN) {
                System.out.println("counted " + SHOWN);
            }
            try {
                Thread.sleep(SLEEP_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void add() {
        while (true) {
            pieces.add(new byte[PIECE]);
        }
    }

    private static void fill() throws InterruptedException {
        try {
            add();
        } catch (OutOfMemoryError e) {
            boolean enough = pieces.size() >= FITS;
            pieces = new ArrayList<>();
            System.out.println("full " + enough + ", " + e.getMessage());
        }
        Thread hungry = new Thread(Crowd::add, "hungry");
        hungry.start();
        hungry.join();
        pieces = new ArrayList<>();
        System.out.println("this one goes on " + (new byte[FITS / 2 * PIECE].length > PIECE));
    }

    private static int descend() {
        depth++;
        return descend() + 1;
    }

    private static void overflow() throws InterruptedException {
        Thread deep = new Thread(Crowd::descend, "deep");
        deep.start();
        deep.join();
        System.out.println("deep enough " + (depth > DEEP));
    }

    private static void fail() {
        Thread main = Thread.currentThread();
        new Thread(() -> {
            try {
                main.join();
            } catch (InterruptedException e) {
                System.out.println(e);
            }
            System.out.println("another outlives main");
        }).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook at the end")));
        throw new IllegalStateException("as told");
    }
}
