package org.bulkhead.vm.compiler.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Several sources in order; the first that has a class wins. Remembers what it has read. Not thread-safe. */
public final class ChainedSource implements ListingSource {
    private final List<ListingSource> sources;
    private final Map<String, Optional<byte[]>> cache = new HashMap<>();

    public ChainedSource(List<? extends ListingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public byte[] find(String name) throws IOException {
        Optional<byte[]> known = cache.get(name);
        if (known == null) {
            known = Optional.ofNullable(search(name));
            cache.put(name, known);
        }
        return known.orElse(null);
    }

    @Override
    public boolean contains(String name) throws IOException {
        for (ListingSource source : sources) {
            if (source.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private byte[] search(String name) throws IOException {
        for (ListingSource source : sources) {
            byte[] found = source.find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public List<String> list(String packageName) throws IOException {
        TreeSet<String> all = new TreeSet<>();
        for (ListingSource source : sources) {
            all.addAll(source.list(packageName));
        }
        return List.copyOf(all);
    }
}
