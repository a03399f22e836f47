package org.bulkhead.servers.crashloop;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.IsolateInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.servers.plan.PlanLine;
import org.bulkhead.vm.magic.Magic;

/**
 * Works one driver while it is killed again and again, as the line at the start of disk 1 says: {@code crash-loop work=disk-read interval=1000 seconds=30 deaths=5}. Ends when the time has passed, the
 * driver has died so often, and all data were moved at least once; then says {@code @crash-loop work=… interval=… bytes=… ticks=… deaths=… } and what the work counted, and switches the machine off.
 */
@Program(name = "crash-loop", start = StartMode.BOOT)
@UsesService({"ata0", "ne0", Supervision.SERVICE})
@Limits(heap = "1M")
@Restarts(RestartPolicy.TEMPORARY)
public final class CrashLoop implements Isolate {
    private static final int UNIT = 1;
    private static final int BLOCK_SIZE = 512;
    private static final String KILLER = "killer";
    private static final String WORK = "work";
    private static final String INTERVAL = "interval";
    private static final String SECONDS = "seconds";
    private static final String DEATHS = "deaths";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /** Time between two looks whether the driver has died often enough. */
    private static final long LOOK_NANOS = 200_000_000L;
    /** Steps before the measurement, so that beginning is no part of it. */
    private static final int WARM_UP = 4;

    private final BlockDevice disk;
    private final NetworkInterface network;
    private final Supervision supervision;

    public CrashLoop(Grants grants) {
        Services services = new Services(grants);
        disk = services.connect("ata0", BlockDevice.class);
        network = services.connect("ne0", NetworkInterface.class);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
    }

    @Override
    public void run() {
        try {
            ByteBuffer block = RawMemory.allocateBuffer(BLOCK_SIZE);
            disk.read(UNIT, 0, block);
            work(PlanLine.in(block, "crash-loop", new TreeSet<>(Set.of(WORK, INTERVAL, SECONDS, DEATHS))));
            Log.line("@scenario done");
            supervision.halt(0);
        } catch (DeviceException | SupervisionException | IllegalArgumentException e) {
            Log.line("crash-loop: " + e.getMessage());
            supervision.halt(1);
        }
    }

    private void work(PlanLine plan) throws DeviceException, SupervisionException {
        String name = plan.text(WORK, "");
        Work work;
        Victim victim;
        switch (name) {
            case "disk-read", "disk-write" -> {
                work = new DiskLoad(disk, name.equals("disk-read") ? DiskLoad.Direction.READ : DiskLoad.Direction.WRITE);
                victim = Victim.DISK;
            }
            case "network" -> {
                work = new NetworkLoad(network);
                victim = Victim.NETWORK;
            }
            default -> throw new IllegalArgumentException(WORK + "=" + name + " in the plan: disk-read, disk-write or network is wanted");
        }
        long interval = plan.number(INTERVAL, 0);
        long deaths = plan.number(DEATHS, 0);
        for (int i = 0; i < WARM_UP; i++) {
            work.step();
        }
        long bytes = work.bytes();
        int deathsBefore = supervision.deaths();
        long watchingBefore = processorTicks(Supervision.SERVICE);
        if (interval > 0) {
            supervision.start(KILLER, Killer.argument(victim, interval));
        }
        long start = Magic.timestamp();
        long look = Nucleus.after(plan.number(SECONDS, 0) * NANOS_PER_SECOND);
        boolean done = false;
        while (!done) {
            work.step();
            if (Nucleus.now() >= look) {
                // Not after each step: a question to the supervisor takes nearly a hundredth of its time.
                done = work.bytes() - bytes >= work.leastBytes() && supervision.deaths() - deathsBefore >= deaths;
                look = Nucleus.after(LOOK_NANOS);
            }
        }
        long ticks = Magic.timestamp() - start;
        bytes = work.bytes() - bytes;
        int died = supervision.deaths() - deathsBefore;
        long watching = processorTicks(Supervision.SERVICE) - watchingBefore;
        if (interval > 0) {
            supervision.down(KILLER);
        }
        work.end();
        Log.line("@crash-loop work=" + name + " interval=" + interval + " bytes=" + bytes + " ticks=" + ticks + " deaths=" + died + " supervisor=" + watching + ' ' + work.counts());
    }

    /** Returns the processor time that an isolate has used, in ticks. */
    private long processorTicks(String name) {
        int index = 0;
        for (IsolateInfo each = supervision.isolate(index); each != null; each = supervision.isolate(++index)) {
            if (each.state() == IsolateInfo.State.ALIVE && each.name().equals(name)) {
                return each.ticks();
            }
        }
        return 0;
    }
}
