package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.servers.bench.Echo;

/** Asks the fragile server. */
@Program(name = "asker")
@UsesService(FragileServer.NAME)
@Restarts(RestartPolicy.TEMPORARY)
public final class Asker extends EchoClient {
    /**
     * Makes the program.
     *
     * @param grants with its connection to the server, and how often it asks
     */
    public Asker(Grants grants) {
        super(grants, FragileServer.NAME, new Services(grants).connect(FragileServer.NAME, Echo.class));
    }
}
