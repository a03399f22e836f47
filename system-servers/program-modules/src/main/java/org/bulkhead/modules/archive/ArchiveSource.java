package org.bulkhead.modules.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.source.ListingSource;

/** The class files of an archive. Of a multi-release jar it gives the Java 17 version. */
public final class ArchiveSource implements ListingSource {
    private static final String SUFFIX = ".class";
    private static final String VERSIONS = "META-INF/versions/";
    private static final String OTHERS = "META-INF/";
    private static final int FIRST_VERSION = 9;
    private static final int JAVA = 17;

    private final Archive archive;
    /** Name of the entry for each class, by internal name. */
    private final TreeMap<String, String> entries = new TreeMap<>();

    /**
     * Makes the source.
     *
     * @param archive the archive
     * @throws IOException if its manifest cannot be read
     */
    public ArchiveSource(Archive archive) throws IOException {
        this.archive = archive;
        for (String name : archive.names()) {
            if (name.endsWith(SUFFIX) && !name.startsWith(OTHERS)) {
                entries.put(name.substring(0, name.length() - SUFFIX.length()), name);
            }
        }
        if (new JarManifest(archive).isMultiRelease()) {
            for (int version = FIRST_VERSION; version <= JAVA; version++) {
                String prefix = VERSIONS + version + "/";
                for (String name : archive.names()) {
                    if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                        entries.put(name.substring(prefix.length(), name.length() - SUFFIX.length()), name);
                    }
                }
            }
        }
        entries.remove("module-info");
    }

    /** {@return the internal names of all classes, in ascending order} */
    public List<String> all() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public byte[] find(String name) throws IOException {
        String entry = entries.get(name);
        return entry == null ? null : archive.read(entry);
    }

    @Override
    public boolean contains(String name) {
        return entries.containsKey(name);
    }

    @Override
    public List<String> list(String packageName) {
        String prefix = packageName + "/";
        List<String> names = new ArrayList<>();
        for (String name : entries.tailMap(prefix).keySet()) {
            if (!name.startsWith(prefix)) {
                break;
            }
            if (name.indexOf('/', prefix.length()) < 0) {
                names.add(name);
            }
        }
        return names;
    }
}
