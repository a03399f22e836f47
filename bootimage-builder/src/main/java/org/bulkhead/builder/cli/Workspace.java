package org.bulkhead.builder.cli;

import java.nio.file.Path;

/** Where files go that the user does not name: the folder {@code target} of the project, or of the current folder. */
final class Workspace {
    private static final String ROOT_PROPERTY = "bulkhead.root";

    private Workspace() {}

    /** Returns the folder for generated files; it may not exist yet. */
    static Path target() {
        return Path.of(System.getProperty(ROOT_PROPERTY, ".")).resolve("target");
    }

    /** Returns the place of the ordinary image. */
    static Path image() {
        return target().resolve("bulkhead.img");
    }

    /** Returns the place of the image that scenarios boot. */
    static Path scenarioImage() {
        return target().resolve("scenario.img");
    }
}
