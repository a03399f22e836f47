package org.bulkhead.builder.interpret;

import java.util.function.LongSupplier;

/** Runs the interpreter on a host thread with a stack that bears {@link Execution}'s deepest recursion; the caller waits, so there is still only one thread at work. */
final class DeepStack {
    private static final long STACK_BYTES = 512L << 20;

    private DeepStack() {}

    /** Returns what {@code task} returns, or throws what it throws. */
    static long run(LongSupplier task) {
        Run run = new Run(task);
        Thread thread = new Thread(null, run, "interpreter", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return run.result();
    }

    private static final class Run implements Runnable {
        private final LongSupplier task;
        private long result;
        private RuntimeException exception;
        private Error error;

        Run(LongSupplier task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                result = task.getAsLong();
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            }
        }

        long result() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
            return result;
        }
    }
}
