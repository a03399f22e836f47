package org.bulkhead.servers.installing;

import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Installation;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.vm.magic.Magic;

/**
 * Has the loader put driver after driver in the place of the clock's, makes a request each time, and says how long it took: {@code @install path=… origin=… pages=… methods=… loaded=… served=…}, with the ticks from the order
 * until the loader answered and until the driver did. Before and after, the clock's driver is killed: {@code @restart version=image ticks=…} and {@code version=module} tell the ticks from the fault to the next request completed.
 * Then the machine is switched off.
 */
@Program(name = "install-timer", start = StartMode.BOOT)
@UsesService({InstallTimer.DRIVER, Loader.SERVICE, Supervision.SERVICE})
@Restarts(RestartPolicy.TEMPORARY)
public final class InstallTimer implements Isolate {
    /** The component that is updated: the smallest driver that there is. */
    public static final String DRIVER = "cmos0";
    /** A jar, which is compiled; the first one, so the loader reads what it needs of the image. */
    public static final String FIRST = "/modules/first.jar";
    /** Another jar, which is compiled. */
    public static final String SECOND = "/modules/second.jar";
    /** A jar whose sealed module is in the cache. */
    public static final String CACHED = "/modules/cached.jar";
    /** A sealed module. */
    public static final String SEALED = "/modules/driver.module";

    private static final int KILLS = 3;
    /** Longer than the healthy run after which the supervisor forgives. */
    private static final long HEALTHY_NANOS = 11_000_000_000L;

    private final Clock clock;
    private final Loader loader;
    private final Supervision supervision;

    public InstallTimer(Grants grants) {
        Services services = new Services(grants);
        clock = services.connect(DRIVER, Clock.class);
        loader = services.connect(Loader.SERVICE, Loader.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        int status = 0;
        try {
            clock.time();
            kill("image");
            for (String each : List.of(FIRST, SECOND, CACHED, SEALED)) {
                load(each);
            }
            kill("module");
            Log.line("@scenario done");
        } catch (LoadException | SupervisionException | DeviceException | NucleusException e) {
            Log.line("install-timer: " + e.getMessage());
            status = 1;
        }
        supervision.halt(status);
    }

    private void load(String path) throws LoadException, DeviceException {
        long ordered = Magic.timestamp();
        Installation done = loader.update(DRIVER, path);
        long loaded = Magic.timestamp();
        clock.time();
        long served = Magic.timestamp();
        Log.line("@install path=" + path + " origin=" + done.origin() + " pages=" + done.pages() + " methods=" + done.methods() + " loaded=" + (loaded - ordered) + " served=" + (served - ordered));
    }

    private void kill(String version) throws SupervisionException, DeviceException {
        for (int i = 0; i < KILLS; i++) {
            Notifications.sleep(HEALTHY_NANOS);
            int before = supervision.deaths();
            supervision.kill(DRIVER);
            request();
            DeathInfo death = supervision.death(before);
            if (death == null || !death.name().equals(DRIVER) || death.serviceTicks() == 0) {
                throw new SupervisionException("death " + before + " is " + death + ", not one of " + DRIVER + " that served again");
            }
            Log.line("@restart version=" + version + " ticks=" + (death.serviceTicks() - death.faultTicks()));
        }
    }

    /** Makes a request, again if it ended with the driver. */
    private void request() throws DeviceException {
        while (true) {
            try {
                clock.time();
                return;
            } catch (OfflineException e) {
                throw new DeviceException(e.getMessage());
            } catch (PeerDiedException e) {
                // Made again.
                continue;
            }
        }
    }
}
