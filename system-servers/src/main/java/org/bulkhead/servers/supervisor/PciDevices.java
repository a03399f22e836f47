package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.protocol.PciBus;
import org.bulkhead.isolate.protocol.PciFunction;

/**
 * Which component drives which PCI function: what the PCI server found, and who asks for it in its manifest. A component keeps its function for good, so restarting it, or the PCI
 * server, changes nothing.
 */
final class PciDevices {
    /** What the manifest's claim to a PCI function means for a component that is to be started. */
    enum Readiness {
        /** It asks for none, has it, or does without. */
        READY,
        /** Nobody knows yet. */
        AWAITED,
        /** There is none for it. */
        ABSENT
    }

    /** A PCI server that has not reported everything by then is as good as dead. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    /** Most functions that are known. */
    static final int FUNCTION_LIMIT = 64;
    private static final int LINES = 16;

    private final Roster roster;
    private final Ledger ledger;
    private final List<PciFunction> found = new ArrayList<>();
    private boolean complete;
    private long deadline;

    PciDevices(Roster roster, Ledger ledger) {
        this.roster = roster;
        this.ledger = ledger;
    }

    /** Takes over a function that was reported to an earlier supervisor. */
    void restore(PciFunction function) {
        found.add(function);
    }

    /** Begins to wait for the PCI server, if the image has one and it has not reported everything already. */
    void begin() {
        complete = server() == null || ledger.devicesComplete();
        deadline = Nucleus.after(PATIENCE_NANOS);
    }

    /** Returns the PCI server, or null. */
    Component server() {
        return roster.named(PciBus.SERVICE);
    }

    /** Returns when to stop waiting for the PCI server; {@link Nucleus#FOREVER} if that has happened. */
    long deadline() {
        return complete ? Nucleus.FOREVER : deadline;
    }

    Readiness readiness(Component component) {
        PciClaim claim = component.manifest().pci();
        if (claim == null || component.function != null) {
            return Readiness.READY;
        }
        if (!complete) {
            return Readiness.AWAITED;
        }
        return claim.optional() ? Readiness.READY : Readiness.ABSENT;
    }

    /** Returns why a component has no function, for a message. */
    String whyAbsent(Component component) {
        for (PciFunction each : found) {
            if (matches(component, each)) {
                Component driver = driver(each);
                return "the PCI function " + each.numbers() + " at " + each.place() + (driver == null ? " does not suit it" : " belongs to " + driver.name());
            }
        }
        return "the machine has no PCI function " + component.manifest().pci().wanted();
    }

    /** Returns whether it is known which functions there are. */
    boolean isComplete() {
        return complete;
    }

    /** Says that nothing more will be found. */
    void complete() {
        complete = true;
        ledger.writeDevicesComplete();
    }

    /** Returns what was first reported of the function at an address, or null. */
    PciFunction at(int address) {
        for (PciFunction each : found) {
            if (each.address() == address) {
                return each;
            }
        }
        return null;
    }

    /** Returns the function that was reported as number {@code index}, from 0 on, or null beyond the last. */
    PciFunction found(int index) {
        return index >= 0 && index < found.size() ? found.get(index) : null;
    }

    /** Notes a function; returns the component that drives it, or null. */
    Component report(PciFunction function) {
        PciFunction known = at(function.address());
        if (known != null) {
            return driver(known);
        }
        if (found.size() == FUNCTION_LIMIT) {
            return null;
        }
        ledger.write(found.size(), function);
        found.add(function);
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
            if (each.function == null && matches(each, function)) {
                String obstacle = obstacle(each, function);
                if (obstacle == null) {
                    each.function = function;
                    ledger.write(each);
                    return each;
                }
                Log.line("supervisor: " + each.name() + " does not get the PCI function " + function.numbers() + " at " + function.place() + ": " + obstacle);
            }
        }
        return null;
    }

    /** Finds a function for a component that has come after they were reported, if it asks for one. */
    void assign(Component late) {
        for (PciFunction each : found) {
            if (late.function == null && matches(late, each) && driver(each) == null && obstacle(late, each) == null) {
                late.function = each;
            }
        }
    }

    private static boolean matches(Component component, PciFunction function) {
        PciClaim claim = component.manifest().pci();
        return claim != null && claim.matches(function.vendor(), function.device(), function.classCode());
    }

    /** Returns the component that drives a function, or null. */
    Component driver(PciFunction function) {
        for (int i = 0; i < roster.size(); i++) {
            if (function != null && roster.get(i).function == function) {
                return roster.get(i);
            }
        }
        return null;
    }

    /** Returns what a component asks for and the function does not have, or null. */
    private String obstacle(Component component, PciFunction function) {
        PciClaim claim = component.manifest().pci();
        if (claim.interrupt() && function.interruptLine() >= LINES) {
            return "it has no interrupt line";
        }
        for (BarGrant each : claim.bars()) {
            boolean rightKind = switch (each.kind()) {
                case PORTS, DMA -> function.hasPorts(each.bar());
                case MEMORY -> function.hasMemory(each.bar());
            };
            if (!rightKind || function.base(each.bar()) == 0 || each.offset() + each.extent() > function.sizes()[each.bar()]) {
                return "behind base address register " + each.bar() + " there is not what " + each.name() + " needs";
            }
            String owner = each.kind().usesPorts() ? ownerOfPorts(function.base(each.bar()) + each.offset(), each.extent()) : null;
            if (owner != null) {
                return "its ports belong to " + owner;
            }
        }
        return null;
    }

    /** A function's ports are set by firmware, or by a PCI server gone wrong; either way they take nothing from those whose manifests name ports. */
    private String ownerOfPorts(long first, int count) {
        for (int i = 0; i < roster.size(); i++) {
            for (PortGrant each : roster.get(i).manifest().ports()) {
                if (first < each.first() + each.count() && each.first() < first + count) {
                    return roster.get(i).name();
                }
            }
        }
        return null;
    }
}
