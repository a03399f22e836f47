package org.bulkhead.servers.crashloop;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Has a driver killed in a fixed interval until it is killed itself. Which and how often its argument says. It runs before those who load the driver, so it is punctual. */
@Program(name = "killer", rank = Rank.SYSTEM)
@UsesService(Supervision.SERVICE)
@Restarts(RestartPolicy.TEMPORARY)
public final class Killer implements Isolate {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int VICTIM_BITS = 4;
    private static final int TIMER_BIT = 40;

    private final Supervision supervision;
    private final long interval;
    private final Victim victim;

    public Killer(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
        victim = Victim.values()[(int) grants.argument() & (1 << VICTIM_BITS) - 1];
        interval = (grants.argument() >>> VICTIM_BITS) * NANOS_PER_MILLI;
    }

    /** Returns the argument with which {@code victim} is killed every {@code millis} milliseconds. */
    static long argument(Victim victim, long millis) {
        return millis << VICTIM_BITS | victim.ordinal();
    }

    @Override
    public void run() {
        Nucleus.timer(TIMER_BIT, Nucleus.after(interval), interval);
        while (true) {
            Notifications.await(1L << TIMER_BIT, Nucleus.FOREVER);
            try {
                supervision.kill(victim.component);
            } catch (SupervisionException e) {
                // It is dead anyhow.
                Log.line("killer: " + e.getMessage());
            }
        }
    }
}
