package org.bulkhead.programs.threads.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A SubmissionPublisher with subscribers; ThreadLocalRandom in several threads. */
public final class PublishersAndRandoms {
    public static void main(String[] args) throws Exception {
        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
        CompletableFuture<Void> consumed;
        AtomicLong sum = new AtomicLong();
        consumed = publisher.consume(sum::addAndGet);
        for (int i = 0; i < 500; i++) {
            publisher.submit(i);
        }
        publisher.close();
        consumed.get();
        System.out.println(sum);
        boolean[] inRange = new boolean[4];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads[i] = new Thread(() -> {
                inRange[number] = true;
                for (int k = 0; k < 200; k++) {
                    int value = ThreadLocalRandom.current().nextInt(10, 20);
                    inRange[number] &= value >= 10 && value < 20;
                }
            });
            threads[i].start();
        }
        for (int i = 0; i < 4; i++) {
            threads[i].join();
            System.out.println(inRange[i]);
        }
    }
}
