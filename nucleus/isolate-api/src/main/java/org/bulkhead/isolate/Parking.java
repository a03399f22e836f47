package org.bulkhead.isolate;

import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.SystemBits;

/**
 * How an {@link Updatable} isolate comes to rest and goes on: its part in a live update, for its {@link org.bulkhead.isolate.message.ServiceLoop}.
 *
 * <p>That it is at rest the isolate says by handing its queue back, which the supervisor can see and nobody can pretend, and by the notification bit by which the supervisor looks at it. A bit
 * without that means that it cannot come to rest.
 */
public final class Parking {
    private static final int OWN_QUEUE = 1;

    private final Updatable isolate;
    private final Grants grants;
    private final GrantedHandle queue;

    Parking(Updatable isolate, Grants grants) {
        this.isolate = isolate;
        this.grants = grants;
        queue = grants.granted(OWN_QUEUE);
    }

    /** Brings the isolate to rest, and returns when it is to go on, if ever. Called by the service loop between two requests. */
    public void park() {
        if (!rest()) {
            report();
            return;
        }
        if (!isOver()) {
            new Handle(queue.number()).close();
            report();
            Notifications.await(SystemBits.RESUME, Nucleus.FOREVER);
        }
        grants.handlesWereGivenBack();
        isolate.resume();
    }

    /**
     * Brings the isolate to rest for its end. Called by the service loop between two requests.
     *
     * @return whether it could
     */
    public boolean rest() {
        try {
            isolate.quiesce();
            return true;
        } catch (NotNowException e) {
            Log.line(grants.manifest().component() + ": cannot come to rest now: " + e.getMessage());
            return false;
        }
    }

    /** Returns whether the supervisor has lost its patience meanwhile. */
    private static boolean isOver() {
        return Notifications.await(SystemBits.RESUME, 0) != 0;
    }

    /** Has the supervisor look at this isolate; if it has died, its successor looks by itself. */
    private void report() {
        int handle = grants.manifest().reportHandle();
        // Its component's one bit, which is all that the handle is good for.
        Nucleus.trySignal(handle, Nucleus.handleInfo(handle).a());
    }
}
