package org.bulkhead.modules.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.compiler.source.ListingSource;

/** The class files of an archive. Of a multi-release jar it gives the Java 17 version. */
public final class ArchiveSource implements ListingSource {
    private static final String SUFFIX = ".class";
    private static final String VERSIONS = "META-INF/versions/";
    private static final String OTHERS = "META-INF/";
    private static final String MODULE = "module-info";
    private static final int FIRST_VERSION = 9;
    private static final int JAVA = 17;

    private final Archive archive;
    /** Names of the entries of classes that have versions for later releases of Java, by internal name. */
    private final Map<String, String> versions = new HashMap<>();

    /**
     * Makes the source.
     *
     * @param archive the archive
     * @throws IOException if its manifest cannot be read
     */
    public ArchiveSource(Archive archive) throws IOException {
        this.archive = archive;
        if (new JarManifest(archive).isMultiRelease()) {
            List<String> names = archive.names();
            for (int version = FIRST_VERSION; version <= JAVA; version++) {
                String prefix = VERSIONS + version + "/";
                for (String name : names) {
                    if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                        versions.put(name.substring(prefix.length(), name.length() - SUFFIX.length()), name);
                    }
                }
            }
            versions.remove(MODULE);
        }
    }

    /** {@return the internal names of all classes, in ascending order} */
    public List<String> all() {
        return names("");
    }

    /** Returns the internal names that begin with {@code prefix}, in ascending order. */
    private List<String> names(String prefix) {
        Set<String> names = new TreeSet<>();
        for (String name : archive.names()) {
            if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
        names.addAll(versions.keySet());
        names.removeIf(name -> !name.startsWith(prefix) || !isClass(name));
        return List.copyOf(names);
    }

    private static boolean isClass(String name) {
        return !name.startsWith(OTHERS) && !name.equals(MODULE);
    }

    private String entry(String name) {
        String version = versions.get(name);
        return version == null ? name + SUFFIX : version;
    }

    @Override
    public byte[] find(String name) throws IOException {
        return isClass(name) ? archive.read(entry(name)) : null;
    }

    @Override
    public boolean contains(String name) {
        return isClass(name) && archive.contains(entry(name));
    }

    @Override
    public List<String> list(String packageName) {
        String prefix = packageName + "/";
        return names(prefix).stream().filter(name -> name.indexOf('/', prefix.length()) < 0).toList();
    }
}
