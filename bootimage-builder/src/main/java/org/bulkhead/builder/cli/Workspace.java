package org.bulkhead.builder.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.bulkhead.builder.manifest.BootSet;

/** Where files go that the user does not name: the folder {@code target} of the project, or of the current folder. */
final class Workspace {
    private static final String ROOT_PROPERTY = "bulkhead.root";

    private Workspace() {}

    /** Returns the project's folder, or the current one. */
    static Path root() {
        return Path.of(System.getProperty(ROOT_PROPERTY, "."));
    }

    /** Returns the folder for generated files; it may not exist yet. */
    static Path target() {
        return root().resolve("target");
    }

    /** Returns the place of the image of a boot set. */
    static Path image(BootSet set) {
        String name = set == BootSet.SHIPPING ? "bulkhead" : set.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return target().resolve(name + ".img");
    }
}
