package org.bulkhead.servers.console;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.Terminals;
import org.bulkhead.isolate.store.Directory;
import org.bulkhead.isolate.store.FileStore;

/** Whom a console asks. */
record Peers(Supervision supervision, Clock clock, Directory directory, Loader loader, FileStore files, Terminals terminals) {
    /** Name of the service that knows the time. */
    static final String CLOCK = "cmos0";

    /** Connects a console whose manifest names all of them. */
    static Peers of(Grants grants) {
        Services services = new Services(grants);
        return new Peers(services.connect(Supervision.SERVICE, Supervision.class), services.connect(CLOCK, Clock.class), new Directory(grants),
            services.connect(Loader.SERVICE, Loader.class), new FileStore(grants), services.connect(Terminals.SERVICE, Terminals.class));
    }
}
