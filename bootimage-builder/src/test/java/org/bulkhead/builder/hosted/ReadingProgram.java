package org.bulkhead.builder.hosted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads its input in one thread while another counts; what is printed says that the second needed no input to go on. */
final class ReadingProgram {
    private static final int ENOUGH = 3;
    /** Rounds of a loop in which its thread is preempted several times. */
    private static final int MANY = 100_000;

    private ReadingProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Thread counter = new Thread(() -> {
            for (int i = 1; i <= ENOUGH; i++) {
                System.out.println("counted " + i);
                Thread.yield();
            }
        });
        counter.start();
        int first = System.in.read();
        System.out.println("read " + (char) first);
        counter.join();
        byte[] rest = new byte[ENOUGH];
        Thread busy = new Thread(() -> {
            long sum = 0;
            while (!Thread.currentThread().isInterrupted()) {
                // Nothing is typed before this is printed.
                if (++sum == MANY) {
                    System.out.println("waiting");
                }
            }
            System.out.println("busy " + (sum >= MANY));
        });
        busy.start();
        int count = System.in.read(rest);
        System.out.println("read " + new String(rest, 0, count, StandardCharsets.ISO_8859_1).trim());
        busy.interrupt();
        busy.join();
        System.out.println("end " + System.in.read());
    }
}
