package org.bulkhead.vm.linker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each thing in an image, what first asked for it. */
public final class Provenance {
    /** Longest path that is printed whole. */
    private static final int PRINTED = 40;

    private final Map<Object, Object> askedBy = new LinkedHashMap<>();

    /** Remembers that {@code thing} is there because of {@code reason}, unless an earlier reason is known. */
    void note(Object thing, Object reason) {
        askedBy.putIfAbsent(thing, reason);
    }

    /** Returns the chain from {@code thing} to the root that made it reachable; empty if the image does not hold it. */
    public List<Object> why(Object thing) {
        List<Object> path = new ArrayList<>();
        if (askedBy.containsKey(thing)) {
            for (Object each = thing; each != null; each = askedBy.get(each)) {
                path.add(each);
            }
        }
        return path;
    }

    /** Returns the chain as indented lines. */
    public String explain(Object thing) {
        List<Object> path = why(thing);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            if (i == PRINTED) {
                text.append("\n    … and ").append(path.size() - i).append(" more");
                break;
            }
            text.append(i == 0 ? "" : "\n    needed by ").append(path.get(i));
        }
        return text.toString();
    }

    /** Returns all things that have a reason, in the order of asking. */
    public Iterable<Object> things() {
        return askedBy.keySet();
    }
}
