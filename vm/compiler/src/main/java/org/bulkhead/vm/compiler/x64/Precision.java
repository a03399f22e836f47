package org.bulkhead.vm.compiler.x64;

/** The format of a scalar SSE operation. */
public enum Precision {
    /** binary32. */
    SINGLE(0xF3),
    /** binary64. */
    DOUBLE(0xF2);

    final int prefix;

    Precision(int prefix) {
        this.prefix = prefix;
    }
}
