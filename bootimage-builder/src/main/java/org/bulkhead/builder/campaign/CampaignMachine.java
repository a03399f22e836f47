package org.bulkhead.builder.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.emulator.CodePatcher;
import org.bulkhead.builder.emulator.DebuggedMachine;
import org.bulkhead.builder.emulator.DebuggedMachine.Cause;
import org.bulkhead.builder.emulator.DebuggedMachine.Stop;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.Network;
import org.bulkhead.builder.inspect.ImageMap;
import org.bulkhead.vm.linker.World;

/**
 * A machine on which the exerciser works one driver, stopped where the campaign wants: at the beginning of each round, when an isolate dies, when the nucleus gives up.
 *
 * <p>It has a scratch disk of its own, whose first block tells the exerciser what to do.
 */
final class CampaignMachine implements AutoCloseable {
    /** What a stop means. */
    enum Event {
        /** A round of the load is over, and its line is written. */
        ROUND,
        /** The nucleus begins to end an isolate. */
        DEATH,
        /** The nucleus runs, and code can be changed. */
        NUCLEUS,
        /** An address was reached that the campaign waits for. */
        WATCHED,
        /** The time is up. */
        TIME,
        /** The nucleus gave up, or the machine is gone. */
        CRASH
    }

    private static final int DISK_SIZE = 4 << 20;
    private static final int DEADLINE_MILLIS = 20;
    private static final long BOOT_LIMIT = 3_000_000_000L;
    /** Rounds after which all is as it will be. */
    private static final int WARM_ROUNDS = 5;
    private static final int FIRST_MEASURED = 1;
    private static final int QUOTED = 1200;
    private static final String ROUND_METHOD = "Exercise.round(J)V";

    private final CampaignImage image;
    private final Path folder;
    private final DebuggedMachine machine;
    private final CodePatcher patcher;
    private final int death;
    private final int broken;
    private final int nucleus;
    private int round;
    private long period;
    private int stopped;
    private String text = "";

    private CampaignMachine(CampaignImage image, Path folder, DebuggedMachine machine) {
        this.image = image;
        this.folder = folder;
        this.machine = machine;
        ImageMap.Method dispatch = image.method(World.NUCLEUS, "org.bulkhead.nucleus.kernel.Scheduler.dispatch()");
        patcher = new CodePatcher(machine, image.gap());
        death = machine.breakAt(image.method(World.NUCLEUS, "org.bulkhead.nucleus.kernel.Deaths.end(Lorg/bulkhead/nucleus/kernel/Isolate;Lorg/bulkhead/nucleus/abi/DeathReason;IJJJ)").address());
        broken = machine.breakAt(image.method(World.NUCLEUS, "org.bulkhead.nucleus.kernel.hardware.KernelLog.broken(").address());
        nucleus = machine.breakAt(dispatch.address());
        machine.disable(nucleus);
    }

    /**
     * Boots, and waits until the load of a driver has settled.
     *
     * @throws UserProblem if it does not come so far
     */
    static CampaignMachine boot(CampaignImage image, String driver) {
        try {
            Path folder = Files.createTempDirectory("bulkhead-campaign-");
            Path disk = folder.resolve("scratch.img");
            Files.write(disk, Arrays.copyOf(("exercise devices=" + driver + " deadline=" + DEADLINE_MILLIS + "\n").getBytes(StandardCharsets.US_ASCII), DISK_SIZE));
            EmulatorConfig config = EmulatorConfig.of(image.file()).withSecondDisk(disk).withNetwork(Network.USER).withTimeout(Duration.ofMinutes(10));
            CampaignMachine booted = new CampaignMachine(image, folder, DebuggedMachine.start(config));
            try {
                booted.settle(driver);
                return booted;
            } catch (RuntimeException e) {
                booted.close();
                throw e;
            }
        } catch (IOException e) {
            throw UserProblem.failure("cannot make a scratch disk: " + e.getMessage(), e);
        }
    }

    private void settle(String driver) {
        List<Integer> rounds = image.map().methods().stream().filter(each -> each.world() == World.ISOLATE && each.name().endsWith(ROUND_METHOD)).map(each -> machine.breakAt(each.address())).toList();
        long begin = 0;
        for (int i = 0; i <= WARM_ROUNDS; i++) {
            Event event;
            do {
                event = next(BOOT_LIMIT);
            } while (event == Event.DEATH);
            if (i == 0 && event == Event.WATCHED) {
                // Only one of them is called, since only one device is exercised.
                round = stopped;
                rounds.stream().filter(each -> each != round).forEach(machine::delete);
                event = Event.ROUND;
            }
            if (event != Event.ROUND) {
                throw UserProblem.failure("the load of " + driver + " does not begin (" + event + "); " + tail());
            }
            if (i == FIRST_MEASURED) {
                begin = machine.ticks();
            }
        }
        period = (machine.ticks() - begin) / (WARM_ROUNDS - FIRST_MEASURED);
    }

    /** Returns the last lines that the system wrote, for a message. */
    String tail() {
        return "the last lines were:\n" + machine.console().subSequence(Math.max(0, machine.console().length() - QUOTED), machine.console().length());
    }

    /** Returns the ticks of a round. */
    long period() {
        return period;
    }

    /** Returns the machine itself. */
    DebuggedMachine machine() {
        return machine;
    }

    /** Lets the machine run until something happens, at most {@code limit} ticks. */
    Event next(long limit) {
        Stop stop = machine.run(limit);
        text = stop.text();
        stopped = stop.breakpoint();
        if (stop.cause() == Cause.ENDED) {
            return Event.CRASH;
        }
        if (stop.cause() == Cause.TIME) {
            return Event.TIME;
        }
        if (stop.breakpoint() == broken) {
            return Event.CRASH;
        }
        if (stop.breakpoint() == death) {
            return Event.DEATH;
        }
        if (stop.breakpoint() == nucleus) {
            return Event.NUCLEUS;
        }
        return stop.breakpoint() == round ? Event.ROUND : Event.WATCHED;
    }

    /** Returns what the system wrote between the last two stops. */
    String text() {
        return text;
    }

    /** From now on {@link Event#NUCLEUS} happens. */
    void awaitNucleus() {
        machine.enable(nucleus);
    }

    /** From now on {@link Event#NUCLEUS} happens no longer. */
    void leaveNucleus() {
        machine.disable(nucleus);
    }

    /** Changes machine code; the machine must be stopped in the nucleus. */
    void patch(long address, byte[] bytes) {
        patcher.write(address, bytes);
    }

    @Override
    public void close() {
        machine.close();
        try {
            Files.deleteIfExists(folder.resolve("scratch.img"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }
}
