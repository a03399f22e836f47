package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NoCreditException;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.servers.bench.Echo;

/** Floods the fragile server with messages that want no reply, as fast as it can, for as many milliseconds as its argument says; logs {@code @flood sent=… refused=…} at the end. */
@Program(name = "flooder")
@UsesService(FragileServer.NAME)
@Restarts(RestartPolicy.TEMPORARY)
public final class Flooder implements Isolate {
    private static final long NANOS = 1_000_000L;

    private final Echo echo;
    private final long millis;

    /**
     * Makes the program.
     *
     * @param grants with its connection to the server, and how long it floods
     */
    public Flooder(Grants grants) {
        echo = new Services(grants).connect(FragileServer.NAME, Echo.class);
        millis = grants.argument();
    }

    @Override
    public void run() {
        long end = Nucleus.after(millis * NANOS);
        long sent = 0;
        long refused = 0;
        while (Nucleus.now() < end) {
            try {
                echo.poke(sent);
                sent++;
            } catch (NoCreditException e) {
                refused++;
            }
        }
        Log.line("@flood sent=" + sent + " refused=" + refused);
    }
}
