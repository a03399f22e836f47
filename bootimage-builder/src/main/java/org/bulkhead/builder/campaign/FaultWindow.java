package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.campaign.CampaignMachine.Event;
import org.bulkhead.builder.emulator.DebuggedMachine;

/**
 * One fault from its injection to its verdict.
 *
 * <ol>
 * <li>At a random moment within a round the fault is put in place: code is changed, or a watch is set for the moment when the driver executes some instruction, and there memory, a register or an answer
 * is changed.
 * <li>Until the verdict the machine runs from stop to stop. Changed code is put back when an isolate dies (its successor gets sound code, as from a file), or when two rounds have passed.
 * <li>A fault that was not reached in a whole round, or was reached and followed by a whole clean round, is masked. One that did something is over with the next round that is clean from beginning to end.
 * </ol>
 */
final class FaultWindow {
    /** Longest time to the verdict. A service that is not back by then is lost. */
    private static final long LIMIT = 400_000_000L;
    /** Rounds with errors after which changed code is put back though nobody died. */
    private static final int FAULTY_ROUNDS = 2;
    /** A refused system call is one of the first so many that the driver makes. */
    private static final int CALLS = 6;
    private static final Pattern DEATH = Pattern.compile("(?m)^nucleus: (\\S+) incarnation \\d+ died: (\\w+)");

    private final CampaignMachine system;
    private final DebuggedMachine machine;
    private final Injector injector;
    private final Fault fault;
    private final SplittableRandom random;
    private final Mutation mutation;
    private final long trigger;

    private final List<Integer> watches = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Injection injection = Injection.NONE;
    private boolean changed;
    private boolean reached;
    private long driverSpace;
    private int skipped;
    private int deathsSeen;
    private LoadCounts counts = LoadCounts.NONE;

    /**
     * @param system at the beginning of a round
     * @param code of the driver
     * @param visited instructions of the driver that are executed in each round or so
     */
    FaultWindow(CampaignMachine system, Injector injector, Fault fault, DriverCode code, List<Instruction> visited) {
        this.system = system;
        this.machine = system.machine();
        this.injector = injector;
        this.fault = fault;
        this.random = fault.random();
        this.mutation = fault.kind().changesCode() ? code.mutation(fault.kind(), random) : null;
        this.trigger = mutation != null ? mutation.instruction().address() : visited.get(random.nextInt(visited.size())).address();
        this.skipped = fault.kind() == FaultClass.RESOURCE ? random.nextInt(CALLS) : 0;
    }

    /** Puts the fault in place and waits for the verdict. Unless that ends the boot, the machine is at the beginning of a round again, and as it was but for what the fault has left behind. */
    FaultResult run(long boot, int machineNumber) {
        long begin = machine.ticks();
        Outcome outcome = arm() ? watch() : Outcome.NUCLEUS_CRASH;
        long ticks = machine.ticks() - begin;
        return new FaultResult(fault.id(), boot, machineNumber, fault.driver(), fault.kind(), begin, injection.place(), injection.before(), injection.after(), reached, outcome, deaths(), counts.errors(),
            counts.detected(), ticks);
    }

    /** Returns what the system wrote since the injection. */
    String log() {
        return text.toString();
    }

    private Event next(long limit) {
        Event event = system.next(limit);
        text.append(system.text());
        return event;
    }

    private boolean arm() {
        long end = machine.ticks() + random.nextLong(system.period());
        Event event;
        do {
            event = next(Math.max(1, end - machine.ticks()));
        } while (event != Event.TIME && event != Event.CRASH && machine.ticks() < end);
        if (event == Event.CRASH) {
            return false;
        }
        if (mutation != null) {
            if (!change(mutation.bytes())) {
                return false;
            }
            changed = true;
            Instruction instruction = mutation.instruction();
            injection = new Injection(Injection.hex(instruction.address()) + " " + instruction.text(), Injection.hex(instruction.bytes()), Injection.hex(mutation.bytes()));
        }
        watches.add(machine.breakAt(trigger));
        return true;
    }

    /** Runs to the nucleus, if the machine is not there, and changes the code. Returns whether the machine still runs. */
    private boolean change(byte[] bytes) {
        if (!machine.inNucleus()) {
            system.awaitNucleus();
            Event event;
            do {
                event = next(LIMIT);
                deathsSeen += event == Event.DEATH ? 1 : 0;
            } while (event != Event.NUCLEUS && event != Event.CRASH && !machine.inNucleus());
            system.leaveNucleus();
            if (event == Event.CRASH) {
                return false;
            }
        }
        system.patch(mutation.instruction().address(), bytes);
        return true;
    }

    private Outcome watch() {
        long deadline = machine.ticks() + LIMIT;
        // The round in which the fault was put in place is not a whole one.
        boolean whole = false;
        boolean reachedBefore = false;
        int roundsWithErrors = 0;
        int roundText = text.length();
        int deathsBefore = 0;
        while (true) {
            switch (next(Math.max(1, deadline - machine.ticks()))) {
                case CRASH -> {
                    return Outcome.NUCLEUS_CRASH;
                }
                case TIME -> {
                    return Outcome.SERVICE_LOST;
                }
                case NUCLEUS -> { }
                case WATCHED -> watched();
                case DEATH -> {
                    deathsSeen++;
                    if (changed && !restore()) {
                        return Outcome.NUCLEUS_CRASH;
                    }
                }
                case ROUND -> {
                    LoadCounts round = LoadCounts.in(text.substring(roundText));
                    roundText = text.length();
                    counts = counts.plus(round);
                    if (round.isSilentlyWrong()) {
                        return Outcome.SILENT_CORRUPTION;
                    }
                    boolean noticed = deathsSeen > 0 || counts.errors() > 0 || counts.detected() > 0;
                    boolean quiet = round.isClean() && deathsSeen == deathsBefore;
                    boolean over = whole && quiet && (noticed ? !changed : reachedBefore == reached);
                    if (over) {
                        return end(noticed);
                    }
                    roundsWithErrors += round.isClean() ? 0 : 1;
                    if (changed && noticed && (roundsWithErrors >= FAULTY_ROUNDS || quiet) && !restore()) {
                        return Outcome.NUCLEUS_CRASH;
                    }
                    whole = true;
                    reachedBefore = reached;
                    deathsBefore = deathsSeen;
                }
            }
        }
    }

    private boolean restore() {
        changed = false;
        return change(mutation.instruction().bytes());
    }

    /** Takes away what is left of the fault and leads the machine to the beginning of a round. */
    private Outcome end(boolean noticed) {
        forget();
        if (changed && !restore()) {
            return Outcome.NUCLEUS_CRASH;
        }
        if (!noticed) {
            return Outcome.MASKED;
        }
        return counts.errors() > 0 || counts.detected() > 0 ? Outcome.RECOVERED_WITH_ERROR : Outcome.RECOVERED_UNSEEN;
    }

    /** The driver is at the place that was waited for. */
    private void watched() {
        if (mutation != null) {
            reached = true;
            forget();
            return;
        }
        if (driverSpace == 0) {
            driverSpace = machine.addressSpace();
            forget();
            List<Long> places = injector.places(fault.kind());
            if (!places.isEmpty()) {
                places.forEach(each -> watches.add(machine.breakAt(each)));
                return;
            }
        } else if (machine.addressSpace() != driverSpace || skipped-- > 0) {
            return;
        }
        Injection injected = injector.inject(fault.kind(), machine, random);
        if (injected != null) {
            forget();
            injection = injected;
            reached = injection != Injection.NONE;
        }
    }

    private void forget() {
        watches.forEach(machine::delete);
        watches.clear();
    }

    private List<String> deaths() {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = DEATH.matcher(text); matcher.find();) {
            found.add(matcher.group(1) + ":" + matcher.group(2));
        }
        return found;
    }
}
