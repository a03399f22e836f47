package org.bulkhead.isolate.manifest.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PciClaim;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Rank;
import org.bulkhead.isolate.manifest.WindowGrant;

/** Checks that the manifests of one image, of which there is at least one, fit together. Where two do not, the finding stands at the later one and names the earlier. */
public final class SystemCheck {
    /** Instances of a component that is being updated. */
    private static final int UPDATING = 2;

    private final List<DeclaredManifest> all;
    private final Consumer<Finding> findings;
    private final Map<String, DeclaredManifest> byName = new HashMap<>();
    /** Place, component and right of each conflict that was found. */
    private final Set<List<Object>> conflicts = new HashSet<>();

    /** Checks {@code all} isolates of an image; what is wrong goes to {@code findings}. */
    public SystemCheck(List<DeclaredManifest> all, Consumer<Finding> findings) {
        this.all = all;
        this.findings = findings;
    }

    /** Checks everything; to be called once. */
    public void check() {
        checkNames();
        checkSupervisor();
        all.forEach(new VersionCheck(byName, findings)::check);
        for (int later = 0; later < all.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (isSameComponent(all.get(later), all.get(earlier))) {
                    // Only one version of a component has its rights at a time.
                    continue;
                }
                checkPorts(all.get(later), all.get(earlier));
                checkWindows(all.get(later), all.get(earlier));
                checkInterrupts(all.get(later), all.get(earlier));
                checkPci(all.get(later), all.get(earlier));
            }
            checkServices(all.get(later));
            checkRecovery(all.get(later));
        }
        checkKeptMemory();
        all.forEach(this::checkCredits);
    }

    private static boolean isSameComponent(DeclaredManifest one, DeclaredManifest other) {
        return one.manifest().component().equals(other.manifest().component());
    }

    private void error(Place place, String message) {
        findings.accept(Finding.error(place, message));
    }

    /** Two isolates cannot both have a right; that the other versions of the earlier one ask for the same is not said again. */
    private void conflict(Place place, DeclaredManifest earlier, Object right, String message) {
        if (conflicts.add(List.of(place, earlier.manifest().component(), right))) {
            error(place, message);
        }
    }

    private void checkNames() {
        for (DeclaredManifest each : all) {
            DeclaredManifest other = byName.putIfAbsent(each.name(), each);
            if (other != null) {
                error(each.place(), "the name " + each.name() + " is taken by " + other.manifest().className() + " (" + other.place() + "): rename one of the two, or leave one out");
            }
        }
    }

    private void checkSupervisor() {
        List<DeclaredManifest> supervisors = all.stream().filter(each -> each.rank() == Rank.SUPERVISOR).toList();
        if (supervisors.isEmpty()) {
            error(all.get(0).place(), "no isolate of the image has the rank SUPERVISOR: add the supervisor, which starts all others");
        }
        for (DeclaredManifest each : supervisors.stream().skip(1).toList()) {
            error(each.place(), each.name() + " has the rank SUPERVISOR, as " + supervisors.get(0).title() + " has: an image has one supervisor; choose another rank, or leave one out");
        }
        if (all.size() > Manifest.PROGRAM_LIMIT) {
            error(all.get(all.size() - 1).place(), all.size() + " isolates are too many for one image, which holds " + Manifest.PROGRAM_LIMIT + ": leave some out");
        }
    }

    static String range(PortGrant ports) {
        return "0x" + Integer.toHexString(ports.first()) + "-0x" + Integer.toHexString(ports.first() + ports.count() - 1);
    }

    static boolean overlap(PortGrant a, PortGrant b) {
        return a.first() < b.first() + b.count() && b.first() < a.first() + a.count();
    }

    static String range(WindowGrant window) {
        return "0x" + Long.toHexString(window.first()) + "-0x" + Long.toHexString(window.first() + window.bytes() - 1);
    }

    static boolean overlap(WindowGrant a, WindowGrant b) {
        return a.first() < b.first() + b.bytes() && b.first() < a.first() + a.bytes();
    }

    private void checkWindows(DeclaredManifest later, DeclaredManifest earlier) {
        for (WindowGrant one : later.manifest().windows()) {
            for (WindowGrant other : earlier.manifest().windows()) {
                if (overlap(one, other)) {
                    conflict(later.place(RightKind.WINDOW, one.name()), earlier, other.name(), later.name() + " and " + earlier.name() + " both ask for device memory: \"" + one.name() + "\" " + range(one)
                        + " overlaps \"" + other.name() + "\" " + range(other) + " (" + earlier.place(RightKind.WINDOW, other.name())
                        + "); only one isolate can have it: change a window, or leave one of the two out");
                }
            }
        }
    }

    private void checkPorts(DeclaredManifest later, DeclaredManifest earlier) {
        for (PortGrant one : later.manifest().ports()) {
            for (PortGrant other : earlier.manifest().ports()) {
                if (overlap(one, other)) {
                    conflict(later.place(RightKind.PORTS, one.name()), earlier, other.name(), later.name() + " and " + earlier.name() + " both ask for ports: \"" + one.name() + "\" " + range(one)
                        + " overlaps \"" + other.name() + "\" " + range(other) + " (" + earlier.place(RightKind.PORTS, other.name())
                        + "); only one isolate can have them: change a range, or leave one of the two out");
                }
            }
        }
    }

    private void checkInterrupts(DeclaredManifest later, DeclaredManifest earlier) {
        for (Integer line : later.manifest().interrupts()) {
            if (earlier.manifest().interrupts().contains(line)) {
                conflict(later.place(RightKind.INTERRUPT, line), earlier, line, later.name() + " and " + earlier.name() + " both ask for interrupt " + line + " ("
                    + earlier.place(RightKind.INTERRUPT, line) + "); only one isolate can have it: change a line, or leave one of the two out");
            }
        }
    }

    /** Claims that differ may still meet at one function, which only the machine can tell: then the supervisor refuses the second. */
    private void checkPci(DeclaredManifest later, DeclaredManifest earlier) {
        PciClaim one = later.manifest().pci();
        PciClaim other = earlier.manifest().pci();
        if (one != null && other != null && one.wanted().equals(other.wanted())) {
            conflict(later.place(RightKind.PCI, one.name()), earlier, other.name(), later.name() + " and " + earlier.name() + " both ask for the PCI function " + one.wanted() + " ("
                + earlier.place(RightKind.PCI, other.name()) + "); only one isolate can have it: leave one of the two out");
        }
    }

    private void checkServices(DeclaredManifest client) {
        for (String each : client.manifest().services()) {
            Place place = client.place(RightKind.SERVICE, each);
            service(client, each, place).filter(server -> server.rank().compareTo(client.rank()) >= 0).ifPresent(server ->
                error(place, client.name() + " of rank " + client.rank() + " calls " + server.title() + " of rank " + server.rank()
                    + ", and calls go only to a strictly lower rank: change a rank, or use @SendsTo"));
        }
        for (String each : client.manifest().sendsTo()) {
            service(client, each, client.place(RightKind.SENDS_TO, each));
        }
    }

    private Optional<DeclaredManifest> service(DeclaredManifest client, String name, Place place) {
        DeclaredManifest server = byName.get(name);
        if (server == null) {
            error(place, client.name() + " uses the service " + name + ", but no isolate of the image has that name: add it, or correct the name; services here are "
                + all.stream().filter(each -> each.manifest().serves() && each.manifest().versionOf().isEmpty()).map(DeclaredManifest::name).collect(Collectors.joining(", ")));
        } else if (!server.manifest().versionOf().isEmpty()) {
            error(place, client.name() + " uses the service " + name + ", but that is a version of " + server.manifest().versionOf() + ": use that service; the supervisor decides which version runs");
        } else if (!server.manifest().serves()) {
            error(place, client.name() + " uses the service " + name + ", but " + server.title() + " serves no protocol: add serves to its annotation");
        }
        return Optional.ofNullable(server);
    }

    private void checkRecovery(DeclaredManifest one) {
        for (String each : one.manifest().complainsAbout()) {
            requireNamed(each, one.place(RightKind.COMPLAINS_ABOUT, each), one.name() + " complains about " + each);
        }
        if (!one.manifest().recovery().isEmpty()) {
            requireNamed(one.manifest().recovery(), one.place(), one.name() + " is recovered by " + one.manifest().recovery());
        }
    }

    private void requireNamed(String name, Place place, String what) {
        if (!byName.containsKey(name)) {
            error(place, what + ", but no isolate of the image has that name: add it, or correct the name");
        }
    }

    private void checkKeptMemory() {
        List<DeclaredManifest> keepers = all.stream().filter(each -> each.manifest().keepsMemory()).toList();
        for (DeclaredManifest each : keepers.stream().skip(1).toList()) {
            error(each.place(), each.name() + " keeps memory, as " + keepers.get(0).title() + " does: one isolate of an image can; leave @KeepsMemory out of one");
        }
    }

    private void checkCredits(DeclaredManifest server) {
        if (!server.manifest().versionOf().isEmpty()) {
            return;
        }
        Map<String, Integer> clients = new LinkedHashMap<>();
        for (DeclaredManifest each : all) {
            if (each.manifest().services().contains(server.name()) || each.manifest().sendsTo().contains(server.name())) {
                clients.merge(each.manifest().component(), instances(each), Math::max);
            }
        }
        int needed = clients.values().stream().mapToInt(each -> each * Manifest.CREDITS).sum();
        if (needed > server.manifest().queueSlots()) {
            error(server.queue(), "the queue of " + server.name() + " has " + server.manifest().queueSlots() + " slots, and its clients " + String.join(", ", clients.keySet())
                + " need " + needed + (clients.containsValue(UPDATING) ? ", those that can be updated twice as many as others" : "") + ": raise queue in its @Limits to " + needed);
        }
    }

    /** Returns how many instances there may be at a time: while a component is updated, the old one waits for the new one to be ready. */
    private static int instances(DeclaredManifest one) {
        return one.manifest().updatable() ? UPDATING : 1;
    }
}
