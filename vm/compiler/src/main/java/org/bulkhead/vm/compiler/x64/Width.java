package org.bulkhead.vm.compiler.x64;

/** How many bits of a general-purpose register an instruction works on. A 32-bit result clears the upper half of the register. */
public enum Width {
    /** 32 bits. */
    INT,
    /** 64 bits. */
    LONG
}
