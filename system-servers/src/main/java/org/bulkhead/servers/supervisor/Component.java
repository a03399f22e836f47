package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * What the supervisor knows of one component: the versions that the image has of it, the queue of its service, and the isolate that it is now.
 *
 * <p>A component has the name, the queue and the place in the tables of its first version. Which version runs is a matter of updates. What stands first is in the {@link Ledger}; the rest the
 * nucleus knows as well, or it can be forgotten.
 */
final class Component {
    /** What somebody asked for when the isolate was ended on request. */
    enum Request {
        /** Nothing: its manifest decides. */
        NONE,
        RESTART,
        DOWN,
        /** It ends with another of its group, and is started with it again. */
        GROUP
    }

    /** What has been tried already for a component that keeps failing; a healthy run leads back to the first. */
    enum Rung {
        /** It was restarted as its manifest says. */
        RESTART,
        /** Its whole group was restarted with it. */
        GROUP,
        /** It went back to the version before. */
        VERSION
    }

    /** Value of a handle, or of another number, that there is not. */
    static final int NONE = -1;

    /** The first is the component's own program; the others are those that say {@code @VersionOf} it. */
    private final List<Manifest> versions = new ArrayList<>();
    /** Place in {@link #versions} of the one that is started next, or lives. */
    private int version;
    /** Place of the version from which the last update came, or {@link #NONE}. */
    private int previous = NONE;
    RestartPlan plan;
    Rung rung = Rung.RESTART;
    ComponentInfo.State state = ComponentInfo.State.STOPPED;
    Request request = Request.NONE;
    /** The PCI function that it drives, or null. */
    PciFunction function;
    /** The supervisor's handle of the service's queue, or {@link #NONE}. */
    int queue = NONE;
    /** Number of the incarnation that lives, or would be next. */
    int incarnation;
    /** Number of the last incarnation that was to take the place of the one that lives and did not, or {@link #NONE}. */
    int tried = NONE;
    long argument;
    long startedAt;
    /** When it is started again if it is WAITING. */
    long restartAt;
    /** Why it died last, or null. */
    DeathReason lastReason;
    /** Whether others of its group end now and are started with it: set while it is WAITING. */
    boolean bringsGroup;
    /** Program of the one with which it is started again if it is AWAITING_GROUP, or {@link #NONE}. */
    int leader = NONE;
    /** Its death that waits for a decision if it is AWAITING_DECISION, else null. */
    RecoveryCases.Case openCase;

    /** The supervisor's handle of the isolate, or {@link #NONE}. */
    int isolate = NONE;
    /** Whether its last start is not in the log yet. */
    boolean startUntold;
    /** Whether the incarnation that lives has begun to receive. */
    boolean ready;
    /** When a server that lives has to be ready. */
    long readyBy;
    /** When it is killed because it has not ended as it was asked to. */
    long endBy = Nucleus.FOREVER;
    /** When it last said that it was alive, or was started. */
    long lastSign;
    /** State that the datastore was told last, or null. */
    private ComponentInfo.State toldState;
    /** Incarnation that the datastore was told last. */
    private int toldIncarnation;

    Component(Manifest first) {
        versions.add(first);
        forgetFailures();
    }

    /** Begins to count failures anew. */
    void forgetFailures() {
        plan = new RestartPlan(manifest().burst(), manifest().sustained());
    }

    /** Adds another version, which is not run until somebody chooses it. */
    void addVersion(Manifest another) {
        versions.add(another);
    }

    /** Takes a version out, which neither runs nor is its own program. */
    void removeVersion(int program) {
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).program() == program) {
                versions.remove(i);
                version -= version > i ? 1 : 0;
                previous = previous == i ? NONE : previous > i ? previous - 1 : previous;
                return;
            }
        }
    }

    /** Returns the manifest of the version that lives, or would be started next. */
    Manifest manifest() {
        return versions.get(version);
    }

    /** Returns all its versions, its own program first. */
    List<Manifest> versions() {
        return versions;
    }

    /** Returns the place in {@link #versions} of the one that lives, or would be started next. */
    int version() {
        return version;
    }

    /** Returns the place of the version before, or {@link #NONE}. */
    int previous() {
        return previous;
    }

    /** Chooses the version that is started next, and the one to go back to if it keeps failing, or {@link #NONE}; both by their places in {@link #versions}. */
    void choose(int next, int before) {
        version = next;
        previous = before;
    }

    /** Returns the place in {@link #versions} of the one with that program number, or {@link #NONE}. */
    int placeOf(int program) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).program() == program) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the place in {@link #versions} of the one of that name, or {@link #NONE}. */
    int place(String versionName) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).name().equals(versionName)) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the number of the next incarnation: beyond that of the one that lives, and of those that were tried while it did. */
    int nextIncarnation() {
        return Math.max(incarnation, tried) + 1;
    }

    /** Returns whether the datastore knows its state and incarnation. */
    boolean isTold() {
        return toldState == state && toldIncarnation == incarnation;
    }

    /** The datastore has been told its state and incarnation. */
    void isToldNow() {
        toldState = state;
        toldIncarnation = incarnation;
    }

    /** The datastore knows nothing of it. */
    void isUntold() {
        toldState = null;
    }

    String name() {
        return versions.get(0).name();
    }

    /** Returns the number of its own program, which does not depend on the version that runs. */
    int number() {
        return versions.get(0).program();
    }

    /** Returns the rights of the chosen version in one line, and where its PCI function was found. */
    String rights() {
        String rights = manifest().rights();
        return function == null ? rights : rights + ", " + function.numbers() + " at " + function.place();
    }

    /** Returns whether it lives, or will be started without anybody asking for it. */
    boolean isUnderWay() {
        return switch (state) {
            case ALIVE, WAITING, AWAITING_DEVICE, AWAITING_GROUP, AWAITING_DECISION -> true;
            case STOPPED, GIVEN_UP, DOWN -> false;
        };
    }

    /** Returns whether nobody will start it unless somebody asks for it. */
    boolean isAtRest() {
        return !isUnderWay();
    }

    /** Has it started as soon as possible. */
    void waitUntil(long time) {
        state = ComponentInfo.State.WAITING;
        restartAt = time;
    }

    /** Returns whether it is to be started now. */
    boolean isDue(long now) {
        return state == ComponentInfo.State.WAITING && restartAt <= now;
    }
}
