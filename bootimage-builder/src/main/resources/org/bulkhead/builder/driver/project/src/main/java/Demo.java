package {{package}};

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.DeviceException;

/** Lets a colour fade from blue to red, and looks whether it does. It has no code for a driver that dies. */
@Program(name = "{{name}}-demo", start = StartMode.BOOT)
@Restarts(RestartPolicy.TEMPORARY)
@UsesService("{{name}}")
@Limits(heap = "1M", cpu = "50%", run = "5s")
public final class {{Name}}Demo implements Isolate {
    private static final int NUMBER = 255;
    private static final int STEP = 3;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final {{Name}}Device device;

    public {{Name}}Demo(Grants grants) {
        device = new Services(grants).connect("{{name}}", {{Name}}Device.class);
    }

    @Override
    public void run() {
        try {
            for (int red = 0; red <= {{Name}}Device.BRIGHTEST; red += STEP) {
                Colour wanted = new Colour(red, 0, {{Name}}Device.BRIGHTEST - red);
                device.setColour(NUMBER, wanted);
                Colour found = device.colour(NUMBER);
                Log.line("{{name}}-demo: " + (found.equals(wanted) ? "red " + red : "wanted " + wanted + ", found " + found));
                Notifications.sleep(PAUSE_NANOS);
            }
            Log.line("{{name}}-demo: done");
        } catch (DeviceException e) {
            Log.line("{{name}}-demo: " + e.getMessage());
        }
    }
}
