package org.bulkhead.builder.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.PortGrant;
import org.bulkhead.isolate.manifest.Rank;

/** Checks that the manifests of one image fit together. Each method throws the {@link UserProblem} of the first that does not. */
final class SystemCheck {
    private final List<Manifest> manifests;
    private final Map<String, Manifest> byName = new HashMap<>();

    SystemCheck(List<Manifest> manifests) {
        this.manifests = manifests;
    }

    void check() {
        checkNames();
        checkSupervisor();
        for (int i = 0; i < manifests.size(); i++) {
            checkOwnPorts(manifests.get(i));
            for (int j = i + 1; j < manifests.size(); j++) {
                checkPorts(manifests.get(i), manifests.get(j));
                checkInterrupts(manifests.get(i), manifests.get(j));
                checkPci(manifests.get(i), manifests.get(j));
            }
            checkServices(manifests.get(i));
        }
        manifests.forEach(this::checkCredits);
    }

    private static String title(Manifest manifest) {
        return manifest.name() + " (" + manifest.className() + ")";
    }

    private void checkNames() {
        for (Manifest each : manifests) {
            Manifest other = byName.put(each.name(), each);
            if (other != null) {
                throw UserProblem.failure("two isolates are named " + each.name() + ": rename " + other.className() + " or " + each.className());
            }
        }
    }

    private void checkSupervisor() {
        List<Manifest> supervisors = manifests.stream().filter(each -> each.rank() == Rank.SUPERVISOR).toList();
        if (supervisors.size() != 1) {
            throw UserProblem.failure("an image needs exactly one isolate of the rank SUPERVISOR, and this one has " + supervisors.size() + ": "
                + (supervisors.isEmpty() ? "add one" : "remove all but one of " + supervisors.stream().map(SystemCheck::title).toList()));
        }
        if (!supervisors.get(0).supervises()) {
            throw UserProblem.failure("the supervisor " + title(supervisors.get(0)) + " must be annotated with @Supervises");
        }
        if (manifests.size() > Manifest.PROGRAM_LIMIT) {
            throw UserProblem.failure(manifests.size() + " isolates are too many for one image, which holds " + Manifest.PROGRAM_LIMIT + ": remove some");
        }
    }

    private static String range(PortGrant ports) {
        return "0x" + Integer.toHexString(ports.first()) + "-0x" + Integer.toHexString(ports.first() + ports.count() - 1);
    }

    private static boolean overlap(PortGrant a, PortGrant b) {
        return a.first() < b.first() + b.count() && b.first() < a.first() + a.count();
    }

    private void checkOwnPorts(Manifest manifest) {
        List<PortGrant> ports = manifest.ports();
        for (int i = 0; i < ports.size(); i++) {
            for (int j = i + 1; j < ports.size(); j++) {
                if (overlap(ports.get(i), ports.get(j)) || ports.get(i).name().equals(ports.get(j).name())) {
                    throw UserProblem.failure(title(manifest) + " asks twice for ports: " + ports.get(i).name() + " " + range(ports.get(i)) + " and "
                        + ports.get(j).name() + " " + range(ports.get(j)) + "; keep one of them");
                }
            }
        }
    }

    private void checkPorts(Manifest a, Manifest b) {
        for (PortGrant one : a.ports()) {
            for (PortGrant other : b.ports()) {
                if (overlap(one, other)) {
                    throw UserProblem.failure(title(a) + " and " + title(b) + " both ask for ports: " + range(one) + " and " + range(other) + " overlap; only one isolate can have them");
                }
            }
        }
    }

    private void checkInterrupts(Manifest a, Manifest b) {
        for (Integer line : a.interrupts()) {
            if (b.interrupts().contains(line)) {
                throw UserProblem.failure(title(a) + " and " + title(b) + " both ask for interrupt " + line + "; only one isolate can have it");
            }
        }
    }

    /** Claims that differ may still meet at one function, which only the machine can tell: then the supervisor refuses the second. */
    private void checkPci(Manifest a, Manifest b) {
        if (a.pci() != null && b.pci() != null && a.pci().wanted().equals(b.pci().wanted())) {
            throw UserProblem.failure(title(a) + " and " + title(b) + " both ask for the PCI function " + a.pci().wanted() + "; only one isolate can have it");
        }
    }

    private Manifest service(Manifest client, String name) {
        Manifest server = byName.get(name);
        if (server == null) {
            throw UserProblem.failure(title(client) + " uses the service " + name + ", but no isolate of the image has that name: add it, or correct the annotation");
        }
        if (!server.serves()) {
            throw UserProblem.failure(title(client) + " uses the service " + name + ", but " + title(server) + " serves no protocol: add serves to its annotation");
        }
        return server;
    }

    private void checkServices(Manifest client) {
        for (String each : client.services()) {
            Manifest server = service(client, each);
            if (server.rank().compareTo(client.rank()) >= 0) {
                throw UserProblem.failure(title(client) + " of rank " + client.rank() + " calls " + title(server) + " of rank " + server.rank()
                    + ": calls go only to a strictly lower rank; change a rank, or use @SendsTo");
            }
        }
        for (String each : client.sendsTo()) {
            service(client, each);
        }
    }

    private void checkCredits(Manifest server) {
        long clients = manifests.stream().filter(each -> each.services().contains(server.name()) || each.sendsTo().contains(server.name())).count();
        if (clients * Manifest.CREDITS > server.queueSlots()) {
            throw UserProblem.failure("the queue of " + title(server) + " has " + server.queueSlots() + " slots, and its " + clients + " clients need "
                + clients * Manifest.CREDITS + ": raise queue in its @Limits");
        }
    }
}
