package org.bulkhead.drivers.ps2;

import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.handover.UpdatableDriver;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Ports;
import org.bulkhead.isolate.manifest.UsesInterrupt;
import org.bulkhead.isolate.manifest.UsesPorts;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.InputDevicesDispatcher;

/**
 * Keyboard and mouse: one isolate for both, since they share the ports of one controller. Port 0x61 between them is not this driver's. It has no limit on the time of a request, since a
 * request waits as long as nobody types.
 */
@Driver(name = "ps2", serves = InputDevices.class)
@UsesPorts({@Ports(name = "data", first = 0x60, count = 1), @Ports(name = "command", first = 0x64, count = 1)})
@UsesInterrupt({1, 12})
@UsesService(DataStore.SERVICE)
@Limits(heap = "512K", cpu = "50%", queue = 16, run = "2s", queued = "2s", state = "2K")
public final class Ps2Driver extends UpdatableDriver {
    private static final int STATE_VERSION = 2;
    private static final int KEYBOARD_LINE = 1;
    private static final int MOUSE_LINE = 12;

    /** Takes controller and devices over. */
    public Ps2Driver(Grants grants) {
        super(grants, new Ps2Server(devices(grants)), InputDevicesDispatcher::new);
    }

    private static Ps2 devices(Grants grants) {
        Ps2.Registers registers = new Ps2.Registers(grants.ports("data"), grants.ports("command"));
        Ps2 devices = new Ps2(registers, grants.interrupt(KEYBOARD_LINE), grants.interrupt(MOUSE_LINE), new StateKeeper(grants, STATE_VERSION));
        if (grants.incarnation() == 0) {
            Log.line("ps2: " + devices);
        }
        return devices;
    }
}
