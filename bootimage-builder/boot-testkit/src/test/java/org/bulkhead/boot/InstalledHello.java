package org.bulkhead.boot;

import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;

/** A program that no image has: it is installed while the system runs. It asks a service of the image, uses the class library, and lives on. */
@Program(name = "hello", start = StartMode.BOOT)
@UsesService("cmos0")
public final class InstalledHello implements Isolate {
    private static final long SECOND = 1_000_000_000L;

    private final Clock clock;
    private final int incarnation;

    public InstalledHello(Grants grants) {
        clock = new Services(grants).connect("cmos0", Clock.class);
        incarnation = grants.incarnation();
    }

    @Override
    public void run() {
        Map<Integer, String> words = new TreeMap<>();
        words.put(2, "installed");
        words.put(1, "I am");
        try {
            Log.line("hello: " + String.join(" ", words.values()) + ", life " + incarnation + ", the clock works: " + (clock.time() > 0));
        } catch (DeviceException e) {
            Log.line("hello: " + e.getMessage());
        }
        while (true) {
            Notifications.sleep(SECOND);
        }
    }
}
