package org.bulkhead.isolate.call;

import org.bulkhead.nucleus.abi.SystemCall;

/** What isolates that run a module may do with one of its pages. */
public enum ModulePage {
    /** Read and execute. */
    CODE(SystemCall.MODULE_CODE),
    /** Read. */
    METADATA(SystemCall.MODULE_METADATA),
    /** Read, and write a copy of one's own. */
    DATA(SystemCall.MODULE_DATA);

    /** What system calls call it. */
    final int number;

    ModulePage(int number) {
        this.number = number;
    }
}
