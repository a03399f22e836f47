package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.VmType;

/** The two closed worlds that are compiled into one image; they share no code, no literals and no static fields' memory. */
public enum World {
    /** Programs in ring 3, and everything that they reach. */
    ISOLATE,
    /** The kernel in ring 0, and everything that it reaches: supervisor-only memory, no allocation. */
    NUCLEUS;

    private static final String NUCLEUS_PACKAGE = "org/bulkhead/nucleus/kernel/";

    /** Returns the world in which the initialiser of a class runs, and whose literals it sees. */
    public static World of(VmType type) {
        return type.name().startsWith(NUCLEUS_PACKAGE) ? NUCLEUS : ISOLATE;
    }
}
