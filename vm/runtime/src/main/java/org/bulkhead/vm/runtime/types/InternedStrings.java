package org.bulkhead.vm.runtime.types;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.vm.runtime.ImageInfo;

/** One string for each value that was interned: the literals of image and module, and what {@code String.intern} has added. */
public final class InternedStrings {
    private static Map<String, String> added;

    private static final Object LOCK = new Object();

    private InternedStrings() {}

    /** Returns the one interned string that equals {@code text}. */
    public static String intern(String text) {
        String literal = find(ImageInfo.literals, text);
        if (literal == null) {
            literal = find(ImageInfo.moduleLiterals, text);
        }
        if (literal != null) {
            return literal;
        }
        synchronized (LOCK) {
            if (added == null) {
                added = new HashMap<>();
            }
            String known = added.putIfAbsent(text, text);
            return known == null ? text : known;
        }
    }

    private static String find(String[] literals, String text) {
        int low = 0;
        int high = literals == null ? -1 : literals.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = literals[middle].compareTo(text);
            if (order == 0) {
                return literals[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
