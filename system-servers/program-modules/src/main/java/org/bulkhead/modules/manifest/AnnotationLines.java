package org.bulkhead.modules.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bulkhead.isolate.manifest.rules.LineTable;

/** Finds the lines of annotations, which class files do not hold: the annotation processor leaves them in a resource beside the class. */
public final class AnnotationLines {
    /** Knows no lines. */
    public static final AnnotationLines NONE = new AnnotationLines(name -> null);

    private final Resources resources;
    private final Map<String, LineTable> known = new HashMap<>();

    /** Where resources come from. */
    @FunctionalInterface
    public interface Resources {
        /** Returns the content of a resource by its path, or null if there is none. */
        byte[] find(String path) throws IOException;
    }

    /**
     * Makes the lines of the classes whose resources are found there.
     *
     * @param resources where resources come from
     */
    public AnnotationLines(Resources resources) {
        this.resources = resources;
    }

    /** Returns the lines of the annotations of a class, named as {@code Class.getName} does; an empty table if the processor was not there when it was compiled. */
    public LineTable of(String className) {
        return known.computeIfAbsent(className, name -> {
            try {
                byte[] found = resources.find(LineTable.resource(name));
                return LineTable.parse(found == null ? "" : new String(found, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
