package org.bulkhead.vm.runtime.substitute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class is merged into the class that it names, or takes its place. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Substitutes {
    /** The name of the target as {@code Class.getName} gives it: {@code java.util.Map$Entry}. */
    String value();

    /** What happens to those members of the target that the substitution does not mention. */
    Mode mode() default Mode.MERGE;

    /** What happens to the static initialiser of the target. */
    Initializer initializer() default Initializer.APPEND;

    /** The fate of the members of the target that are not mentioned. */
    enum Mode {
        /** They stay. */
        MERGE,
        /** They go; only aliased members and the members of the substitution remain. Superclass and interfaces are still those of the target. */
        WHOLE_CLASS
    }

    /** The fate of the static initialiser of the target. */
    enum Initializer {
        /** It stays; the static initialiser of the substitution, if there is one, runs after it. In mode WHOLE_CLASS the same as REPLACE. */
        APPEND,
        /** It goes, with the initial values it would have given to static fields; the static initialiser of the substitution, if there is one, takes its place. */
        REPLACE
    }
}
