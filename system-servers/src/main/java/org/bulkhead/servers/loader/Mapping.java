package org.bulkhead.servers.loader;

import org.bulkhead.isolate.call.Handle;
import org.bulkhead.vm.linker.module.SealedModule;

/** What makes sealed modules the nucleus's, so that isolates can run them. */
interface Mapping {
    /** Returns the only handle to the module. Throws {@link org.bulkhead.isolate.call.NucleusException} if the nucleus refuses a page, or has no room. */
    Handle map(SealedModule module);
}
