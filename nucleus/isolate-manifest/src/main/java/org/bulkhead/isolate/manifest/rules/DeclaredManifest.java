package org.bulkhead.isolate.manifest.rules;

import java.util.Map;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Rank;

/**
 * A manifest and where its parts stand.
 *
 * @param manifest what the supervisor is to know
 * @param place where the annotation with the name stands
 * @param queue where the size of its queue is said
 * @param rights each right that it gives and where, in the order of the manifest
 */
public record DeclaredManifest(Manifest manifest, Place place, Place queue, Map<Right, Place> rights) {
    public String name() {
        return manifest.name();
    }

    public Rank rank() {
        return manifest.rank();
    }

    /** Returns where it says that it wants the right. */
    Place place(RightKind kind, Object name) {
        return rights.get(new Right(kind, name.toString()));
    }

    /** Returns what is wrong when code asks for a right that this manifest does not give; the finding stands at the code. */
    public String missing(Right right) {
        return name() + " asks here for " + right + ", which its manifest (" + place + ") does not give: add @" + right.kind().annotation().getSimpleName() + ", or correct the name";
    }

    /** Returns name and place, for messages about another isolate: {@code ata0 (AtaDriver.java:18)}. */
    String title() {
        return name() + " (" + place + ")";
    }
}
