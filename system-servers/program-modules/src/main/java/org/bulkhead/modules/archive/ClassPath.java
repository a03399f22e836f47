package org.bulkhead.modules.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bulkhead.vm.compiler.source.ListingSource;

/** Several archives of which the first that has a class counts, as on any class path. */
public final class ClassPath implements ListingSource {
    private static final String CLASS = ".class";

    private final List<Archive> archives;
    private final List<ArchiveSource> sources = new ArrayList<>();

    /**
     * Makes the class path.
     *
     * @param archives in their order
     * @throws IOException if one cannot be read
     */
    public ClassPath(List<Archive> archives) throws IOException {
        this.archives = List.copyOf(archives);
        for (Archive each : archives) {
            sources.add(new ArchiveSource(each));
        }
    }

    /** {@return the internal names of all classes, in ascending order} */
    public List<String> all() {
        TreeSet<String> names = new TreeSet<>();
        sources.forEach(each -> names.addAll(each.all()));
        return List.copyOf(names);
    }

    @Override
    public byte[] find(String name) throws IOException {
        for (ArchiveSource each : sources) {
            byte[] found = each.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public boolean contains(String name) {
        return sources.stream().anyMatch(each -> each.contains(name));
    }

    @Override
    public List<String> list(String packageName) {
        TreeSet<String> names = new TreeSet<>();
        sources.forEach(each -> names.addAll(each.list(packageName)));
        return List.copyOf(names);
    }

    /**
     * {@return the files that are no classes, by name, each with the contents of all files of that name in the order of the archives}
     *
     * @throws IOException if one cannot be read
     */
    public SortedMap<String, List<byte[]>> resources() throws IOException {
        SortedMap<String, List<byte[]>> resources = new TreeMap<>();
        for (Archive archive : archives) {
            for (String name : archive.names()) {
                if (!name.endsWith(CLASS) && !name.endsWith("/")) {
                    resources.computeIfAbsent(name, key -> new ArrayList<>()).add(archive.read(name));
                }
            }
        }
        return resources;
    }
}
