package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.call.SystemBits;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.isolate.supervision.IsolateMaker;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * Puts another version of a component in the place of the one that runs, while clients go on: one component at a time, in steps that never wait.
 *
 * <pre>
 *              order QUIESCE       at rest: its queue is handed back       ready
 *   NONE ───────────────────► RESTING ─────────────────────────► STARTING ───────► NONE  the new one serves, the old one is ended
 *     ▲                         │ refuses, dies,                   │ cannot be made, dies,
 *     │                         │ is late                          │ is late
 *     └─────────────────────────┴──────────────────────────────────┘   the old one goes on
 * </pre>
 *
 * <p>Until the new version is ready the ledger names the old one, so a supervisor that begins in the middle finds an isolate at rest, ends what may be beside it, and lets it go on.
 */
final class LiveUpdate {
    /** Time within which an isolate has to come to rest. */
    static final long REST_NANOS = 2_000_000_000L;

    private static final long NANOS_PER_MICRO = 1000;

    /** Where the procedure is. */
    private enum Phase {
        /** No update is under way. */
        NONE,
        /** The old version is to come to rest. */
        RESTING,
        /** The old version waits, the new one has been started and is not ready. */
        STARTING
    }

    /** Who is told what came of it, once; nobody if he has not waited. */
    interface Answer {
        /** It succeeded. */
        void done(UpdateResult result);

        /** It failed, and the old version goes on. */
        void failed(SupervisionException why);
    }

    private final Supervisor parts;
    private Phase phase = Phase.NONE;
    private Component component;
    /** Places of the two versions in the component's list. */
    private int from;
    private int to;
    private int oldIncarnation;
    /** The supervisor's handle of the old version while the component's is that of the new one; {@link Component#NONE} if it has died. */
    private int oldIsolate;
    private long deadline = Nucleus.FOREVER;
    private long orderedAt;
    private long restedAt;
    private Answer answer;

    LiveUpdate(Supervisor parts) {
        this.parts = parts;
    }

    /** Begins to update a component to one of its versions, which may be the one that runs: then it is that which is started afresh, with its state. {@code answer} is told the end, perhaps at once. */
    void begin(Component subject, int version, Answer whoAsked) throws SupervisionException {
        if (phase != Phase.NONE) {
            throw new SupervisionException(component.name() + " is being updated: one update at a time");
        }
        component = subject;
        from = subject.version();
        to = version;
        answer = whoAsked;
        orderedAt = Nucleus.now();
        if (subject.state != ComponentInfo.State.ALIVE) {
            choose();
            succeed(orderedAt);
        } else if (!subject.manifest().updatable()) {
            replace();
        } else if (!subject.ready) {
            end();
            throw new SupervisionException(subject.name() + " has not begun to serve: update it later");
        } else {
            phase = Phase.RESTING;
            deadline = orderedAt + REST_NANOS;
            Supervising.signal(subject.isolate, SystemBits.QUIESCE, subject.name());
        }
    }

    /** Ends the isolate between two requests, as far as it looks at orders, and starts the other version: the queue keeps what waits. */
    private void replace() throws SupervisionException {
        choose();
        parts.orders.replace(component);
        succeed(orderedAt);
    }

    /** Makes the new version the one that is started next, with a clean record, and the old one that to which it falls back. */
    private void choose() {
        component.choose(to, to == from ? component.previous() : from);
        component.forgetFailures();
        parts.ledger.write(component);
    }

    /** Returns whether a component is being updated at this moment. */
    boolean concerns(Component one) {
        return phase != Phase.NONE && component == one;
    }

    /** Goes on if the new version has become ready; looks at those whose notification bits are in {@code bits}, and for no other reason: whether they have come to rest, or refuse to. */
    void look(long bits) {
        if (phase == Phase.STARTING) {
            proceed();
        }
        for (int i = 1; i < parts.roster.size(); i++) {
            Component each = parts.roster.get(i);
            boolean signalled = (bits >>> each.number() & 1) != 0;
            if (signalled && phase == Phase.RESTING && each == component) {
                proceed();
            } else if (signalled && !concerns(each)) {
                unpark(each);
            }
        }
    }

    private void proceed() {
        switch (phase) {
            case NONE -> { }
            case RESTING -> {
                if (isParked(component)) {
                    restedAt = Nucleus.now();
                    change();
                } else if (isAlive(component)) {
                    fail("it cannot come to rest now: the log has the reason");
                }
                // Else its death follows.
            }
            case STARTING -> {
                if (component.ready) {
                    long readyAt = Nucleus.now();
                    retire();
                    succeed(readyAt);
                }
            }
        }
    }

    /** Moves the rights from the old version, which is at rest, to a new one. */
    private void change() {
        oldIsolate = component.isolate;
        oldIncarnation = component.incarnation;
        IsolateMaker.takeAway(oldIsolate);
        component.choose(to, component.previous());
        component.incarnation = component.nextIncarnation();
        phase = Phase.STARTING;
        deadline = Nucleus.FOREVER;
        try {
            parts.launcher.launch(component);
        } catch (NucleusException e) {
            component.isolate = Component.NONE;
            restore();
            fail("it cannot be started: " + e.getMessage());
        }
    }

    /** The new version serves; the old one is not needed any more. */
    private void retire() {
        component.choose(from, component.previous());
        choose();
        endOld();
    }

    private void endOld() {
        if (oldIsolate != Component.NONE) {
            Supervising.tryKill(oldIsolate, DeathReason.REPLACED);
            Supervising.close(oldIsolate);
            oldIsolate = Component.NONE;
        }
    }

    /**
     * Is told of a death. Returns whether that is settled: it was the new version that did not become ready, and the old one goes on; or the old one, which is not needed if all goes well.
     */
    boolean died(Component who, int incarnation, DeathReason reason) {
        if (!concerns(who)) {
            return false;
        }
        if (phase == Phase.RESTING) {
            fail("it died while it came to rest: " + reason);
            return false;
        }
        if (incarnation == oldIncarnation) {
            Supervising.close(oldIsolate);
            oldIsolate = Component.NONE;
            return true;
        }
        if (incarnation != who.incarnation) {
            return false;
        }
        boolean goesOn = oldIsolate != Component.NONE && who.request == Component.Request.NONE;
        if (goesOn) {
            Supervising.close(component.isolate);
            restore();
        } else {
            // Either nobody is left, or the component is to end with its group: it is started again as the old version.
            endOld();
            component.choose(from, component.previous());
        }
        fail("it died before it was ready: " + reason);
        return goesOn;
    }

    /** Makes the old version, which is at rest, the component again. */
    private void restore() {
        component.choose(from, component.previous());
        component.tried = component.incarnation;
        component.incarnation = oldIncarnation;
        component.isolate = oldIsolate;
        component.state = ComponentInfo.State.ALIVE;
        component.ready = true;
        component.startUntold = false;
        Vigil.sign(component);
        goOn(component);
    }

    /** Lets an isolate go on that came to rest when nobody waited for that any more. */
    void unpark(Component late) {
        if (late.state == ComponentInfo.State.ALIVE && late.isolate != Component.NONE && late.manifest().updatable() && isParked(late)) {
            IsolateMaker.takeAway(late.isolate);
            goOn(late);
        }
    }

    private void goOn(Component atRest) {
        parts.launcher.giveBack(atRest);
        Supervising.signal(atRest.isolate, SystemBits.RESUME, atRest.name());
    }

    private static boolean isAlive(Component one) {
        IsolateInfo info = Supervising.isolate(Nucleus.handleInfo(one.isolate).object());
        return info.state() == IsolateInfo.State.ALIVE && info.incarnation() == one.incarnation;
    }

    /** Returns whether an isolate has handed back its queue, which it does when it has come to rest. */
    private static boolean isParked(Component one) {
        return isAlive(one) && one.queue != Component.NONE && Supervising.queue(Nucleus.handleInfo(one.queue).object()).server() < 0;
    }

    /** Gives up an update whose old version is late. That the new one is late is found as with every start. */
    void enforce(long now) {
        if (phase == Phase.RESTING && deadline <= now) {
            Supervising.signal(component.isolate, SystemBits.RESUME, component.name());
            fail("it did not come to rest within " + REST_NANOS / NANOS_PER_MICRO / 1000 + " ms");
        }
    }

    /** Returns when {@link #enforce} has something to do. */
    long deadline() {
        return deadline;
    }

    private void succeed(long readyAt) {
        long rest = Math.max(restedAt - orderedAt, 0);
        long change = readyAt - orderedAt - rest;
        UpdateResult result = new UpdateResult(version(from), version(to), rest, change);
        parts.history.decision(component, "updated from " + result.from() + " to " + result.to());
        Log.line("supervisor: " + component.name() + " is updated from " + result.from() + " to " + result.to() + ": at rest after " + rest / NANOS_PER_MICRO + " us, ready after " + change / NANOS_PER_MICRO
            + " us more");
        Answer told = answer;
        end();
        told.done(result);
    }

    private void fail(String why) {
        parts.history.decision(component, "not updated to " + version(to));
        String text = component.name() + " is not updated from " + version(from) + " to " + version(to) + ": " + why;
        Log.line("supervisor: " + text);
        Answer told = answer;
        end();
        told.failed(new SupervisionException(text));
    }

    private String version(int place) {
        return component.versions().get(place).name();
    }

    private void end() {
        phase = Phase.NONE;
        deadline = Nucleus.FOREVER;
        restedAt = 0;
        oldIsolate = Component.NONE;
        answer = null;
    }
}
