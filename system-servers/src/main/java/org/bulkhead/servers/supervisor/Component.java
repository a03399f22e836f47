package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.PciFunction;

/**
 * What the supervisor knows of one component: the versions that the image has of it, the queue of its service, and the isolate that it is now.
 *
 * <p>A component has the name, the queue and the place in the tables of its first version. Which version runs is a matter of updates.
 */
final class Component {
    /** What somebody asked for when the isolate was ended on request. */
    enum Request {
        /** Nothing: its manifest decides. */
        NONE,
        RESTART,
        DOWN
    }

    /** Value of a handle that there is not. */
    static final int NONE = -1;

    /** The first is the component's own program; the others are those that say {@code @VersionOf} it. */
    private final List<Manifest> versions = new ArrayList<>();
    /** Place in {@link #versions} of the one that is started next, or lives. */
    private int version;
    RestartPlan plan;
    ComponentInfo.State state = ComponentInfo.State.STOPPED;
    Request request = Request.NONE;
    /** The PCI function that it drives, or null. */
    PciFunction function;
    /** The supervisor's handle of the service's queue, or {@link #NONE}. */
    int queue = NONE;
    /** The supervisor's handle of the isolate, or {@link #NONE}. */
    int isolate = NONE;
    /** Number of the incarnation that lives, or would be next. */
    int incarnation;
    long argument;
    long startedAt;
    long restartAt;
    /** Whether its last start is not in the log yet. */
    boolean startUntold;

    Component(Manifest first) {
        versions.add(first);
        forgetDeaths();
    }

    /** Begins to count deaths anew. */
    void forgetDeaths() {
        plan = new RestartPlan(manifest().burst(), manifest().sustained());
    }

    /** Adds another version, which is not run until somebody chooses it. */
    void addVersion(Manifest another) {
        versions.add(another);
    }

    /** Returns the manifest of the version that lives, or would be started next. */
    Manifest manifest() {
        return versions.get(version);
    }

    /** Returns all its versions, its own program first. */
    List<Manifest> versions() {
        return versions;
    }

    /** Chooses the version that is started next, by its place in {@link #versions}. */
    void choose(int place) {
        version = place;
    }

    /** Returns the place of the chosen version in {@link #versions}. */
    int version() {
        return version;
    }

    String name() {
        return versions.get(0).name();
    }

    /** Returns the rights of the chosen version in one line, and where its PCI function was found. */
    String rights() {
        String rights = manifest().rights();
        return function == null ? rights : rights + ", " + function.numbers() + " at " + function.place();
    }

    /** Returns whether it lives, or will be started without anybody asking for it. */
    boolean isUnderWay() {
        return switch (state) {
            case ALIVE, WAITING, AWAITING_DEVICE -> true;
            case STOPPED, GIVEN_UP -> false;
        };
    }

    /** Returns whether nobody will start it unless somebody asks for it. */
    boolean isAtRest() {
        return !isUnderWay();
    }
}
