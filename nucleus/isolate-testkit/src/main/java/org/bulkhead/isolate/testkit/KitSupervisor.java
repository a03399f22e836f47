package org.bulkhead.isolate.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;

/**
 * Isolate 0 of the testkit's machine: makes, restarts and kills the others on the test's orders, by the system calls of a supervisor.
 *
 * <p>An order reaches it by an interrupt of a line that no device of a PC has, so it is carried out at once, whoever runs.
 */
final class KitSupervisor {
    /** That of the coprocessor's errors, unused since processors report them by themselves. */
    static final int DOORBELL = 13;
    /** Most isolates: each has a notification bit for its death, one is the doorbell's. */
    static final int COMPONENTS = 63;

    private static final int DOORBELL_BIT = 63;
    private static final int ITSELF = 0;
    private static final int PAGE = 4096;
    private static final int OTHER_PAGES = 2048;
    private static final int HIGHEST_PRIORITY = 7;
    private static final int BADGE_SHIFT = 32;

    private final List<Component> components = new ArrayList<>();
    private final Deque<Runnable> orders = new ArrayDeque<>();
    private final List<PciFunction> functions = new ArrayList<>();
    private RawBuffer isolateRecord;

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
        isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);
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

    private void succeed(Component component) {
        if (component.isolate == Component.NONE) {
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
        if (component.manifest.serves() && component.queue == Component.NONE) {
            component.queue = Supervising.createQueue(component.manifest.queueSlots(), component.manifest.rank().ordinal(), component.name());
        }
    }

    /** Starts the next incarnation of a component. */
    void launch(Component component) {
        open(component);
        int isolate = Supervising.createIsolate(fill(component), component.name());
        component.isolate = isolate;
        grant(component, component.manifest);
        Supervising.start(isolate, component.name());
    }

    private RawBuffer fill(Component component) {
        Manifest manifest = component.manifest;
        int heapPages = manifest.heapBytes() / PAGE;
        isolateRecord.putText(IsolateRecord.NAME, manifest.name(), IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, manifest.program());
        isolateRecord.putInt(IsolateRecord.INCARNATION, component.incarnation);
        boolean isTest = manifest.program() == IsolateTestkit.TEST_PROGRAM;
        isolateRecord.putInt(IsolateRecord.RANK, manifest.rank().ordinal() + (isTest ? 1 : 0));
        isolateRecord.putInt(IsolateRecord.PRIORITY, isTest ? 0 : HIGHEST_PRIORITY - manifest.rank().ordinal());
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, heapPages);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, heapPages + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, manifest.cpuPercent());
        isolateRecord.putInt(IsolateRecord.RUN_LIMIT, manifest.runMillis());
        isolateRecord.putInt(IsolateRecord.REQUEST_LIMIT, manifest.requestMillis());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, manifest.program());
        isolateRecord.putLong(IsolateRecord.ARGUMENT, component.argument);
        return isolateRecord;
    }

    /** Gives a component what a manifest names, in the order that {@link Manifest} fixes. */
    void grant(Component component, Manifest manifest) {
        int isolate = component.isolate;
        if (manifest.serves()) {
            Supervising.grant(isolate, GrantKind.SERVE_QUEUE, component.queue, 0, manifest.name());
        }
        for (String service : manifest.services()) {
            use(component, named(service));
        }
        for (String service : manifest.sendsTo()) {
            use(component, named(service));
        }
        for (Integer line : manifest.interrupts()) {
            Supervising.grant(isolate, GrantKind.INTERRUPT, line, line, "interrupt " + line);
        }
        for (PortGrant each : manifest.ports()) {
            Supervising.grant(isolate, GrantKind.PORTS, each.first(), each.count(), "ports " + each.name());
        }
        for (WindowGrant each : manifest.windows()) {
            Supervising.grant(isolate, GrantKind.DEVICE_WINDOW, each.first(), each.bytes(), "window " + each.name());
        }
        if (manifest.supervises()) {
            Supervising.grant(isolate, GrantKind.SUPERVISE, 0, 0, manifest.name());
        }
        if (manifest.pci() != null) {
            grantPci(isolate, manifest);
        }
    }

    private void grantPci(int isolate, Manifest manifest) {
        PciClaim claim = manifest.pci();
        Optional<PciFunction> found = functions.stream().filter(each -> claim.matches(each.vendor(), each.device(), each.classCode())).findFirst();
        if (found.isEmpty()) {
            if (!claim.optional()) {
                throw new IllegalArgumentException("the machine has no PCI function " + claim.wanted() + " for " + manifest.name() + ": add it first");
            }
            return;
        }
        PciFunction function = found.get();
        if (claim.interrupt()) {
            Supervising.grant(isolate, GrantKind.INTERRUPT, function.interruptLine(), function.interruptLine(), "interrupt of " + function.place());
        }
        for (BarGrant each : claim.bars()) {
            int kind = switch (each.kind()) {
                case PORTS -> GrantKind.PORTS;
                case MEMORY -> GrantKind.DEVICE_WINDOW;
                case DMA -> GrantKind.DMA;
            };
            Supervising.grant(isolate, kind, function.base(each.bar()) + each.offset(), each.bytes(), each.name());
        }
    }

    /** Lets a component call a service; returns the index of the handle in its table. */
    int use(Component component, Component service) {
        open(service);
        return Supervising.grant(component.isolate, GrantKind.USE_QUEUE, service.queue, Manifest.CREDITS | (long) component.manifest.program() << BADGE_SHIFT, service.name());
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
        Supervising.close(component.queue);
        component.queue = Component.NONE;
    }
}
