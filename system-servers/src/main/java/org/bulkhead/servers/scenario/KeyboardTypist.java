package org.bulkhead.servers.scenario;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.InputDevices;

/** Takes down what is typed on the keyboard. */
@Program(name = "keys")
@UsesService("ps2")
@Restarts(RestartPolicy.TEMPORARY)
public final class KeyboardTypist extends Typist {
    /**
     * Makes the program.
     *
     * @param grants with its connection to the driver
     */
    public KeyboardTypist(Grants grants) {
        super(new Services(grants).connect("ps2", InputDevices.class)::read);
    }
}
