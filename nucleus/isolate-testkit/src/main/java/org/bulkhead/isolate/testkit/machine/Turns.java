package org.bulkhead.isolate.testkit.machine;

import static org.bulkhead.nucleus.kernel.NucleusProbe.NONE;

import org.bulkhead.nucleus.kernel.NucleusProbe;
import org.bulkhead.vm.magic.WindowAccessError;

/** Whose turn it is: a thread for each isolate that lives, of which the one goes on that the nucleus has chosen. One of them is the test's, on which everything ends that goes wrong. */
final class Turns {
    /** Time after which a machine on which nothing can happen is given up. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final SimulatedMachine machine;
    private final int testProgram;
    private final IsolateThread[] threads = new IsolateThread[NucleusProbe.ISOLATES];
    private final IsolateThread test;
    private long deathsSeen;
    private volatile Throwable failure;
    private volatile IsolateThread running;

    Turns(SimulatedMachine machine, int testProgram) {
        this.machine = machine;
        this.testProgram = testProgram;
        test = new IsolateThread(machine);
    }

    /** Starts the nucleus on the thread of the test; returns when the test's isolate exists and has its turn. */
    void begin(Runnable nucleus) {
        test.adopt();
        running = test;
        machine.memory.use();
        nucleus.run();
        refresh();
        switchFrom(test);
    }

    /** Ends all threads but the test's. */
    void end() {
        for (IsolateThread each : threads) {
            if (each != null && each != test) {
                each.dismiss();
            }
        }
        IsolateThread.leave();
    }

    /** Does something with the nucleus's view of memory, and finds out what has become of the isolates. */
    void visit(IsolateThread self, Runnable action) {
        observe(self, () -> {
            machine.memory.use();
            action.run();
            refresh();
        });
    }

    /** Runs what is not the isolate's own code: what goes wrong there is the test's. */
    void observe(IsolateThread self, Runnable action) {
        try {
            action.run();
        } catch (IsolateEnded | WindowAccessError e) {
            // A port access moves data to and from the isolate's memory: if that is gone it is the isolate's exception.
            throw e;
        } catch (Throwable wrong) {
            throw stop(self, wrong);
        }
    }

    /** Stops the machine for good: the test's thread goes on, with {@code wrong}. */
    private RuntimeException stop(IsolateThread self, Throwable wrong) {
        failure = wrong;
        if (self != test) {
            test.give("", null);
            throw new IsolateEnded();
        }
        return Sneaky.rethrow(wrong);
    }

    /** Throws IllegalStateException if the machine has stopped. */
    void requireSound() {
        if (failure != null) {
            throw new IllegalStateException("the machine has stopped: " + failure.getMessage(), failure);
        }
    }

    /** Meets isolates that are new, and takes leave of those that have died. */
    private void refresh() {
        for (int i = 0; i < threads.length; i++) {
            IsolateThread thread = threads[i];
            if (thread != null && thread.generation != machine.probe.generation(i)) {
                thread.end();
                threads[i] = null;
                reportDeaths(thread.uncaught);
                if (thread != running) {
                    thread.dismiss();
                }
            }
            if (threads[i] == null && machine.probe.isAlive(i)) {
                threads[i] = machine.probe.program(i) == testProgram ? test : new IsolateThread(machine);
                threads[i].index = i;
                threads[i].generation = machine.probe.generation(i);
            }
        }
        reportDeaths(null);
    }

    private void reportDeaths(Throwable uncaught) {
        while (deathsSeen < machine.probe.deaths()) {
            machine.observer.died(machine.probe.deathRecord(deathsSeen++), uncaught);
        }
    }

    /** Lets the isolate run that the nucleus has chosen; returns when that is the thread's own again. */
    void switchFrom(IsolateThread self) {
        IsolateThread[] next = new IsolateThread[1];
        observe(self, () -> next[0] = choose(self));
        if (next[0] != self) {
            give(next[0]);
            self.check();
            self.await();
            if (failure != null) {
                throw Sneaky.rethrow(failure);
            }
        }
        self.check();
        resume(self);
    }

    /** Lets an isolate, which has the turn, see its own memory again. */
    void resume(IsolateThread self) {
        running = self;
        self.memory.refresh();
        self.memory.use();
    }

    private void give(IsolateThread next) {
        running = next;
        int index = next.index;
        int program = machine.probe.program(index);
        next.give("isolate " + index, () -> new IsolateLife(machine, next).run(program));
    }

    private IsolateThread choose(IsolateThread self) {
        long idleSince = machine.clock.now();
        while (machine.probe.current() == NONE) {
            boolean canHappen = machine.hasPlans() || machine.probe.waitsForTime();
            if (!canHappen && machine.clock.now() - idleSince > PATIENCE_NANOS) {
                throw new AssertionError("everything waits, and nothing can happen any more:" + situations());
            }
            machine.clock.reach(Math.min(machine.clock.nextEvent(), machine.hardware.nextTick()));
            machine.deliver(self);
        }
        return threads[machine.probe.current()];
    }

    /** Says of each isolate what it does, a line each. */
    String situations() {
        machine.memory.use();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < threads.length; i++) {
            if (threads[i] != null) {
                text.append("\n  ").append(DeathRecords.nameOf(machine.probe.context(i))).append('[').append(machine.probe.incarnation(i)).append("] ").append(machine.probe.situation(i));
            }
        }
        return text.toString();
    }

    /** Says which isolate has the turn, and where it is. */
    String whoRuns() {
        IsolateThread it = running;
        StringBuilder text = new StringBuilder(":\n  isolate ").append(it.index).append(" of ").append(situations());
        for (StackTraceElement each : it.stack()) {
            text.append("\n    at ").append(each);
        }
        return text.toString();
    }
}
