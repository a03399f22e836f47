package org.bulkhead.drivers.ata.badversion;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.BlockDevice;

/** Starts well, and dies of its first request, each time. */
@Driver(name = "ata0-first", serves = BlockDevice.class)
@VersionOf("ata0")
@Limits(heap = "512K", queue = 16)
@Restarts(burst = 2, sustained = 3)
public final class FailingVersion implements Isolate {
    private final String name;

    public FailingVersion(Grants grants) {
        name = grants.manifest().name();
    }

    @Override
    public void run() {
        new ServiceLoop(request -> {
            throw new IllegalStateException(name + " is made to fail at its first request");
        }, bits -> { }).run();
    }
}
