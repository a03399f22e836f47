package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;

/** Takes down what is typed on the serial line. */
@Program(name = "line")
@UsesService("uart0")
@Restarts(RestartPolicy.TEMPORARY)
public final class SerialTypist extends Typist {
    /**
     * Makes the program.
     *
     * @param grants with its connection to the driver
     */
    public SerialTypist(Grants grants) {
        super(new Services(grants).connect("uart0", CharacterDevice.class)::read);
    }
}
