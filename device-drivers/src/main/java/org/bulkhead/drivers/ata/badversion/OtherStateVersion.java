package org.bulkhead.drivers.ata.badversion;

import org.bulkhead.drivers.ata.AtaController;
import org.bulkhead.drivers.handover.Handover;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.manifest.VersionOf;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DataStore;

/** Does not accept the state that is handed over: it reads only those of a later layout. */
@Driver(name = "ata0-state", serves = BlockDevice.class)
@VersionOf("ata0")
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", queue = 16)
public final class OtherStateVersion implements Isolate {
    private final Handover handover;

    public OtherStateVersion(Grants grants) {
        handover = new Handover(grants, AtaController.STATE_VERSION + 1);
    }

    @Override
    public void run() {
        throw new IllegalStateException("there was no state to refuse: " + handover.state());
    }
}
