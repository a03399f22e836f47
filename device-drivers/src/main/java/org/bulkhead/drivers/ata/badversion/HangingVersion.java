package org.bulkhead.drivers.ata.badversion;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.protocol.BlockDevice;

/** Is never ready: it waits for what does not come. */
@Driver(name = "ata0-hang", serves = BlockDevice.class)
@VersionOf("ata0")
@Limits(heap = "512K", queue = 16)
public final class HangingVersion implements Isolate {
    public HangingVersion(Grants grants) {
        // It needs none.
    }

    @Override
    public void run() {
        Notifications.await(0, Nucleus.FOREVER);
    }
}
