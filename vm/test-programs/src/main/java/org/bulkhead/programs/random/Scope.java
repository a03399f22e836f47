package org.bulkhead.programs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The variables visible at one place of the program, inner ones last. */
final class Scope {
    /** Whether a statement may assign to a variable. */
    enum Access { ASSIGNABLE, READ_ONLY }

    /** A variable by the name that reads it. */
    record Variable(String name, Type type, Access access) {
    }

    private final Scope outer;
    private final List<Variable> variables = new ArrayList<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    void add(String name, Type type, Access access) {
        variables.add(new Variable(name, type, access));
    }

    /** Returns a variable of the type, or null if none is visible. */
    Variable any(Type type, Random random) {
        return pick(random, all().stream().filter(v -> v.type() == type).toList());
    }

    /** Returns a variable of the type that may be assigned to, or null if none is visible. */
    Variable anyAssignable(Type type, Random random) {
        return pick(random, all().stream().filter(v -> v.type() == type && v.access() == Access.ASSIGNABLE).toList());
    }

    private static Variable pick(Random random, List<Variable> from) {
        return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
    }

    private List<Variable> all() {
        List<Variable> result = outer == null ? new ArrayList<>() : outer.all();
        result.addAll(variables);
        return result;
    }
}
