package org.bulkhead.vm.linker.module;

/** How a page of a module is mapped; the order is that of the file. */
public enum PageKind {
    /** Read and execute, shared by all isolates of the module. */
    CODE,
    /** Read only, shared. */
    METADATA,
    /** Copy on write, private to each isolate. */
    DATA
}
