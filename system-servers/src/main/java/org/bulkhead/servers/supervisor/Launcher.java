package org.bulkhead.servers.supervisor;

import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;

/** Makes isolates out of manifests: creates one, grants what the manifest names in the order that {@link Manifest} fixes, and lets it run. */
final class Launcher {
    private static final int PAGE = 4096;
    /** Pages beyond the heap: 256 of stack, page tables, and the image pages that the isolate writes. */
    private static final int OTHER_PAGES = 2048;
    private static final int HIGHEST_PRIORITY = 7;
    private static final int BADGE_SHIFT = 32;

    private final Roster roster;
    private final SerialHandover handover;
    private final RawBuffer isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);

    Launcher(Roster roster, SerialHandover handover) {
        this.roster = roster;
        this.handover = handover;
    }

    /** Starts the next incarnation of a component. Throws the nucleus's exception if that is refused; then nothing is left of it. */
    void launch(Component component) {
        Manifest manifest = component.manifest;
        int isolate = Supervising.createIsolate(fill(component), manifest.name());
        try {
            grant(component, isolate);
            if (component.function != null) {
                grantPci(manifest, component.function, isolate);
            }
            component.startedAt = Nucleus.now();
            Supervising.start(isolate, manifest.name());
        } catch (RuntimeException e) {
            Supervising.tryKill(isolate, DeathReason.KILLED);
            Supervising.close(isolate);
            throw e;
        }
        component.isolate = isolate;
        component.state = ComponentInfo.State.ALIVE;
    }

    private RawBuffer fill(Component component) {
        Manifest manifest = component.manifest;
        int heapPages = manifest.heapBytes() / PAGE;
        isolateRecord.putText(IsolateRecord.NAME, manifest.name(), IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, manifest.program());
        isolateRecord.putInt(IsolateRecord.INCARNATION, component.incarnation);
        isolateRecord.putInt(IsolateRecord.RANK, manifest.rank().ordinal());
        isolateRecord.putInt(IsolateRecord.PRIORITY, HIGHEST_PRIORITY - manifest.rank().ordinal());
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, heapPages);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, heapPages + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, manifest.cpuPercent());
        isolateRecord.putInt(IsolateRecord.RUN_LIMIT, manifest.runMillis());
        isolateRecord.putInt(IsolateRecord.REQUEST_LIMIT, manifest.requestMillis());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, component.deathBit());
        isolateRecord.putLong(IsolateRecord.ARGUMENT, component.argument);
        return isolateRecord;
    }

    private void grant(Component component, int isolate) {
        Manifest manifest = component.manifest;
        if (manifest.serves()) {
            Supervising.grant(isolate, GrantKind.SERVE_QUEUE, component.queue, 0, manifest.name());
        }
        for (String service : manifest.services()) {
            use(manifest, isolate, service);
        }
        for (String service : manifest.sendsTo()) {
            use(manifest, isolate, service);
        }
        for (Integer line : manifest.interrupts()) {
            int handle = Supervising.grant(isolate, GrantKind.INTERRUPT, line, line, "interrupt " + line);
            expect(manifest, manifest.interruptHandle(line), handle);
        }
        for (PortGrant each : manifest.ports()) {
            handover.beforeGranting(each);
            Supervising.grant(isolate, GrantKind.PORTS, each.first(), each.count(), "ports " + each.name());
        }
        for (WindowGrant each : manifest.windows()) {
            int handle = Supervising.grant(isolate, GrantKind.DEVICE_WINDOW, each.first(), each.bytes(), "window " + each.name() + " at 0x" + Long.toHexString(each.first()));
            expect(manifest, manifest.windowHandle(each.name()), handle);
        }
        if (manifest.supervises()) {
            Supervising.grant(isolate, GrantKind.SUPERVISE, 0, 0, manifest.name());
        }
    }

    private void grantPci(Manifest manifest, PciFunction function, int isolate) {
        int handle = manifest.firstPciHandle();
        if (manifest.pci().interrupt()) {
            int line = function.interruptLine();
            expect(manifest, handle++, Supervising.grant(isolate, GrantKind.INTERRUPT, line, line, "interrupt " + line));
        }
        for (BarGrant each : manifest.pci().bars()) {
            long base = function.base(each.bar()) + each.offset();
            int kind = switch (each.kind()) {
                case PORTS -> GrantKind.PORTS;
                case MEMORY -> GrantKind.DEVICE_WINDOW;
                case DMA -> GrantKind.DMA;
            };
            expect(manifest, handle++, Supervising.grant(isolate, kind, base, each.bytes(), each.name() + " at 0x" + Long.toHexString(base)));
        }
    }

    private void use(Manifest manifest, int isolate, String service) {
        int queue = roster.named(service).queue;
        if (queue == Component.NONE) {
            // The service was given up. A handle of the isolate itself keeps the places of the others, and is of no use.
            Supervising.grant(isolate, GrantKind.NOTIFY_ISOLATE, isolate, 0, service);
            return;
        }
        int handle = Supervising.grant(isolate, GrantKind.USE_QUEUE, queue, Manifest.CREDITS | (long) manifest.program() << BADGE_SHIFT, service);
        expect(manifest, manifest.serviceHandle(service), handle);
    }

    private static void expect(Manifest manifest, int expected, int handle) {
        if (handle != expected) {
            Log.line("supervisor: " + manifest.name() + " got handle " + handle + " where its manifest counts " + expected);
        }
    }
}
