package org.bulkhead.isolate.supervision;

import org.bulkhead.isolate.call.HandleInfo;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.BarGrant;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;

/** Makes isolates out of manifests: creates one, grants what the manifest names in the order that {@link Manifest} fixes, and lets it run. For supervisors. */
public final class IsolateMaker {
    /** In the place of a queue's handle: the service was given up. */
    public static final int NO_QUEUE = -1;
    /** In the place of a module's handle: the program is in the image. */
    public static final int NO_MODULE = 0;

    /** Handle of the supervisor itself. */
    private static final int ITSELF = 0;
    private static final int PAGE = 4096;
    /** Pages beyond the heap: 256 of stack, page tables, and the image pages that the isolate writes. */
    private static final int OTHER_PAGES = 2048;
    private static final int HIGHEST_PRIORITY = 7;
    private static final int SYSTEM_PRIORITY = 2;
    private static final int PROGRAM_PRIORITY = 1;
    private static final int BADGE_SHIFT = 32;
    /** The bits of a handle's number that say its place; the others count how often the place has been emptied. */
    private static final int INDEX_MASK = 0xFF;
    /** The region of kept memory that is not the supervisor's own. */
    private static final int KEPT_REGION = 1;

    /** What the maker has to know from the supervisor that uses it. */
    public interface Supervisor {
        /**
         * {@return the supervisor's handle of the queue of a service, or {@link #NO_QUEUE}}
         *
         * @param service name of the service
         */
        int queue(String service);

        /**
         * Ports are granted next.
         *
         * @param ports which
         */
        default void beforeGranting(PortGrant ports) {
            // Most supervisors have nothing to do then.
        }

        /**
         * {@return the program number that stands for the component that a manifest is a version of: its notification bit}
         *
         * @param manifest of the isolate
         */
        default int identity(Manifest manifest) {
            return manifest.program();
        }

        /**
         * {@return the {@link org.bulkhead.isolate.message.Badge} of the component that a manifest is a version of}
         *
         * @param manifest of the isolate
         */
        default int badge(Manifest manifest) {
            return identity(manifest);
        }

        /**
         * {@return the rank that an isolate has in the nucleus}
         *
         * @param manifest of the isolate
         */
        default int rank(Manifest manifest) {
            return manifest.rank().ordinal();
        }

        /**
         * {@return the priority at which an isolate runs, 0 to 7}
         *
         * @param manifest of the isolate
         */
        default int priority(Manifest manifest) {
            return switch (manifest.rank()) {
                case SUPERVISOR, STORE, BUS, DEVICE, SERVICE -> HIGHEST_PRIORITY - manifest.rank().ordinal();
                case SYSTEM -> SYSTEM_PRIORITY;
                // The loader computes for long: that must not keep people from their console.
                case LOADER, PROGRAM -> PROGRAM_PRIORITY;
            };
        }
    }

    /**
     * One life of an isolate.
     *
     * @param manifest what it is and may
     * @param incarnation 0 for the first
     * @param argument passed on to it
     * @param function PCI function that it drives; null if there is none, or the manifest asks for none
     * @param module the supervisor's handle of the sealed module that has its code, or {@link #NO_MODULE}
     */
    public record Life(Manifest manifest, int incarnation, long argument, PciFunction function, int module) {
        /**
         * One life of an isolate whose program is in the image.
         *
         * @param manifest what it is and may
         * @param incarnation 0 for the first
         * @param argument passed on to it
         * @param function PCI function that it drives; null if there is none, or the manifest asks for none
         */
        public Life(Manifest manifest, int incarnation, long argument, PciFunction function) {
            this(manifest, incarnation, argument, function, NO_MODULE);
        }
    }

    private final Supervisor supervisor;
    private final RawBuffer isolateRecord = RawBuffer.allocate(IsolateRecord.SIZE);

    /**
     * Makes the maker of one supervisor.
     *
     * @param supervisor who uses it
     */
    public IsolateMaker(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Makes and starts an isolate; returns its handle. Throws the nucleus's exception if that is refused; then nothing is left of it.
     *
     * @param life which
     * @return its handle
     */
    public int start(Life life) {
        String name = life.manifest.name();
        int isolate = Supervising.createIsolate(fill(life), name);
        try {
            grant(isolate, life.manifest);
            if (life.function != null) {
                grantPci(isolate, life.manifest, life.function);
            }
            Supervising.start(isolate, name);
        } catch (RuntimeException e) {
            Supervising.tryKill(isolate, DeathReason.KILLED);
            Supervising.close(isolate);
            throw e;
        }
        return isolate;
    }

    private RawBuffer fill(Life life) {
        Manifest manifest = life.manifest;
        int heapPages = manifest.heapBytes() / PAGE;
        isolateRecord.putText(IsolateRecord.NAME, manifest.component(), IsolateRecord.NAME_SIZE);
        isolateRecord.putInt(IsolateRecord.PROGRAM, manifest.program());
        isolateRecord.putInt(IsolateRecord.INCARNATION, life.incarnation);
        isolateRecord.putInt(IsolateRecord.RANK, supervisor.rank(manifest));
        isolateRecord.putInt(IsolateRecord.PRIORITY, supervisor.priority(manifest));
        isolateRecord.putInt(IsolateRecord.HEAP_PAGES, heapPages);
        isolateRecord.putInt(IsolateRecord.PAGE_QUOTA, heapPages + OTHER_PAGES);
        isolateRecord.putInt(IsolateRecord.CPU_PERCENT, manifest.cpuPercent());
        isolateRecord.putInt(IsolateRecord.RUN_LIMIT, manifest.runMillis());
        isolateRecord.putInt(IsolateRecord.REQUEST_LIMIT, manifest.requestMillis());
        isolateRecord.putInt(IsolateRecord.DEATH_BIT, supervisor.identity(manifest));
        isolateRecord.putLong(IsolateRecord.ARGUMENT, life.argument);
        isolateRecord.putInt(IsolateRecord.QUEUE_LIMIT, manifest.queuedMillis());
        isolateRecord.putInt(IsolateRecord.MODULE, life.module);
        return isolateRecord;
    }

    /**
     * Grants an isolate what a manifest names, but for a PCI function.
     *
     * @param isolate handle of the isolate
     * @param manifest what it is to get
     */
    public void grant(int isolate, Manifest manifest) {
        grantQueue(isolate, manifest);
        for (String service : manifest.services()) {
            use(isolate, manifest, service);
        }
        for (String service : manifest.sendsTo()) {
            use(isolate, manifest, service);
        }
        grantDevices(isolate, manifest);
        if (manifest.keepsMemory()) {
            expect(manifest, manifest.keptMemoryHandle(), Supervising.grant(isolate, GrantKind.KEPT_MEMORY, KEPT_REGION, 0, "kept memory"));
        }
        if (manifest.updatable()) {
            int handle = Supervising.grant(isolate, GrantKind.NOTIFY_ISOLATE, ITSELF, 1L << supervisor.identity(manifest), "reports");
            expect(manifest, manifest.reportHandle(), handle);
        }
        if (manifest.supervises()) {
            Supervising.grant(isolate, GrantKind.SUPERVISE, 0, 0, manifest.name());
        }
        if (manifest.loadsModules()) {
            Supervising.grant(isolate, GrantKind.LOAD, 0, 0, manifest.name());
        }
    }

    /**
     * Takes from an isolate what only one can have at a time, so that another version gets it: its queue, if it still serves that, and its devices. To be given back by {@link #giveBack}.
     *
     * @param isolate handle of the isolate
     */
    public static void takeAway(int isolate) {
        int place = Nucleus.handleInfo(isolate).object();
        int index = 0;
        for (HandleInfo each = Supervising.handle(place, index); each != null; each = Supervising.handle(place, ++index)) {
            boolean exclusive = switch (each.kind()) {
                case SERVED_QUEUE, INTERRUPT, PORTS, DEVICE_WINDOW, DMA -> true;
                case NONE, ISOLATE, QUEUE, CONNECTION, NOTIFICATION, MODULE, KEPT_MEMORY -> false;
            };
            if (exclusive) {
                Supervising.revoke(isolate, each.number(), each.kind().name());
            }
        }
    }

    /**
     * Gives back to an isolate what {@link #takeAway} took: in the order of the manifest, so that all of it comes to its old places, which are the only free ones before the last.
     *
     * @param isolate handle of the isolate
     * @param life as it was started
     */
    public void giveBack(int isolate, Life life) {
        grantQueue(isolate, life.manifest);
        grantDevices(isolate, life.manifest);
        if (life.function != null) {
            grantPci(isolate, life.manifest, life.function);
        }
    }

    private void grantQueue(int isolate, Manifest manifest) {
        if (manifest.serves()) {
            Supervising.grant(isolate, GrantKind.SERVE_QUEUE, supervisor.queue(manifest.component()), 0, manifest.component());
        }
    }

    private void grantDevices(int isolate, Manifest manifest) {
        for (Integer line : manifest.interrupts()) {
            int handle = Supervising.grant(isolate, GrantKind.INTERRUPT, line, line, "interrupt " + line);
            expect(manifest, manifest.interruptHandle(line), handle);
        }
        for (PortGrant each : manifest.ports()) {
            supervisor.beforeGranting(each);
            Supervising.grant(isolate, GrantKind.PORTS, each.first(), each.count(), "ports " + each.name());
        }
        for (WindowGrant each : manifest.windows()) {
            int handle = Supervising.grant(isolate, GrantKind.DEVICE_WINDOW, each.first(), each.bytes(), "window " + each.name() + " at 0x" + Long.toHexString(each.first()));
            expect(manifest, manifest.windowHandle(each.name()), handle);
        }
    }

    private static void grantPci(int isolate, Manifest manifest, PciFunction function) {
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

    private void use(int isolate, Manifest manifest, String service) {
        int queue = supervisor.queue(service);
        if (queue == NO_QUEUE) {
            // A handle of the isolate itself keeps the places of the others, and is of no use.
            Supervising.grant(isolate, GrantKind.NOTIFY_ISOLATE, isolate, 0, service);
            return;
        }
        expect(manifest, manifest.serviceHandle(service), grantUse(isolate, supervisor.badge(manifest), queue, service));
    }

    /**
     * Lets an isolate call the service behind a queue; returns the index of the handle in its table.
     *
     * @param isolate handle of the isolate
     * @param badge the {@link org.bulkhead.isolate.message.Badge} of the component, by which the server knows its requests
     * @param queue the supervisor's handle of the queue
     * @param service name of the service
     * @return the index of the new handle in the isolate's table
     */
    public static int grantUse(int isolate, int badge, int queue, String service) {
        return Supervising.grant(isolate, GrantKind.USE_QUEUE, queue, Manifest.CREDITS | (long) badge << BADGE_SHIFT, service);
    }

    private static void expect(Manifest manifest, int expected, int handle) {
        int index = handle & INDEX_MASK;
        if (index != expected) {
            Log.line("supervisor: " + manifest.name() + " got handle " + index + " where its manifest counts " + expected);
        }
    }
}
