package org.bulkhead.servers.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.SystemCall;

/** Where one case is played: makes its queues and puppets, and clears all away afterwards. */
final class Stage {
    /** Slots of the queue that a case gets unless it makes its own. */
    static final int SLOTS = 4;
    /** Credits of a client, unless the case says otherwise. */
    static final int CREDITS = 2;
    /** Badge of the first client of the case; the next has the next. */
    static final int FIRST_BADGE = 70;

    private static final int BADGE_SHIFT = 32;
    private static final long MILLISECOND = 1_000_000;
    private static final int SOON_MILLIS = 60;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int NO_QUEUE = 0;

    private final Theatre theatre;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Long> handles = new ArrayList<>();
    private long queue = NO_QUEUE;
    private int clients;
    private int servers;

    Stage(Theatre theatre) {
        this.theatre = theatre;
    }

    // The cast.

    /** Makes a puppet. */
    Actor actor(Part part) {
        Actor made = new Actor(theatre.make(part), part.name());
        actors.add(made);
        theatre.settle();
        return made;
    }

    /** Makes a puppet that serves the case's queue; after the death of the first, its successor. */
    Actor server() {
        return server(Part.server(servers == 0 ? "server" : "successor"));
    }

    Actor server(Part part) {
        servers++;
        return serving(actor(part), queue());
    }

    /** Lets a puppet serve a queue. */
    Actor serving(Actor server, long served) {
        server.queue = grant(server, GrantKind.SERVE_QUEUE, served, 0);
        return server;
    }

    /** Makes a puppet that can call the case's queue. */
    Actor client() {
        return client(CREDITS);
    }

    Actor client(int credits) {
        return client(Part.client("client" + (clients + 1)), credits);
    }

    Actor client(Part part, int credits) {
        return connected(actor(part), queue(), credits);
    }

    /** Lets a puppet call a queue, which becomes the one that it calls. */
    Actor connected(Actor client, long called, int credits) {
        client.queue = connect(client, called, credits);
        return client;
    }

    /** Lets a puppet call a queue; returns its handle. */
    long connect(Actor client, long called, int credits) {
        return grant(client, GrantKind.USE_QUEUE, called, credits | (long) (FIRST_BADGE + clients++) << BADGE_SHIFT);
    }

    /** Returns the case's queue; the handle is the conductor's. */
    long queue() {
        if (queue == NO_QUEUE) {
            queue = queue(SLOTS, Part.SERVER_RANK);
        }
        return queue;
    }

    /** Makes another queue. */
    long queue(int slots, int rank) {
        long made = Supervising.createQueue(slots, rank, "of the case");
        handles.add(made);
        return made;
    }

    /** Makes a module, which is not sealed; the handle is the conductor's. */
    long module() {
        long made = does("module-create", SystemCall.MODULE_CREATE).get();
        handles.add(made);
        return made;
    }

    /** Adds a page that begins with these bytes to a module of the conductor's. */
    Result page(long module, long address, int kind, long content) {
        return does("module-page", SystemCall.MODULE_PAGE, module, address, kind, theatre.page(content));
    }

    /** Seals a module of the conductor's, and makes a puppet that runs it. */
    Actor running(long module, String name) {
        does("module-seal", SystemCall.MODULE_SEAL, module);
        return connected(actor(Part.client(name).withModule(module)), queue(), CREDITS);
    }

    // What the conductor does.

    long grant(Actor actor, int kind, long a, long b) {
        return Supervising.grant(actor.strings().isolate(), kind, a, b, actor.name());
    }

    /** Grants as {@link #grant}, and returns what the nucleus said. */
    Result tryGrant(Actor actor, int kind, long a, long b) {
        return does("grant", SystemCall.ISOLATE_GRANT, actor.strings().isolate(), kind, a, b);
    }

    /** Takes a right back from a puppet. */
    Result revoke(Actor actor, long handle) {
        return does("revoke", SystemCall.ISOLATE_REVOKE, actor.strings().isolate(), handle);
    }

    /** Gives a puppet the right to set bits of another, or of itself; returns its handle. */
    long notification(Actor holder, Actor target, long bits) {
        return grant(holder, GrantKind.NOTIFY_ISOLATE, target.strings().isolate(), bits);
    }

    /** The conductor itself makes a system call. */
    Result does(String what, int number, long... arguments) {
        long[] all = new long[5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        return new Result("conductor " + what, Nucleus.tryCall(number, all[0], all[1], all[2], all[3], all[4]));
    }

    /** Kills a puppet. */
    void kill(Actor actor) {
        Nucleus.check(Supervising.tryKill(actor.strings().isolate(), DeathReason.KILLED), actor.name());
        theatre.collectDeaths();
    }

    /** Gives the case's service up. */
    void giveUp() {
        giveUp(queue());
    }

    void giveUp(long served) {
        Supervising.close((int) served);
        handles.remove(served);
    }

    /** Puts a tombstone on the case's queue. */
    void bury() {
        Supervising.takeOffline((int) queue(), "of the case");
    }

    /** Lets all run until they rest. */
    void settle() {
        theatre.settle();
    }

    /** Lets time pass. */
    void pass(int milliseconds) {
        theatre.passUntil(Nucleus.after(milliseconds * MILLISECOND));
    }

    /** Returns a deadline that comes soon, but not before what a script does meanwhile, on a busy host too. */
    static long soon() {
        return in(SOON_MILLIS);
    }

    /** Lets so much time pass that what was to come {@link #soon} has come. */
    void passSoon() {
        pass(SOON_MILLIS + 2);
        settle();
    }

    /** Lets time pass until a puppet has done what it was told, if that takes not too long, and returns what came of it. */
    Result awaits(Actor actor, String what) {
        long limit = in(PATIENCE_MILLIS);
        while (actor.reported(what).value() == Result.WAITS && Nucleus.now() < limit) {
            pass(1);
        }
        return actor.reported(what);
    }

    /** Returns the time that lies so far in the future. */
    static long in(int milliseconds) {
        return Nucleus.after(milliseconds * MILLISECOND);
    }

    /** Returns how a puppet died. */
    Death death(Actor actor) {
        theatre.settle();
        return theatre.deathOf(actor.strings());
    }

    /** Returns what the nucleus tells of a puppet. */
    int status(Actor actor, ToIntFunction<IsolateInfo> field) {
        String name = "puppet" + actor.strings().badge();
        int index = 0;
        for (IsolateInfo info = Supervising.isolate(index); info != null; info = Supervising.isolate(++index)) {
            if (info.name().equals(name)) return field.applyAsInt(info);
        }
        throw new Failure(actor.name(), "alive", "dead");
    }

    /** Ends all that the case has made. */
    void clear() {
        for (Actor actor : actors) {
            Supervising.tryKill(actor.strings().isolate(), DeathReason.KILLED);
            Supervising.close(actor.strings().isolate());
        }
        for (Long handle : handles) {
            Supervising.close(handle.intValue());
        }
        theatre.collectDeaths();
    }
}
