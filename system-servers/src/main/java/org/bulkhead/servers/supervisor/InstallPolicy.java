package org.bulkhead.servers.supervisor;

import java.util.List;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.WindowGrant;
import org.bulkhead.isolate.manifest.rules.KeptByNucleus;
import org.bulkhead.isolate.protocol.BlockDevice;
import org.bulkhead.isolate.protocol.Loader;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/**
 * What a program may be that comes while the system runs. It gets nothing that another has, stands at DEVICE or above it, and has no power over others: it neither supervises nor loads nor complains, and keeps no
 * memory. A version of a component may have what that component has. The first thing that is wrong is named.
 */
final class InstallPolicy {
    /** Places that stay free in the supervisor's table of handles, for updates and what it does in passing. */
    private static final int SPARE_HANDLES = 6;
    private static final int HANDLES = 64;
    /** Instances of a component that is being updated. */
    private static final int UPDATING = 2;
    private static final int ITSELF = 0;
    private static final int FRAME = 4096;
    private static final int KILO = 1024;
    /** Services by which programs are killed, replaced and installed. */
    private static final List<String> POWERFUL = List.of(Supervision.SERVICE, Loader.SERVICE);
    private static final String BLOCKS = BlockDevice.class.getSimpleName();

    private final Roster roster;

    InstallPolicy(Roster roster) {
        this.roster = roster;
    }

    /** Throws with the reason unless a program may come, as a version of {@code component} or, if that is null, as a component of its own. */
    void check(Manifest wanted, Component component) throws SupervisionException {
        checkName(wanted, component);
        checkPowers(wanted);
        checkMemory(wanted);
        if (component != null) {
            checkVersion(wanted, component);
        }
        for (int i = 0; i < roster.size(); i++) {
            if (roster.get(i) != component) {
                for (Manifest each : roster.get(i).versions()) {
                    checkDevices(wanted, each);
                }
            }
        }
        checkKept(wanted);
        Manifest own = component == null ? null : component.versions().get(0);
        checkPowerfulServices(wanted, own);
        for (String each : wanted.services()) {
            Manifest service = service(wanted, each);
            if (service.protocol().equals(BLOCKS) && (own == null || !uses(own, each))) {
                throw refused(wanted, "the blocks of " + each + " are for programs of the image, since what the loader believes is among them: use the service files");
            }
            if (service.rank().ordinal() >= wanted.rank().ordinal()) {
                throw refused(wanted, "its rank " + wanted.rank() + " is not above " + service.rank() + ", the rank of " + each + ", which it calls");
            }
        }
        for (String each : wanted.sendsTo()) {
            service(wanted, each);
        }
        if (!wanted.recovery().isEmpty() && roster.named(wanted.recovery()) == null) {
            throw refused(wanted, "its recovery program " + wanted.recovery() + " does not exist here");
        }
        if (Supervising.isolate(ITSELF).handles() > HANDLES - SPARE_HANDLES) {
            throw refused(wanted, "the supervisor's table of handles is full: remove an installed program");
        }
    }

    /** The caller, who knows the program's name, gets as much of the reason as a reply has room for; the log gets all. */
    private static SupervisionException refused(Manifest wanted, String why) {
        Log.line("supervisor: " + wanted.name() + " is not installed: " + why);
        return new SupervisionException(why);
    }

    /** Returns whether some program has that name. */
    boolean isTaken(String name) {
        return roster.any(each -> each.place(name) != Component.NONE);
    }

    private void checkName(Manifest wanted, Component component) throws SupervisionException {
        if (isTaken(wanted.name())) {
            throw refused(wanted, "there is a program named " + wanted.name() + ": update that, or choose another name");
        }
        if (component == null && !wanted.versionOf().isEmpty()) {
            throw refused(wanted, "it is a version of " + wanted.versionOf() + ": update that to it");
        }
    }

    private static void checkPowers(Manifest wanted) throws SupervisionException {
        if (wanted.rank().ordinal() < Rank.DEVICE.ordinal()) {
            throw refused(wanted, "the rank " + wanted.rank() + " is for programs of the image: DEVICE is the lowest for others");
        }
        String power = wanted.supervises() ? "supervise" : wanted.loadsModules() ? "load modules" : wanted.keepsMemory() ? "keep memory" : null;
        if (power != null) {
            throw refused(wanted, "it asks for the right to " + power + ", which only the image's programs have");
        }
        if (!wanted.complainsAbout().isEmpty()) {
            throw refused(wanted, "it complains about " + wanted.complainsAbout().get(0) + ", a right that only the image's programs have");
        }
    }

    /** Whoever may call these services has power over all programs, as if it had their rights itself. */
    private static void checkPowerfulServices(Manifest wanted, Manifest own) throws SupervisionException {
        for (String each : POWERFUL) {
            if (uses(wanted, each) && (own == null || !uses(own, each))) {
                throw refused(wanted, "the service " + each + " is for programs of the image only: take it out of the manifest");
            }
        }
    }

    /** More than the machine has can never be used; less is a limit, not a promise, as for programs of the image. */
    private static void checkMemory(Manifest wanted) throws SupervisionException {
        long bytes = Supervising.memory().frames() * FRAME;
        if (wanted.heapBytes() > bytes) {
            throw refused(wanted, "its heap of " + wanted.heapBytes() / KILO + " KiB is more than the memory of the machine, " + bytes / KILO + " KiB: lower @Limits(heap)");
        }
    }

    private static void checkVersion(Manifest wanted, Component component) throws SupervisionException {
        Manifest own = component.versions().get(0);
        if (own.keepsMemory() || own.supervises() || own.loadsModules()) {
            throw refused(wanted, component.name() + " has rights that no installed program can have");
        }
        if (wanted.rank() != own.rank()) {
            throw refused(wanted, "it has the rank " + wanted.rank() + ", and " + component.name() + ", which it is to replace, " + own.rank());
        }
        if (!wanted.protocol().equals(own.protocol())) {
            throw refused(wanted, "it serves " + protocol(wanted) + ", and " + component.name() + ", which it is to replace, " + protocol(own));
        }
        if (wanted.pci() != null && (own.pci() == null || !own.pci().wanted().equals(wanted.pci().wanted()))) {
            throw refused(wanted, component.name() + " has no PCI function " + wanted.pci().wanted() + " to hand over");
        }
    }

    private static String protocol(Manifest manifest) {
        return manifest.serves() ? manifest.protocol() : "nothing";
    }

    private static void checkDevices(Manifest wanted, Manifest other) throws SupervisionException {
        for (PortGrant one : wanted.ports()) {
            for (PortGrant each : other.ports()) {
                if (overlap(one.first(), one.count(), each.first(), each.count())) {
                    throw refused(wanted, ports(one) + " belong to " + other.name());
                }
            }
        }
        for (WindowGrant one : wanted.windows()) {
            for (WindowGrant each : other.windows()) {
                if (overlap(one.first(), one.bytes(), each.first(), each.bytes())) {
                    throw refused(wanted, "device memory from 0x" + Long.toHexString(one.first()) + " on belongs to " + other.name());
                }
            }
        }
        for (Integer line : wanted.interrupts()) {
            if (other.interrupts().contains(line)) {
                throw refused(wanted, "interrupt " + line + " belongs to " + other.name());
            }
        }
        if (wanted.pci() != null && other.pci() != null && wanted.pci().wanted().equals(other.pci().wanted())) {
            throw refused(wanted, "the PCI function " + wanted.pci().wanted() + " belongs to " + other.name());
        }
    }

    private static void checkKept(Manifest wanted) throws SupervisionException {
        for (PortGrant one : wanted.ports()) {
            for (PortGrant each : KeptByNucleus.PORTS) {
                if (overlap(one.first(), one.count(), each.first(), each.count())) {
                    throw refused(wanted, ports(one) + " belong to the nucleus");
                }
            }
        }
        for (Integer line : wanted.interrupts()) {
            if (KeptByNucleus.LINES.contains(line)) {
                throw refused(wanted, "interrupt " + line + " belongs to the nucleus");
            }
        }
    }

    private static String ports(PortGrant grant) {
        return "ports 0x" + Integer.toHexString(grant.first()) + "-0x" + Integer.toHexString(grant.first() + grant.count() - 1);
    }

    private static boolean overlap(long first, long count, long otherFirst, long otherCount) {
        return first < otherFirst + otherCount && otherFirst < first + count;
    }

    private Manifest service(Manifest wanted, String name) throws SupervisionException {
        Component server = roster.named(name);
        if (server == null || !server.manifest().serves()) {
            throw refused(wanted, "it uses the service " + name + ", which does not exist here");
        }
        int promised = credits(wanted);
        for (int i = 0; i < roster.size(); i++) {
            Component each = roster.get(i);
            promised += uses(each.manifest(), name) && !each.name().equals(wanted.component()) ? credits(each.manifest()) : 0;
        }
        int slots = server.versions().get(0).queueSlots();
        if (promised > slots) {
            throw refused(wanted, "the queue of " + name + " has " + slots + " slots, and its clients would need " + promised);
        }
        return server.manifest();
    }

    private static int credits(Manifest client) {
        return client.updatable() ? UPDATING * Manifest.CREDITS : Manifest.CREDITS;
    }

    private static boolean uses(Manifest client, String service) {
        return client.services().contains(service) || client.sendsTo().contains(service);
    }

    /** Returns a component of which some version uses the service of another, or has it as its recovery program; or null. */
    Component userOf(Component server) {
        return roster.find(each -> each != server && each.versions().stream().anyMatch(version -> uses(version, server.name()) || version.recovery().equals(server.name())));
    }
}
