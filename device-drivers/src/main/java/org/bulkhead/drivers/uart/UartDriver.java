package org.bulkhead.drivers.uart;

import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.handover.UpdatableDriver;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.CharacterDeviceDispatcher;
import org.bulkhead.isolate.protocol.DataStore;

/** The first serial line. It has no limit on the time of a request, since a read waits as long as nobody types. */
@Driver(name = "uart0", serves = CharacterDevice.class)
@UsesPorts(@Ports(name = "registers", first = 0x3F8, count = 8))
@UsesInterrupt(4)
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "50%", queue = 16, run = "2s", queued = "2s", state = "2K")
public final class UartDriver extends UpdatableDriver {
    private static final int STATE_VERSION = 1;

    public UartDriver(Grants grants) {
        super(grants, new Uart(grants.ports("registers"), grants.interrupt(4), new StateKeeper(grants, STATE_VERSION)), CharacterDeviceDispatcher::new);
    }
}
