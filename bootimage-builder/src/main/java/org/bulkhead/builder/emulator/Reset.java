package org.bulkhead.builder.emulator;

/** What becomes of a run when the machine is reset; QEMU cannot tell a reset from the triple fault of a crash, Bochs can. */
public enum Reset {
    /** A run in QEMU ends as crashed; one in Bochs goes on. */
    IS_A_CRASH,
    /** The machine starts anew; a crash in QEMU starts it anew as well. */
    STARTS_ANEW
}
