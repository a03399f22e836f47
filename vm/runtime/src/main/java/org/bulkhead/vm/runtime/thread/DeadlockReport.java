package org.bulkhead.vm.runtime.thread;

/** Says in one line what the threads of a program wait for, none of which can ever go on. */
final class DeadlockReport {
    private static final int MOST_THREADS = 8;

    private DeadlockReport() {}

    static String describe() {
        Scheduler scheduler = Threads.scheduler();
        StringBuilder text = new StringBuilder("deadlock: no thread can go on (");
        int shown = 0;
        for (int number = 1; number < scheduler.numbers(); number++) {
            VmThread thread = scheduler.thread(number);
            if (thread != null && shown < MOST_THREADS) {
                text.append(shown == 0 ? "" : "; ");
                describe(thread, text);
                shown++;
            }
        }
        int more = scheduler.alive() - shown;
        return text.append(more == 0 ? "" : "; and " + more + " more").append(')').toString();
    }

    private static void describe(VmThread thread, StringBuilder text) {
        text.append(thread.thread == null ? "main" : thread.thread.getName()).append(' ');
        switch (thread.state) {
            case BLOCKED -> text.append("waits to enter the monitor of");
            case WAITING -> text.append("waits to be notified on");
            case PARKED -> text.append("is parked");
            case INITIALIZING -> text.append("waits for the initialisation of");
            case ENDING -> text.append("waits for the others to end");
            case NEW, RUNNABLE, SLEEPING, OUTSIDE, TERMINATED -> text.append("should run: ").append(thread.state);
        }
        if (thread.awaited instanceof Class<?> type) {
            text.append(" class ").append(type.getName());
        } else if (thread.awaited != null) {
            text.append(" a ").append(thread.awaited.getClass().getName());
        }
    }
}
