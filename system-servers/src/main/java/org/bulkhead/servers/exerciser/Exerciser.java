package org.bulkhead.servers.exerciser;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.manifest.ComplainsAbout;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.StartMode;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.Clock;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.vm.magic.Magic;

/**
 * Works all drivers of the image, round after round, checks every answer, and says in each round what came of each device's requests: {@code @round n=… device=… ops=… errors=… detected=… wrong=…
 * ticks=… last=…}. The scratch disk is unit 1 of {@code ata0}, whose block 0 may hold a {@link Plan}.
 */
@Program(name = "exerciser", start = StartMode.BOOT)
@UsesService({"ata0", "guard", "uart0", "ps2", "vga0", "cmos0", "ne0", PciBus.SERVICE, Supervision.SERVICE})
@ComplainsAbout({"ata0", "guard", "uart0", "ps2", "vga0", "cmos0", "ne0", PciBus.SERVICE})
@Limits(heap = "2M")
public final class Exerciser implements Isolate {
    private static final int UNIT = 1;
    private static final long PLAN_BLOCK = 0;
    /** The first blocks are the plan's. */
    private static final long DISK_START = 64;
    /** The guard repeats requests to the disk, and waits for drivers to be restarted: so many times the limit of others. */
    private static final int GUARD_PATIENCE = 20;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Services services;
    private final Supervision supervision;
    private final Plan plan;
    private final List<Exercise> exercises = new ArrayList<>();

    public Exerciser(Grants grants) {
        services = new Services(grants);
        supervision = services.connect(Supervision.SERVICE, Supervision.class);
        plan = plan();
        long limit = plan.deadlineMillis() * NANOS_PER_MILLI;
        add(new DiskExercise("ata0", services.connect("ata0", BlockDevice.class, limit), new DiskExercise.Area(UNIT, DISK_START), DiskExercise.Checks.HERE, this::complain));
        add(new DiskExercise("guard", services.connect("guard", BlockDevice.class, GUARD_PATIENCE * limit), new DiskExercise.Area(0, 0), DiskExercise.Checks.BELOW, this::complain));
        add(new SerialExercise("uart0", services.connect("uart0", CharacterDevice.class, limit), this::complain));
        add(new InputExercise("ps2", services.connect("ps2", InputDevices.class, limit), this::complain));
        add(new ScreenExercise("vga0", services.connect("vga0", CharacterDevice.class, limit), this::complain));
        add(new ClockExercise("cmos0", services.connect("cmos0", Clock.class, limit), this::complain));
        add(new NetworkExercise("ne0", services.connect("ne0", NetworkInterface.class, limit), this::complain));
        add(new BusExercise(PciBus.SERVICE, services.connect(PciBus.SERVICE, PciBus.class, limit), this::complain));
    }

    private Plan plan() {
        ByteBuffer block = RawMemory.allocateBuffer(BlockContents.SIZE);
        try {
            services.connect("ata0", BlockDevice.class, Plan.ALL.deadlineMillis() * NANOS_PER_MILLI).read(UNIT, PLAN_BLOCK, block);
            return Plan.in(block);
        } catch (DeviceException | NucleusException | IllegalArgumentException e) {
            Log.line("exerciser: " + e.getMessage() + "; all devices are exercised");
            return Plan.ALL;
        }
    }

    private void add(Exercise exercise) {
        if (plan.includes(exercise.device())) {
            exercises.add(exercise);
        }
    }

    private void complain(String component, String what) {
        try {
            supervision.complain(component, what);
        } catch (SupervisionException | NucleusException e) {
            // It is being restarted for some other reason, which is as good.
            Log.line("exerciser: complaint about " + component + ": " + e.getMessage());
        }
    }

    @Override
    public void run() {
        Log.line("@exerciser devices=" + exercises.size() + " rounds=" + plan.rounds());
        for (long round = 0; plan.rounds() == 0 || round < plan.rounds(); round++) {
            for (Exercise each : exercises) {
                long start = Magic.timestamp();
                each.round(round);
                each.tally().report(round, each.device(), Magic.timestamp() - start);
            }
        }
        Log.line("@scenario done");
        supervision.halt(0);
    }
}
