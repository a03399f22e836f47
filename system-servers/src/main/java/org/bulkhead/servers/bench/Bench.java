package org.bulkhead.servers.bench;

import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.Supervises;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.vm.magic.Magic;

/** Times each operation many times over and prints {@code @bench name=… ticks=…}, the mean of one; then switches the machine off. */
@Program(name = "bench", start = StartMode.BOOT)
@UsesService({Echo.SERVICE, Supervision.SERVICE})
@Supervises
@Restarts(RestartPolicy.TEMPORARY)
public final class Bench implements Isolate {
    private static final int ROUNDS = 1_000;
    private static final int WARM_UP = 10;
    private static final int ISOLATES = 20;
    private static final int PAGE = 4096;
    private static final int OTHER_PAGES = 512;
    private static final int ITSELF = 0;
    private static final int SPARE_BIT = 50;
    private static final int DEATH_BIT = 51;

    private final Manifest echo;
    private final Echo server;
    private final Supervision supervision;
    private final RawBuffer isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);

    public Bench(Grants grants) {
        Services services = new Services(grants);
        server = services.connect(Echo.SERVICE, Echo.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        Manifest found = null;
        for (Manifest each : grants.system()) {
            if (each.name().equals(Echo.SERVICE)) {
                found = each;
            }
        }
        echo = found;
    }

    @Override
    public void run() {
        measure("null-call", ROUNDS, Nucleus::nothing);
        measure("call-reply", ROUNDS, () -> server.echo(ROUNDS));
        int itself = Supervising.grant(ITSELF, GrantKind.NOTIFY_ISOLATE, ITSELF, 1L << SPARE_BIT, "notification");
        measure("notify", ROUNDS, () -> Nucleus.check(Nucleus.trySignal(itself, 1L << SPARE_BIT), "notification"));
        Notifications.await(1L << SPARE_BIT, 0);
        measure("create-kill", ISOLATES, this::createAndKill);
        Log.line("@scenario done");
        supervision.halt(0);
    }

    /** Prints the mean ticks of one {@code operation}; the loop around it costs a few instructions more, which are counted too. */
    private static void measure(String name, int rounds, Runnable operation) {
        for (int i = 0; i < WARM_UP; i++) {
            operation.run();
        }
        long start = Magic.timestamp();
        for (int i = 0; i < rounds; i++) {
            operation.run();
        }
        long ticks = Magic.timestamp() - start;
        Log.line("@bench name=" + name + " ticks=" + ticks / rounds);
    }

    /** Makes an isolate like the echo server, lets it run, and kills it. */
    private void createAndKill() {
        isolateRecord.putText(IsolateRecord.NAME, "victim", IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, echo.program());
        isolateRecord.putInt(IsolateRecord.RANK, Rank.PROGRAM.ordinal());
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, echo.heapBytes() / PAGE);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, echo.heapBytes() / PAGE + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, echo.cpuPercent());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, DEATH_BIT);
        int isolate = Supervising.createIsolate(isolateRecord, "victim");
        Supervising.start(isolate, "victim");
        Nucleus.check(Supervising.tryKill(isolate, DeathReason.KILLED), "victim");
        Supervising.close(isolate);
        Notifications.await(1L << DEATH_BIT, 0);
    }
}
