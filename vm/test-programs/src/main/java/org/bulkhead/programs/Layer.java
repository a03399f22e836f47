package org.bulkhead.programs;

/**
 * How much of the class library a program needs, so that a VM that comes up from below can run one layer at a time.
 *
 * <p>A program's layer is the first package below {@code org.bulkhead.programs} that it stands in.
 */
public enum Layer {
    /** Bytecode, objects, arrays and exceptions; output through {@link Out} and nothing else. */
    CORE,
    /** {@code java.lang}: strings, boxing, lambdas, records, enums, stack traces. */
    LANG,
    /** {@code java.util}, {@code java.nio}, {@code java.math}, {@code java.security}. */
    UTIL,
    /** Programs that keep the collector busy. */
    GC,
    /** Programs whose classes are open: reflection, proxies, services, resources. */
    REFLECT,
    /** Programs of several threads. */
    THREADS;

    /** Returns the package segment that programs of this layer stand in. */
    public String packageName() {
        return switch (this) {
            case CORE -> "core";
            case LANG -> "lang";
            case UTIL -> "util";
            case GC -> "gc";
            case REFLECT -> "reflect";
            case THREADS -> "threads";
        };
    }
}
