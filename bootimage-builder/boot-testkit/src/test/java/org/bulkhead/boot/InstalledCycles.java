package org.bulkhead.boot;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.MemoryInfo;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.ClockDispatcher;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.DamagedStateException;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InstalledProgram;
import org.bulkhead.isolate.protocol.LoadException;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.store.PrivateState;

/** Has programs installed, killed and removed over and over, and says after each row what of the machine's memory and of the nucleus's pools has not come back. A program of the image, since no other may install. */
@Program(name = "cycles", start = StartMode.ON_REQUEST)
@UsesService({Loader.SERVICE, Supervision.SERVICE})
@Restarts(RestartPolicy.TEMPORARY)
public final class InstalledCycles implements Isolate {
    private static final int ROUNDS = 50;
    private static final long PATIENCE_NANOS = 2_000_000L;

    private final Loader loader;
    private final Supervision supervision;

    public InstalledCycles(Grants grants) {
        Services services = new Services(grants);
        loader = services.connect(Loader.SERVICE, Loader.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    /** Something that is done between two looks. */
    private interface Row {
        void run() throws LoadException, SupervisionException;
    }

    @Override
    public void run() {
        try {
            report("installed and removed", () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    loader.install("/modules/keeper.module", "");
                    awaitLife("keeper", 0);
                    supervision.uninstall("keeper");
                }
            });
            report("killed", () -> {
                loader.install("/modules/keeper.module", "");
                for (int i = 0; i < ROUNDS; i++) {
                    awaitLife("keeper", i);
                    supervision.kill("keeper");
                }
                awaitLife("keeper", ROUNDS);
                supervision.uninstall("keeper");
            });
            report("given up", () -> {
                for (String each : new String[] {"crasher", "hog"}) {
                    loader.install("/modules/" + each + ".module", "");
                    await(each, status -> status.state() == ComponentInfo.State.GIVEN_UP);
                    Log.line("cycles: " + each + " was given up after " + status(each).incarnation() + " lives, the last reason " + status(each).lastReason());
                    supervision.uninstall(each);
                }
            });
        } catch (LoadException | SupervisionException | NucleusException e) {
            Log.line("cycles: " + e.getMessage());
        }
    }

    private void report(String what, Row row) throws LoadException, SupervisionException {
        long frames = frames();
        MemoryInfo before = supervision.memory();
        row.run();
        long lost = frames - frames();
        MemoryInfo after = supervision.memory();
        Log.line("cycles: " + what + ": frames lost " + lost + ", isolates " + (before.freeIsolates() - after.freeIsolates()) + ", queues " + (before.freeQueues() - after.freeQueues()) + ", slots "
            + (before.freeSlots() - after.freeSlots()) + ", connections " + (before.freeConnections() - after.freeConnections()) + ", modules " + (before.freeModules() - after.freeModules()));
    }

    /** Returns the page frames that are free, an isolate's or a module's. Isolates take frames at any time, so it is counted until nobody has meanwhile. */
    private long frames() {
        long before;
        long all;
        do {
            before = supervision.memory().freeFrames();
            all = before;
            int index = 0;
            for (IsolateInfo each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
                all += each.state() == IsolateInfo.State.FREE ? 0 : each.pages();
            }
            index = 0;
            for (InstalledProgram each = supervision.installed(index); each != null; each = supervision.installed(++index)) {
                all += each.pages();
            }
        } while (supervision.memory().freeFrames() != before);
        return all;
    }

    private ComponentStatus status(String name) {
        int index = 0;
        ComponentStatus each = supervision.status(index);
        while (!each.name().equals(name)) {
            each = supervision.status(++index);
        }
        return each;
    }

    private interface Condition {
        boolean holds(ComponentStatus status);
    }

    private void await(String name, Condition condition) {
        while (!condition.holds(status(name))) {
            Notifications.sleep(PATIENCE_NANOS);
        }
    }

    private void awaitLife(String name, int incarnation) {
        await(name, status -> status.incarnation() == incarnation && status.ready());
    }

    /** Keeps how often it has lived: in the first life it must find nothing, however often its number was another's, and in a later one what the one before left. */
    @Server(name = "keeper", serves = Clock.class)
    @UsesService(DataStore.SERVICE)
    @Limits(heap = "512K", state = "1K")
    public static final class Keeper implements Isolate, Clock {
        public Keeper(Grants grants) {
            int incarnation = grants.incarnation();
            PrivateState state = new PrivateState(grants);
            try {
                int expected = state.load().map(found -> found.bytes()[0] + 1).orElse(0);
                if (expected != incarnation) {
                    Log.line("keeper: life " + incarnation + " found the state for life " + expected);
                }
                state.commit(1, new byte[] {(byte) incarnation});
            } catch (DataStoreException | DamagedStateException e) {
                Log.line("keeper: " + e.getMessage());
            }
        }

        @Override
        public void run() {
            new ServiceLoop(new ClockDispatcher(this), bits -> { }).run();
        }

        @Override
        public long time() {
            return 0;
        }

        @Override
        public void set(long seconds) throws DeviceException {
            throw new DeviceException("it stands still");
        }
    }

    /** Dies at once in each life. */
    @Program(name = "crasher", start = StartMode.BOOT)
    @Restarts(value = RestartPolicy.PERMANENT, burst = 2, sustained = 4)
    public static final class Crasher implements Isolate {
        private final int incarnation;

        public Crasher(Grants grants) {
            incarnation = grants.incarnation();
        }

        @Override
        public void run() {
            throw new IllegalStateException("life " + incarnation);
        }
    }

    /** Wants more memory than there is: in each life it takes all that is left. */
    @Program(name = "hog", start = StartMode.BOOT)
    @Limits(heap = "48M")
    @Restarts(value = RestartPolicy.PERMANENT, burst = 1, sustained = 2)
    public static final class Hog implements Isolate {
        private static final int PIECE = 1 << 16;

        private byte[][] kept = new byte[1 << 12][];

        public Hog(Grants grants) {
            kept[0] = new byte[grants.incarnation() + 1];
        }

        @Override
        public void run() {
            for (int i = 1; i < kept.length; i++) {
                kept[i] = new byte[PIECE];
            }
        }
    }
}
