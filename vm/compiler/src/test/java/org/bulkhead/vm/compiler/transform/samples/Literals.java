package org.bulkhead.vm.compiler.transform.samples;

import java.util.ArrayList;
import java.util.List;

/** Calls of a method with literals, and one with something else. */
public final class Literals {
    private static final List<String> CALLS = new ArrayList<>();

    private Literals() {}

    /** Returns a new object for a text. */
    public static StringBuilder of(String text) {
        CALLS.add(text);
        return new StringBuilder(text);
    }

    /** Returns how often {@link #of} was called in three rounds, and whether the same text gave the same object. */
    public static String run() {
        String other = String.valueOf(3);
        List<StringBuilder> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(of("once"));
            made.add(of("ünlike"));
            made.add(of(other));
        }
        return CALLS.size() + " calls, " + made + ", " + (made.get(0) == made.get(3) && made.get(0) == again()) + " " + (made.get(2) == made.get(5));
    }

    private static StringBuilder again() {
        return of("once");
    }
}
