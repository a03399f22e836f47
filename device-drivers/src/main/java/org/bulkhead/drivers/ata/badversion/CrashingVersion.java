package org.bulkhead.drivers.ata.badversion;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.protocol.BlockDevice;

/** Dies before it is ready. */
@Driver(name = "ata0-crash", serves = BlockDevice.class)
@VersionOf("ata0")
@Limits(heap = "512K", queue = 16)
public final class CrashingVersion implements Isolate {
    public CrashingVersion(Grants grants) {
        throw new IllegalStateException(grants.manifest().name() + " is made to fail while it starts");
    }

    @Override
    public void run() {
        throw new IllegalStateException("nobody can have made this");
    }
}
