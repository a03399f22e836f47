package org.bulkhead.servers.loader;

import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleException;

/** What makes modules of jars. */
interface Compiling {
    /** Returns the key of a jar's module. */
    byte[] key(byte[] jar);

    /** Returns the module of a jar; throws ModuleException if it cannot become one. */
    MadeModule make(byte[] jar) throws ModuleException;
}
