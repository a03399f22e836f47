package org.bulkhead.isolate.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.supervision.IsolateMaker;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;

/**
 * Isolate 0 of the testkit's machine: makes, restarts and kills the others on the test's orders, by the system calls of a supervisor.
 *
 * <p>An order reaches it by an interrupt of a line that no device of a PC has, so it is carried out at once, whoever runs.
 */
final class KitSupervisor implements IsolateMaker.Supervisor {
    /** That of the coprocessor's errors, unused since processors report them by themselves. */
    static final int DOORBELL = 13;
    /** Most isolates: each has a notification bit for its death, one is the doorbell's. */
    static final int COMPONENTS = 63;

    private static final int DOORBELL_BIT = 63;
    private static final int ITSELF = 0;

    private final List<Component> components = new ArrayList<>();
    private final Deque<Runnable> orders = new ArrayDeque<>();
    private final List<PciFunction> functions = new ArrayList<>();
    /** Made by the isolate itself, in its memory. */
    private IsolateMaker maker;

    List<Component> components() {
        return components;
    }

    /** Returns the PCI functions that the machine has. */
    List<PciFunction> functions() {
        return functions;
    }

    /** Has {@code order} carried out when the doorbell rings. */
    void add(Runnable order) {
        orders.add(order);
    }

    /** The isolate's life. */
    void run() {
        maker = new IsolateMaker(this);
        int doorbell = Supervising.grant(ITSELF, GrantKind.INTERRUPT, DOORBELL, DOORBELL_BIT, "the testkit's doorbell");
        launch(components.get(IsolateTestkit.TEST_PROGRAM));
        while (true) {
            long bits = Notifications.await(-1, Nucleus.FOREVER);
            if ((bits >>> DOORBELL_BIT & 1) != 0) {
                Nucleus.interruptDone(doorbell);
                while (!orders.isEmpty()) {
                    orders.remove().run();
                }
            }
            for (Component each : List.copyOf(components)) {
                if ((bits >>> each.manifest.program() & 1) != 0 && each.manifest.program() != ITSELF) {
                    succeed(each);
                }
            }
        }
    }

    /** The isolate is ready, which nobody wants to know, or it has died. */
    private void succeed(Component component) {
        if (component.isolate == Component.NONE || !Nucleus.handleInfo(component.isolate).gone()) {
            return;
        }
        Supervising.close(component.isolate);
        component.isolate = Component.NONE;
        component.incarnation++;
        if (component.afterDeath == Component.AfterDeath.RESTART && component.restarts()) {
            launch(component);
        }
    }

    /** Makes the queue of a component that serves one, if there is none. */
    void open(Component component) {
        if (component.manifest.serves() && component.queue == Component.NONE && !component.givenUp) {
            component.queue = Supervising.createQueue(component.manifest.queueSlots(), component.manifest.rank().ordinal(), component.name());
        }
    }

    /** Starts the next incarnation of a component. */
    void launch(Component component) {
        open(component);
        component.isolate = maker.start(new IsolateMaker.Life(component.manifest, component.incarnation, component.argument, function(component.manifest)));
    }

    /** Returns the first PCI function that a manifest's claim fits, null if it has none or does without. */
    private PciFunction function(Manifest manifest) {
        PciClaim claim = manifest.pci();
        if (claim == null) {
            return null;
        }
        Optional<PciFunction> found = functions.stream().filter(each -> claim.matches(each.vendor(), each.device(), each.classCode())).findFirst();
        if (found.isEmpty() && !claim.optional()) {
            throw new IllegalArgumentException("the machine has no PCI function " + claim.wanted() + " for " + manifest.name() + ": add it first");
        }
        return found.orElse(null);
    }

    /** Gives a component what a manifest names that is not its own. */
    void grant(Component component, Manifest manifest) {
        maker.grant(component.isolate, manifest);
    }

    /** Lets a component call a service; returns the index of the handle in its table. */
    int use(Component component, Component service) {
        return IsolateMaker.grantUse(component.isolate, component.manifest.program(), queue(service.name()), service.name());
    }

    @Override
    public int queue(String service) {
        Component component = named(service);
        open(component);
        return component.queue;
    }

    /** Whatever serves, the test may call it. */
    @Override
    public int rank(Manifest manifest) {
        return manifest.rank().ordinal() + (isTest(manifest) ? 1 : 0);
    }

    /** Whenever the test calls anything, everybody else runs first. */
    @Override
    public int priority(Manifest manifest) {
        return isTest(manifest) ? 0 : IsolateMaker.Supervisor.super.priority(manifest);
    }

    private static boolean isTest(Manifest manifest) {
        return manifest.program() == IsolateTestkit.TEST_PROGRAM;
    }

    /** Returns the component of that name. Throws IllegalArgumentException if there is none. */
    Component named(String name) {
        return components.stream().filter(each -> each.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no isolate is named " + name + ": start it first"));
    }

    /** Kills a component that lives. */
    void kill(Component component, DeathReason reason) {
        if (component.isolate == Component.NONE) {
            throw new IllegalStateException(component.name() + " is not alive");
        }
        component.expectedDeaths++;
        Nucleus.check(Supervising.tryKill(component.isolate, reason), component.name());
    }

    /** Gives up a component's service: its queue is closed. */
    void giveUp(Component component) {
        component.afterDeath = Component.AfterDeath.STAY_DEAD;
        component.givenUp = true;
        Supervising.close(component.queue);
        component.queue = Component.NONE;
    }
}
