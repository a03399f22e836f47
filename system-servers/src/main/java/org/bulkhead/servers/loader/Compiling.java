package org.bulkhead.servers.loader;

import java.util.List;
import org.bulkhead.modules.MadeModule;
import org.bulkhead.modules.ModuleException;

/** What makes modules of jars. */
interface Compiling {
    /** Returns the names of the jars beside a program's own that it needs; throws ModuleException if that one is damaged. */
    List<String> classPath(byte[] jar) throws ModuleException;

    /** Returns the key of the module of a program with these jars. */
    byte[] key(List<byte[]> jars);

    /** Returns the module of the program with these jars, its own first, and books the time; if that has several, of the one with that name. Throws ModuleException if they cannot become one. */
    MadeModule make(List<byte[]> jars, String name, LoadTimes times) throws ModuleException;
}
