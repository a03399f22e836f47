package org.bulkhead.servers.scenario;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.vm.magic.Magic;

/**
 * Measures for as many milliseconds as its argument says how much of the processor each isolate has, and logs it as {@code @share of=NAME percent=… ticks=… elapsed=…}, rounded up to the next percent; those that
 * were not there all the time are left out.
 */
@Program(name = "meter", rank = Rank.SYSTEM)
@UsesService(Supervision.SERVICE)
@Restarts(RestartPolicy.TEMPORARY)
public final class Meter implements Isolate {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int PERCENT = 100;

    private final Supervision supervision;
    private final long duration;

    /**
     * Makes the program.
     *
     * @param grants with its connection to the supervisor, and how long it measures
     */
    public Meter(Grants grants) {
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
        duration = grants.argument() * NANOS_PER_MILLI;
    }

    @Override
    public void run() {
        long begin = Magic.timestamp();
        Map<String, IsolateInfo> before = isolates();
        Notifications.sleep(duration);
        long elapsed = Magic.timestamp() - begin;
        isolates().forEach((name, now) -> {
            IsolateInfo then = before.get(name);
            if (then != null && then.incarnation() == now.incarnation()) {
                long ticks = now.ticks() - then.ticks();
                Log.line("@share of=" + name + " percent=" + (ticks * PERCENT + elapsed - 1) / elapsed + " ticks=" + ticks + " elapsed=" + elapsed);
            }
        });
    }

    private Map<String, IsolateInfo> isolates() {
        Map<String, IsolateInfo> found = new HashMap<>();
        int index = 0;
        for (IsolateInfo each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
            if (each.state() == IsolateInfo.State.ALIVE) {
                found.put(each.name(), each);
            }
        }
        return found;
    }
}
