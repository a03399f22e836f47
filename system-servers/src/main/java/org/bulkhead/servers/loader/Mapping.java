package org.bulkhead.servers.loader;

import java.io.IOException;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.modules.ModuleException;
import org.bulkhead.vm.linker.module.SealedPage;

/** What makes sealed modules the nucleus's, so that isolates can run them. */
interface Mapping {
    /**
     * Returns the only handle to a module of these pages. Throws with what there is too little of, and how to get more, or what the nucleus refuses, and what reading the pages throws; nothing of the module is left then.
     */
    Handle map(Pages pages) throws ModuleException, IOException;

    /** The pages of a module, one after the other. */
    @FunctionalInterface
    interface Pages {
        /** Returns the next page, or null after the last. Throws {@link org.bulkhead.vm.linker.module.ModuleFormatProblem} if it is damaged, or after the last if any was. */
        SealedPage next() throws IOException;
    }
}
