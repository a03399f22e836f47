package org.bulkhead.programs.threads.basic;

/** Two threads wait for each other in loops that do nothing else: each must be made to leave the processor. */
public final class SpinOnFlag {
    private static volatile int turn;

    public static void main(String[] args) throws InterruptedException {
        Thread other = new Thread(() -> {
            for (int i = 1; i < 20; i += 2) {
                while (turn != i) {
                }
                turn = i + 1;
            }
        });
        other.start();
        for (int i = 0; i < 20; i += 2) {
            while (turn != i) {
            }
            turn = i + 1;
        }
        other.join();
        System.out.println(turn);
    }
}
