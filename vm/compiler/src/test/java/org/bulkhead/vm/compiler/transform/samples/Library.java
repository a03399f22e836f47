package org.bulkhead.vm.compiler.transform.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Stands for a class of the class library that an image cannot use as it is. */
public final class Library {
    static final List<String> LOG = new ArrayList<>(List.of("original initialiser"));
    static String setting = "original setting";
    private final String name;
    private int count;

    Library(String name) {
        this.name = name;
        LOG.add("original constructor " + name);
    }

    /** Does its work and returns a transcript. */
    public static String run() {
        List<Object> out = new ArrayList<>();
        Library library = new Library("a");
        out.add(setting);
        out.add(library.nativeSum(2, 3));
        out.add(library.describe());
        out.add(library.lambda());
        out.add(helper(library));
        out.add(new User(library).use());
        out.add(Hidden.secret());
        try {
            library.load();
            out.add("loaded");
        } catch (UnsatisfiedLinkError e) {
            out.add(e.getMessage());
        }
        out.add(Whole.state + new Whole().shown() + Whole.kept());
        out.add(LOG);
        return out.toString();
    }

    native int nativeSum(int a, int b);

    String describe() {
        return "original " + name + count;
    }

    String lambda() {
        Supplier<String> lambda = () -> "original lambda " + name;
        return lambda.get() + kept();
    }

    private String kept() {
        Supplier<String> lambda = () -> " kept lambda " + count;
        return lambda.get();
    }

    static synchronized String helper(Library library) {
        return "original helper";
    }

    void load() {}

    private static final class Hidden {
        static String secret() {
            return "original secret";
        }
    }
}

/** Uses the library through private members that only substitutions can name. */
final class User {
    private final Library library;

    User(Library library) {
        this.library = library;
    }

    String use() {
        return "original user" + library.describe();
    }
}

class Whole {
    static String state = "original state";
    static final String OTHER = String.valueOf(1);

    static String kept() {
        return " kept " + (OTHER == null);
    }

    String shown() {
        return "original shown";
    }

    static void dropped() {}
}
