package org.bulkhead.isolate.manifest.rules;

import java.util.Map;
import java.util.function.Consumer;
import org.bulkhead.isolate.manifest.Manifest;

/** Checks the versions of components: each must be able to take the place of the component that it names, which clients and the supervisor know by name, rank, protocol and rights. */
final class VersionCheck {
    private final Map<String, DeclaredManifest> byName;
    private final Consumer<Finding> findings;

    /** Checks among the isolates {@code byName}; what is wrong goes to {@code findings}. */
    VersionCheck(Map<String, DeclaredManifest> byName, Consumer<Finding> findings) {
        this.byName = byName;
        this.findings = findings;
    }

    /** Checks one isolate, if it is a version. */
    void check(DeclaredManifest version) {
        String name = version.manifest().versionOf();
        if (name.isEmpty()) {
            return;
        }
        DeclaredManifest component = byName.get(name);
        if (component == null) {
            error(version, version.name() + " is a version of " + name + ", but no isolate of the image has that name: add it, or correct the name");
        } else if (!component.manifest().versionOf().isEmpty()) {
            error(version, version.name() + " is a version of " + component.title() + ", which is a version itself: name " + component.manifest().versionOf());
        } else {
            compare(version, component);
        }
    }

    private void compare(DeclaredManifest version, DeclaredManifest component) {
        if (version.rank() != component.rank()) {
            error(version, version.name() + " has the rank " + version.rank() + ", and the component of which it is a version, " + component.title() + ", " + component.rank()
                + ": give both the same");
        }
        Manifest own = version.manifest();
        if (!own.protocol().equals(component.manifest().protocol())) {
            error(version, version.name() + " serves " + protocol(own) + ", and the component of which it is a version, " + component.title() + ", " + protocol(component.manifest())
                + ": clients must not see which version runs; serve the same");
        }
        if (own.pci() != null && (component.manifest().pci() == null || !own.pci().wanted().equals(component.manifest().pci().wanted()))) {
            error(version, version.name() + " asks for the PCI function " + own.pci().wanted() + ", which the component of which it is a version, " + component.title()
                + ", does not: only what that has can be handed over");
        }
        if (own.keepsMemory() || own.supervises()) {
            error(version, version.name() + " is a version of " + component.title() + ", and " + (own.supervises() ? "the supervisor" : "an isolate that keeps memory")
                + " cannot be updated: leave it out");
        }
    }

    private static String protocol(Manifest manifest) {
        return manifest.serves() ? manifest.protocol() : "nothing";
    }

    private void error(DeclaredManifest version, String message) {
        findings.accept(Finding.error(version.place(), message));
    }
}
