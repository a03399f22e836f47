package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.servers.bench.Echo;

/** Asks the fragile server for what kills it, and then for something harmless; logs what became of each as {@code @poison request=… result=…}. */
@Program(name = "poisoner")
@UsesService(FragileServer.NAME)
@Restarts(RestartPolicy.TEMPORARY)
public final class Poisoner implements Isolate {
    private static final long HARMLESS = 7;

    private final Echo echo;

    /**
     * Makes the program.
     *
     * @param grants with its connection to the server
     */
    public Poisoner(Grants grants) {
        echo = new Services(grants).connect(FragileServer.NAME, Echo.class);
    }

    @Override
    public void run() {
        Log.line("@poison request=poison result=" + result(FragileServer.POISON));
        Log.line("@poison request=harmless result=" + result(HARMLESS));
    }

    private String result(long value) {
        try {
            return Long.toString(echo.echo(value));
        } catch (NucleusException e) {
            return e.code().name();
        }
    }
}
