package org.bulkhead.modules.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The main attributes of a jar's {@code META-INF/MANIFEST.MF} (JAR File Specification, "Manifest Specification"); not what this project calls a manifest. */
public final class JarManifest {
    private static final String FILE = "META-INF/MANIFEST.MF";

    private final Map<String, String> attributes = new HashMap<>();

    /**
     * Reads the manifest of a jar; one without has no attributes.
     *
     * @param archive the jar
     * @throws IOException if it cannot be read
     */
    public JarManifest(Archive archive) throws IOException {
        byte[] file = archive.read(FILE);
        if (file != null) {
            read(new String(file, StandardCharsets.UTF_8));
        }
    }

    private void read(String text) {
        StringBuilder attribute = new StringBuilder();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            if (line.startsWith(" ")) {
                attribute.append(line, 1, line.length());
                continue;
            }
            add(attribute.toString());
            attribute.setLength(0);
            if (line.isEmpty()) {
                // The sections that follow are of single files.
                return;
            }
            attribute.append(line);
        }
        add(attribute.toString());
    }

    private void add(String attribute) {
        int colon = attribute.indexOf(':');
        if (colon > 0) {
            attributes.put(attribute.substring(0, colon).toLowerCase(Locale.ROOT), attribute.substring(colon + 1).strip());
        }
    }

    /** {@return whether classes for later versions of Java lie beside the others} */
    public boolean isMultiRelease() {
        return "true".equalsIgnoreCase(attributes.get("multi-release"));
    }

    /** {@return the name of the class whose main method the jar is for, with dots, or null} */
    public String mainClass() {
        return attributes.get("main-class");
    }

    /** {@return the names of other jars that this one needs, beside it} */
    public List<String> classPath() {
        String names = attributes.get("class-path");
        return names == null || names.isBlank() ? List.of() : List.of(names.strip().split(" +"));
    }
}
