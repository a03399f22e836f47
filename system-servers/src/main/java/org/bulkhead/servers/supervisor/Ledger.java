package org.bulkhead.servers.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.ManifestCodec;
import org.bulkhead.isolate.manifest.ManifestFormatException;
import org.bulkhead.isolate.message.Badge;
import org.bulkhead.isolate.protocol.ComponentInfo;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionEvent;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.DeathReason;

/**
 * What the next supervisor has to know and the nucleus does not, in memory that the nucleus keeps.
 *
 * <pre>
 * 0x00000 head: which deaths have been dealt with, where the log was handed over, whether all PCI functions are known
 * 0x01000 components, by program number: 31 records
 * 0x11000 PCI functions, in the order in which they were reported: 64 records
 * 0x15000 events: 32, by their number
 * 0x16000 installed programs, by program number: 31 records
 * </pre>
 * Head, components, functions and installed programs are {@link TwinRecord}s: one copy of each is always whole. An event is written once, with a checksum; one that does not fit it is forgotten. Each is written by
 * itself when it changes, so that a restart writes a few hundred bytes.
 */
final class Ledger {
    /** What the memory holds. */
    enum Condition {
        /** Nothing: this is the first supervisor since boot. */
        BLANK,
        WHOLE,
        /** Some record has no whole copy. */
        BROKEN
    }

    /** Bytes of memory that it takes. */
    static final int SIZE = (int) AddressSpaceLayout.KEPT_SIZE;

    private static final long MAGIC = 0x3165_6764_654C_4842L;
    private static final int HEAD_COPY = 128;
    private static final int COMPONENTS = 0x1000;
    private static final int COMPONENT_COPY = 1024;
    private static final int FUNCTIONS = 0x1_1000;
    private static final int FUNCTION_COPY = 128;
    private static final int EVENTS = 0x1_5000;
    private static final int EVENT_SIZE = 128;
    private static final int INSTALLED = 0x1_6000;
    private static final int INSTALLED_COPY = Supervision.MANIFEST_LIMIT + 128;
    private static final int SOURCE_SIZE = Loader.PATH_LIMIT + 1;
    private static final int NAME_SIZE = Loader.NAME_LIMIT + 1;
    private static final int END = INSTALLED + Manifest.PROGRAM_LIMIT * 2 * INSTALLED_COPY;
    /** Bytes of an event that its checksum is about. */
    private static final int EVENT_CONTENT = EVENT_SIZE - Long.BYTES;
    private static final int NOTHING = -1;
    private static final ComponentInfo.State[] STATES = ComponentInfo.State.values();
    private static final Component.Request[] REQUESTS = Component.Request.values();
    private static final Component.Rung[] RUNGS = Component.Rung.values();
    private static final DeathReason[] REASONS = DeathReason.values();
    private static final SupervisionEvent.Kind[] KINDS = SupervisionEvent.Kind.values();

    private final Roster roster;
    private final Cursor cursor;
    private final RawBuffer memory;
    private final TwinRecord head;
    private final TwinRecord[] components = new TwinRecord[Manifest.PROGRAM_LIMIT];
    private final TwinRecord[] installed = new TwinRecord[Manifest.PROGRAM_LIMIT];
    private final TwinRecord[] functions = new TwinRecord[PciDevices.FUNCTION_LIMIT];
    private long nextDeath;
    private long unannounced;
    private long logOffset;
    private boolean devicesComplete;
    private int installations;

    /** Makes the ledger of the components of {@code roster} in {@code memory}, which has {@link #SIZE} bytes. */
    Ledger(Roster roster, RawBuffer memory) {
        this.roster = roster;
        this.memory = memory;
        cursor = new Cursor(memory);
        head = new TwinRecord(memory, 0, HEAD_COPY);
        for (int i = 0; i < components.length; i++) {
            components[i] = new TwinRecord(memory, COMPONENTS + i * TwinRecord.size(COMPONENT_COPY), COMPONENT_COPY);
            installed[i] = new TwinRecord(memory, INSTALLED + i * TwinRecord.size(INSTALLED_COPY), INSTALLED_COPY);
        }
        for (int i = 0; i < functions.length; i++) {
            functions[i] = new TwinRecord(memory, FUNCTIONS + i * TwinRecord.size(FUNCTION_COPY), FUNCTION_COPY);
        }
    }

    /** Begins a ledger in memory that is blank. */
    void begin() {
        writeHead();
    }

    /** Makes the memory blank. */
    void clear() {
        for (int i = 0; i < END; i += Long.BYTES) {
            memory.putLong(i, 0);
        }
        examine();
    }

    /** Says what the memory holds; nothing has changed after that but what {@link #isNew} knows. */
    Condition examine() {
        if (head.isBlank()) {
            return Condition.BLANK;
        }
        boolean whole = head.find() != TwinRecord.NONE && memory.longAt(head.find()) == MAGIC && areWhole(components) && areWhole(functions) && areWhole(installed);
        return whole ? Condition.WHOLE : Condition.BROKEN;
    }

    private static boolean areWhole(TwinRecord[] records) {
        for (TwinRecord each : records) {
            if (!each.isBlank() && each.find() == TwinRecord.NONE) {
                return false;
            }
        }
        return true;
    }

    /** Puts all into the roster, the devices and the history that stands in a whole ledger. */
    void read(PciDevices devices, History history) {
        cursor.at = head.find() + Long.BYTES;
        nextDeath = cursor.getLong();
        unannounced = cursor.getLong();
        logOffset = cursor.getLong();
        devicesComplete = cursor.getInt() != 0;
        for (TwinRecord each : functions) {
            if (!each.isBlank()) {
                cursor.at = each.find();
                devices.restore(function());
            }
        }
        readInstalled();
        for (int i = 0; i < components.length; i++) {
            Component component = roster.ofProgram(i);
            if (component != null && component.number() == i && !isNew(component)) {
                cursor.at = components[i].find();
                read(component, devices);
            }
        }
        for (int i = 0; i < Supervision.EVENTS_KEPT; i++) {
            SupervisionEvent event = event(EVENTS + i * EVENT_SIZE);
            if (event != null) {
                history.restore(event);
            }
        }
    }

    /** Puts the programs that were installed into the roster: first the components, then their other versions. */
    private void readInstalled() {
        List<Manifest> manifests = new ArrayList<>();
        InstalledModule[] modules = new InstalledModule[installed.length];
        for (int i = 0; i < installed.length; i++) {
            int found = installed[i].isBlank() ? TwinRecord.NONE : installed[i].find();
            if (found == TwinRecord.NONE) {
                continue;
            }
            cursor.at = found;
            int module = cursor.getInt();
            int installation = cursor.getInt();
            installations = Math.max(installations, installation);
            if (module == NOTHING) {
                String name = cursor.getText(NAME_SIZE);
                if (!name.isEmpty()) {
                    roster.depart(i, new Departure(name, Badge.of(i, installation)));
                }
                continue;
            }
            modules[i] = new InstalledModule(module, cursor.getText(SOURCE_SIZE), installation);
            try {
                manifests.add(ManifestCodec.decode(i, cursor.getBytes()));
            } catch (ManifestFormatException e) {
                throw new IllegalStateException("a whole record of the ledger is " + e.getMessage(), e);
            }
        }
        for (Manifest each : manifests) {
            if (each.versionOf().isEmpty()) {
                roster.install(each, modules[each.program()]);
            }
        }
        for (Manifest each : manifests) {
            if (!each.versionOf().isEmpty()) {
                roster.install(each, modules[each.program()]);
            }
        }
    }

    /** Returns a number for another installation, which no earlier one had. */
    int nextInstallation() {
        return ++installations;
    }

    /** Writes a program that has been installed, and what the supervisor has of it. */
    void writeInstalled(Manifest manifest, InstalledModule module) {
        TwinRecord twin = installed[manifest.program()];
        cursor.at = twin.begin();
        cursor.putInt(module.handle());
        cursor.putInt(module.installation());
        cursor.putText(module.source(), SOURCE_SIZE);
        cursor.putBytes(ManifestCodec.encode(manifest));
        twin.commit(cursor.at);
    }

    /** Forgets an installed program, and the component that it was; that the component has departed and the number of the installation is kept. */
    void forgetInstalled(int program) {
        Component component = roster.ofProgram(program);
        TwinRecord twin = installed[program];
        cursor.at = twin.begin();
        cursor.putInt(NOTHING);
        cursor.putInt(roster.installed(program).installation());
        cursor.putText(component.number() == program ? component.name() : "", NAME_SIZE);
        twin.commit(cursor.at);
        if (!components[program].isBlank()) {
            forget(components[program]);
        }
    }

    private void forget(TwinRecord twin) {
        cursor.at = twin.begin();
        cursor.putInt(NOTHING);
        twin.commit(cursor.at);
    }

    /** Returns whether a component was never written. */
    boolean isNew(Component component) {
        TwinRecord twin = record(component);
        return twin.isBlank() || memory.intAt(twin.find()) == NOTHING;
    }

    private TwinRecord record(Component component) {
        return components[component.number()];
    }

    /** Writes a component as it is now. */
    void write(Component component) {
        TwinRecord twin = record(component);
        cursor.at = twin.begin();
        cursor.putInt(component.state.ordinal());
        cursor.putInt(component.request.ordinal());
        cursor.putInt(component.rung.ordinal());
        cursor.putInt(component.manifest().program());
        cursor.putInt(component.previous() == Component.NONE ? NOTHING : component.versions().get(component.previous()).program());
        cursor.putInt(component.function == null ? NOTHING : component.function.address());
        cursor.putInt(component.queue);
        cursor.putInt(component.incarnation);
        cursor.putInt(component.tried);
        cursor.putInt(component.lastReason == null ? NOTHING : component.lastReason.ordinal());
        cursor.putInt(component.bringsGroup ? 1 : 0);
        cursor.putInt(component.leader);
        cursor.putLong(component.argument);
        cursor.putLong(component.startedAt);
        cursor.putLong(component.restartAt);
        RecoveryCases.Case open = component.openCase;
        cursor.putInt(open == null ? NOTHING : open.number());
        if (open != null) {
            cursor.putInt(open.reason().ordinal());
            cursor.putLong(open.detail());
            cursor.putLong(open.deadline());
        }
        cursor.putInt(component.plan.level());
        cursor.putInt(component.plan.kept());
        for (int i = 0; i < component.plan.kept(); i++) {
            cursor.putLong(component.plan.failure(i));
        }
        twin.commit(cursor.at);
    }

    private void read(Component component, PciDevices devices) {
        component.state = STATES[cursor.getInt()];
        component.request = REQUESTS[cursor.getInt()];
        component.rung = RUNGS[cursor.getInt()];
        int version = component.placeOf(cursor.getInt());
        component.choose(version, component.placeOf(cursor.getInt()));
        int address = cursor.getInt();
        component.function = address == NOTHING ? null : devices.at(address);
        component.queue = cursor.getInt();
        component.incarnation = cursor.getInt();
        component.tried = cursor.getInt();
        int reason = cursor.getInt();
        component.lastReason = reason == NOTHING ? null : REASONS[reason];
        component.bringsGroup = cursor.getInt() != 0;
        component.leader = cursor.getInt();
        component.argument = cursor.getLong();
        component.startedAt = cursor.getLong();
        component.restartAt = cursor.getLong();
        int number = cursor.getInt();
        component.openCase = number == NOTHING ? null : new RecoveryCases.Case(number, REASONS[cursor.getInt()], cursor.getLong(), cursor.getLong());
        component.forgetFailures();
        component.plan.restore(cursor.getInt());
        int kept = cursor.getInt();
        for (int i = 0; i < kept; i++) {
            component.plan.restoreFailure(cursor.getLong());
        }
    }

    /** Writes the PCI function that was reported as number {@code index}. */
    void write(int index, PciFunction function) {
        cursor.at = functions[index].begin();
        cursor.putInt(function.address());
        cursor.putInt(function.vendor());
        cursor.putInt(function.device());
        cursor.putInt(function.classCode());
        cursor.putInt(function.interruptLine());
        for (int bar = 0; bar < PciFunction.BARS; bar++) {
            cursor.putInt(function.bars()[bar]);
            cursor.putInt(function.sizes()[bar]);
        }
        functions[index].commit(cursor.at);
    }

    private PciFunction function() {
        int address = cursor.getInt();
        int vendor = cursor.getInt();
        int device = cursor.getInt();
        int classCode = cursor.getInt();
        int interruptLine = cursor.getInt();
        int[] bars = new int[PciFunction.BARS];
        int[] sizes = new int[PciFunction.BARS];
        for (int bar = 0; bar < PciFunction.BARS; bar++) {
            bars[bar] = cursor.getInt();
            sizes[bar] = cursor.getInt();
        }
        return new PciFunction(address, vendor, device, classCode, interruptLine, bars, sizes);
    }

    /** Writes an event of the component with that number. */
    void write(SupervisionEvent event, int component) {
        int start = EVENTS + event.number() % Supervision.EVENTS_KEPT * EVENT_SIZE;
        cursor.at = start + Long.BYTES;
        cursor.putInt(event.number());
        cursor.putInt(component);
        cursor.putInt(event.incarnation());
        cursor.putInt(event.kind().ordinal());
        cursor.putInt(event.reason() == null ? NOTHING : event.reason().ordinal());
        cursor.putLong(event.detail());
        cursor.putLong(event.nanoseconds());
        cursor.putText(event.text(), SupervisionEvent.TEXT_LIMIT);
        memory.putLong(start, Checksum.of(memory, start + Long.BYTES, EVENT_CONTENT));
    }

    private SupervisionEvent event(int start) {
        if (memory.longAt(start) != Checksum.of(memory, start + Long.BYTES, EVENT_CONTENT)) {
            return null;
        }
        cursor.at = start + Long.BYTES;
        int number = cursor.getInt();
        Component component = roster.ofProgram(cursor.getInt());
        int incarnation = cursor.getInt();
        if (component == null) {
            return null;
        }
        SupervisionEvent.Kind kind = KINDS[cursor.getInt()];
        int reason = cursor.getInt();
        long detail = cursor.getLong();
        long nanoseconds = cursor.getLong();
        return new SupervisionEvent(number, nanoseconds, component.name(), incarnation, kind, reason == NOTHING ? null : REASONS[reason], detail, cursor.getText(SupervisionEvent.TEXT_LIMIT));
    }

    /** Writes how far deaths have been dealt with: the number of the next, and of the 64 before it those that are not announced yet, a bit for each by its number modulo 64. */
    void writeDeaths(long next, long pending) {
        if (next != nextDeath || pending != unannounced) {
            nextDeath = next;
            unannounced = pending;
            writeHead();
        }
    }

    /** Returns the number of the first death that has not been dealt with. */
    long nextDeath() {
        return nextDeath;
    }

    /** Returns the bits of deaths that are not announced yet, as {@link #writeDeaths} had them. */
    long unannounced() {
        return unannounced;
    }

    /** Writes where the nucleus left off writing the log to the serial line. */
    void writeLogOffset(long offset) {
        logOffset = offset;
        writeHead();
    }

    /** Returns where the nucleus left off writing the log to the serial line, 0 if it has not. */
    long logOffset() {
        return logOffset;
    }

    /** Writes that all PCI functions are known. */
    void writeDevicesComplete() {
        devicesComplete = true;
        writeHead();
    }

    /** Returns whether all PCI functions are known. */
    boolean devicesComplete() {
        return devicesComplete;
    }

    private void writeHead() {
        cursor.at = head.begin();
        cursor.putLong(MAGIC);
        cursor.putLong(nextDeath);
        cursor.putLong(unannounced);
        cursor.putLong(logOffset);
        cursor.putInt(devicesComplete ? 1 : 0);
        head.commit(cursor.at);
    }
}
