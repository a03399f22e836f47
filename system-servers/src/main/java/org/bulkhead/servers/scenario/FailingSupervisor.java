package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.protocol.Supervision;

/** A supervisor that fails in each of its lives, with an exception that nobody catches, so that the nucleus gives up and restarts the machine. */
@Server(name = Supervision.SERVICE, rank = Rank.SUPERVISOR, serves = Supervision.class)
@Supervises
@Limits(heap = "4M", queue = 32)
public final class FailingSupervisor implements Isolate {
    /**
     * Makes it.
     *
     * @param grants what it does not need
     */
    public FailingSupervisor(Grants grants) {}

    @Override
    public void run() {
        throw new IllegalStateException("this supervisor fails on purpose, with " + Supervising.memory().freeFrames() + " page frames free");
    }
}
