package org.bulkhead.vm.linker.module;

import org.bulkhead.vm.linker.Closure;
import org.bulkhead.vm.linker.WorldLinker;

/**
 * A module as it was linked: what is sealed, and why it is as it is.
 *
 * @param sealed the pages
 * @param linker knows the closure, the sections and the addresses
 */
public record LinkedModule(SealedModule sealed, WorldLinker linker) {
    /** Returns what the module reaches and the image does not have. */
    public Closure closure() {
        return linker.closure();
    }
}
