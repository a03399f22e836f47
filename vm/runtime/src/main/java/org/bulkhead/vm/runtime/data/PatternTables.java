package org.bulkhead.vm.runtime.data;

import java.text.Normalizer;

/**
 * The tables of characters that a regular expression asks for only if it says so: normal forms ({@code CANON_EQ}) and names ({@code \N{…}}).
 *
 * <p>Calls of Pattern end here ({@code PatternTransform}), at objects that are not there unless the program can ask for them. So a program that splits a text at commas holds no tables.
 */
public abstract class PatternTables {
    private static PatternTables forms;
    private static PatternTables names;

    /** Makes normal forms available; called by the code that compiles patterns with flags. */
    public static void useForms() {
        if (forms == null) {
            forms = new Forms();
        }
    }

    /** Makes names available; called when the names of characters are first read. */
    public static void useNames() {
        if (names == null) {
            names = new Names();
        }
    }

    /** As in {@code java.text.Normalizer}. */
    public static String normalize(CharSequence text, Normalizer.Form form) {
        return checked(forms, "canonical equivalence needs a pattern that is compiled with flags").normalForm(text, form);
    }

    /** As in {@code sun.text.Normalizer}. */
    public static int getCombiningClass(int point) {
        return checked(forms, "casing in Turkish, Azeri and Lithuanian needs the tables of normal forms: compile a pattern with CANON_EQ before").combiningClass(point);
    }

    /** As in {@code Character}. */
    public static int codePointOf(String name) {
        return checked(names, "the names of characters are not loaded: call Character.getName before, or write \\x{…}").point(name);
    }

    private static PatternTables checked(PatternTables tables, String remedy) {
        if (tables == null) {
            throw new UnsupportedOperationException(remedy);
        }
        return tables;
    }

    String normalForm(CharSequence text, Normalizer.Form form) {
        throw new AssertionError();
    }

    int combiningClass(int point) {
        throw new AssertionError();
    }

    int point(String name) {
        throw new AssertionError();
    }

    private static final class Forms extends PatternTables {
        @Override
        String normalForm(CharSequence text, Normalizer.Form form) {
            return Normalizer.normalize(text, form);
        }

        @Override
        int combiningClass(int point) {
            return sun.text.Normalizer.getCombiningClass(point);
        }
    }

    private static final class Names extends PatternTables {
        @Override
        int point(String name) {
            return Character.codePointOf(name);
        }
    }
}
