package org.bulkhead.vm.compiler.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Class files in memory, by internal name. */
public final class MemorySource implements ListingSource {
    private final TreeMap<String, byte[]> classes = new TreeMap<>();

    public MemorySource() {}

    public MemorySource(Map<String, byte[]> classes) {
        this.classes.putAll(classes);
    }

    /** Adds a class file or replaces the one of that name. */
    public void put(String name, byte[] classFile) {
        classes.put(name, classFile);
    }

    @Override
    public byte[] find(String name) {
        return classes.get(name);
    }

    @Override
    public List<String> list(String packageName) {
        String prefix = packageName + "/";
        List<String> names = new ArrayList<>();
        for (String name : classes.tailMap(prefix).keySet()) {
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
