package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.bulkhead.isolate.protocol.KeyInput;
import org.bulkhead.isolate.protocol.PointerEvent;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** Logs all that keyboard and mouse give it, a line each; of characters, all that have been typed. Typing a capital K has it kill their driver. */
@Program(name = "input-probe", start = StartMode.BOOT)
@UsesService({"ps2", Supervision.SERVICE})
public final class InputProbe implements Isolate {
    private static final long WAIT_NANOS = 20_000_000L;

    private final InputDevices devices;
    private final InputReader characters;
    private long nextKey = CharacterDevice.OLDEST;
    private final Supervision supervision;
    private final StringBuilder text = new StringBuilder();

    public InputProbe(Grants grants) {
        Services services = new Services(grants);
        devices = services.connect("ps2", InputDevices.class);
        characters = new InputReader(devices::read);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        Log.line("probe: ready");
        while (true) {
            try {
                characters();
                keys();
                pointer();
            } catch (DeviceException | SupervisionException e) {
                Log.line("probe: " + e.getMessage());
            }
        }
    }

    private void characters() throws DeviceException, SupervisionException {
        try {
            int before = text.length();
            for (byte each : characters.read(InputDevices.TRANSFER_LIMIT, WAIT_NANOS)) {
                text.append(each > ' ' ? String.valueOf((char) each) : "<" + each + ">");
            }
            Log.line("probe: text " + text);
            if (text.indexOf("K", before) >= 0) {
                supervision.kill("ps2");
            }
        } catch (DeadlineException e) {
            return;
        }
    }

    private void keys() throws DeviceException {
        try {
            while (true) {
                KeyInput input = devices.nextKey(nextKey, WAIT_NANOS);
                nextKey = input.number() + 1;
                KeyEvent event = input.event();
                Log.line("probe: key " + event.key() + " " + event.action() + " " + event.modifiers());
            }
        } catch (DeadlineException e) {
            return;
        }
    }

    private void pointer() throws DeviceException {
        try {
            while (true) {
                PointerEvent event = devices.nextPointer(WAIT_NANOS);
                Log.line("probe: pointer " + event.right() + " " + event.down() + " " + event.buttons());
            }
        } catch (DeadlineException e) {
            return;
        }
    }
}
