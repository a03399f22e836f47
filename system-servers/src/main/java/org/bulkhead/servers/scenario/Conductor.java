package org.bulkhead.servers.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Services;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.UsesService;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.Outcome;
import org.bulkhead.isolate.message.ServiceLoop;
import org.bulkhead.isolate.protocol.ComponentStatus;
import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;
import org.bulkhead.isolate.protocol.UpdateResult;
import org.bulkhead.vm.magic.Magic;

/**
 * Plays the plan of a scenario inside the machine, so that a run can be repeated: does to components what the plan says, when it says so, and tells in marked lines what it did.
 *
 * <p>{@code @plan begin ticks=…}, when every program of the boot set has been started; {@code @step number=… ticks=… action=… target=… result=done|refused|unknown …} for each step done;
 * {@code @sample} and {@code @inventory}, see {@link Inventory}; and at the end {@code @component} for each program and {@code @scenario done ticks=…}.
 *
 * <p>Its rank is that of a bus, so that a driver that loops does not keep it from acting.
 */
@Server(name = Conductor.NAME, rank = Rank.BUS, serves = Conductor.Cues.class)
@UsesService(Supervision.SERVICE)
@Limits(heap = "4M", queue = 32)
@Restarts(RestartPolicy.TEMPORARY)
public final class Conductor implements Isolate {
    /** Name of its service. */
    public static final String NAME = "conductor";
    /** Number of different cues: they are numbered from 1 on, up to this excluded. */
    public static final int CUES = 16;

    private static final int TIMER_BIT = 40;
    private static final InjectedFault[] FAULTS = InjectedFault.values();

    /** The protocol that programs send cues by; each operation is a cue, without payload and without reply. */
    public interface Cues {
        /** The sender is where the scenario waits for it to be. */
        void ready();
    }

    private final Supervision supervision;
    private final Manifest[] system;
    private final Plan plan;
    private final LongSupplier ticks;
    private final Inventory inventory;
    private final List<StepState> steps = new ArrayList<>();
    private Watch watch;
    private long began;
    private long nextSample;
    private boolean over;
    private int status;

    /** Plays the plan that the image was built with. */
    public Conductor(Grants grants) {
        this(grants, Plan.decode(grants.configuration()), () -> Magic.timestamp());
    }

    /** Plays another plan, with another time-stamp counter. */
    public Conductor(Grants grants, Plan plan, LongSupplier ticks) {
        this.ticks = ticks;
        this.plan = plan;
        system = grants.system();
        supervision = new Services(grants).connect(Supervision.SERVICE, Supervision.class);
        inventory = new Inventory(supervision, ticks);
        plan.steps().forEach(each -> steps.add(new StepState(each)));
    }

    @Override
    public void run() {
        Nucleus.timer(TIMER_BIT, Nucleus.after(plan.lookNanos()), 0);
        new ServiceLoop(this::cue, bits -> look()).run();
    }

    private Outcome cue(Message message) {
        int cue = message.operation();
        if (cue <= 0 || cue >= CUES) {
            return Outcome.REFUSE;
        }
        if (watch != null) {
            watch.cued(cue);
            whileTheSupervisorLives(this::advance);
        }
        message.begin(0);
        return Outcome.REPLY;
    }

    /** Does what is due, and sets the timer to what is due next. */
    private void look() {
        if (over) {
            // The supervisor died when it was to switch the machine off: its successor is asked.
            whileTheSupervisorLives(() -> supervision.halt(status));
            Nucleus.timer(TIMER_BIT, Nucleus.after(plan.lookNanos()), 0);
            return;
        }
        whileTheSupervisorLives(() -> {
            if (watch == null && isBooted()) {
                begin();
            }
            if (watch != null) {
                watch.look();
                advance();
            }
        });
        if (watch != null) {
            if (plan.sampleNanos() > 0 && Nucleus.now() >= nextSample) {
                nextSample += plan.sampleNanos();
                whileTheSupervisorLives(inventory::printSample);
            }
            if (Nucleus.now() - began > plan.limitNanos()) {
                whileTheSupervisorLives(() -> end("overdue", 1));
            }
        }
        Nucleus.timer(TIMER_BIT, nextLook(), 0);
    }

    /** Returns whether every program of the boot set that can be started has been, and those that serve have begun to. */
    private boolean isBooted() {
        int index = 0;
        for (ComponentStatus each = supervision.status(index); each != null; each = supervision.status(++index)) {
            boolean settled = switch (each.state()) {
                case ALIVE -> each.ready() || !serves(each.name());
                case STOPPED, DOWN, GIVEN_UP -> true;
                case AWAITING_DEVICE, AWAITING_GROUP, AWAITING_DECISION, WAITING -> false;
            };
            if (!settled) {
                return false;
            }
        }
        return true;
    }

    private boolean serves(String name) {
        for (Manifest each : system) {
            if (each.name().equals(name)) {
                return each.serves();
            }
        }
        return false;
    }

    private void begin() {
        inventory.print("begin");
        watch = new Watch(supervision, plan);
        Log.line("@plan begin ticks=" + ticks.getAsLong());
        began = Nucleus.now();
        nextSample = began;
        for (StepState each : steps) {
            if (each.step.trigger() == Step.Trigger.AT) {
                each.triggered(began);
            }
        }
    }

    /** If the supervisor dies meanwhile, the next look meets its successor. */
    private static void whileTheSupervisorLives(Runnable action) {
        try {
            action.run();
        } catch (NucleusException e) {
            Log.line("conductor: " + e.getMessage());
        }
    }

    /** Returns when there is something to be done: at the latest after the time between two looks, since conditions come true by themselves. */
    private long nextLook() {
        long next = Nucleus.after(plan.lookNanos());
        for (StepState each : steps) {
            next = Math.min(next, each.due());
        }
        return watch != null && plan.sampleNanos() > 0 ? Math.min(next, nextSample) : next;
    }

    /** Does every step that can be done now, in the order of the plan; what one makes possible is done at once. */
    private void advance() {
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < steps.size(); i++) {
                again |= advance(steps.get(i), i == 0 ? null : steps.get(i - 1));
            }
        }
    }

    /** Returns whether the step has changed its phase or been done. */
    private boolean advance(StepState state, StepState before) {
        Step step = state.step;
        return switch (state.phase()) {
            case DONE -> false;
            case WAITING -> {
                if (!isTriggered(step, before)) {
                    yield false;
                }
                state.triggered(Nucleus.now());
                yield true;
            }
            case DUE -> {
                if (!step.until().isEmpty() && watch.hold(step.until())) {
                    state.finish();
                    yield true;
                }
                if (Nucleus.now() < state.due()) {
                    yield false;
                }
                perform(step);
                state.performed();
                yield true;
            }
        };
    }

    private boolean isTriggered(Step step, StepState before) {
        return switch (step.trigger()) {
            case AT -> false;
            case AFTER -> before == null || before.phase() == StepState.Phase.DONE;
            case WHEN -> (before == null || before.isBegun() || before.phase() == StepState.Phase.DONE) && watch.hold(step.conditions());
        };
    }

    private void perform(Step step) {
        String line = "@step number=" + step.number() + " ticks=" + ticks.getAsLong() + " action=" + step.action().name() + (step.target().isEmpty() ? "" : " target=" + step.target());
        try {
            Log.line(line + " result=done" + act(step));
        } catch (SupervisionException e) {
            Log.line(line + " result=refused why=" + word(e.getMessage()));
        } catch (NucleusException e) {
            // The supervisor has died in the middle of it: whether it was done is for the scenario to see.
            Log.line(line + " result=unknown why=" + word(e.getMessage()));
        }
    }

    /** Does what the step says; returns what the line about it says besides. */
    private String act(Step step) throws SupervisionException {
        switch (step.action()) {
            case WAIT -> { }
            case UPDATE -> {
                UpdateResult result = supervision.update(step.target(), step.text());
                return " from=" + result.from() + " to=" + result.to() + " restNanos=" + result.restNanos() + " changeNanos=" + result.changeNanos();
            }
            case REFRESH -> supervision.refresh(step.target());
            case INJECT -> supervision.inject(step.target(), FAULTS[(int) step.argument()]);
            case COMPLAIN -> supervision.complain(step.target(), step.text());
            case START -> supervision.start(step.target(), step.argument());
            case KILL -> supervision.kill(step.target());
            case RESTART -> supervision.restart(step.target());
            case DOWN -> supervision.down(step.target());
            case INVENTORY -> inventory.print(step.text());
            case HOST -> Log.line("@host step=" + step.number());
            case END -> end("done", 0);
        }
        return "";
    }

    /** Tells what is left and switches the machine off. */
    private void end(String how, int exitStatus) {
        whileTheSupervisorLives(() -> {
            if (plan.sampleNanos() > 0) {
                inventory.printSample();
            }
            inventory.print("end");
            inventory.printComponents();
        });
        Log.line("@scenario " + how + " ticks=" + ticks.getAsLong());
        over = true;
        status = exitStatus;
        supervision.halt(status);
    }

    /** A value of a marked line has no blanks. */
    private static String word(String text) {
        return text.replace(' ', '~');
    }
}
