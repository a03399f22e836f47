package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.servers.bench.Echo;

/** Asks the echo server, which has nothing to do with the fragile one. */
@Program(name = "bystander")
@UsesService(Echo.SERVICE)
@Restarts(RestartPolicy.TEMPORARY)
public final class Bystander extends EchoClient {
    /**
     * Makes the program.
     *
     * @param grants with its connection to the server, and how often it asks
     */
    public Bystander(Grants grants) {
        super(grants, Echo.SERVICE, new Services(grants).connect(Echo.SERVICE, Echo.class));
    }
}
