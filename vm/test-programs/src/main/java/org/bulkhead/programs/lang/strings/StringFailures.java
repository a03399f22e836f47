package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Strings and builders refuse indices outside them, with messages that name the numbers. */
public final class StringFailures {
    private interface Action {
        Object run();
    }

    public static void main(String[] args) {
        String s = "abc";
        attempt(() -> s.charAt(3));
        attempt(() -> s.charAt(-1));
        attempt(() -> s.substring(4));
        attempt(() -> s.substring(2, 1));
        attempt(() -> s.substring(-1, 2));
        attempt(() -> s.substring(1, 9));
        attempt(() -> "\u20ac".charAt(1));
        attempt(() -> s.repeat(-1));
        attempt(() -> new String(new char[3], 2, 2));
        attempt(() -> new StringBuilder(s).insert(4, "x"));
        attempt(() -> new StringBuilder(s).deleteCharAt(3));
        attempt(() -> new StringBuilder(s).delete(2, 1));
        attempt(() -> new StringBuilder(s).charAt(5));
        attempt(() -> {
            new StringBuilder(s).setLength(-1);
            return null;
        });
        attempt(() -> s.concat(null));
        attempt(() -> s.compareTo(null));
        attempt(() -> s.contains(null));
        attempt(() -> new StringBuilder(-1));
    }

    private static void attempt(Action action) {
        try {
            Out.println("" + action.run());
        } catch (NullPointerException e) {
            Out.println("null pointer");
        } catch (NegativeArraySizeException e) {
            Out.println("negative size " + e.getMessage());
        } catch (RuntimeException e) {
            Out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
