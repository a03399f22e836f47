package org.bulkhead.builder.emulator;

/** What makes the machine's time pass. */
public enum MachineTime {
    /** The host's clock in QEMU, as networks want it: on a busy host the machine stands still while its time goes on. In Bochs, which knows instructions alone, as {@link #INSTRUCTIONS}. */
    HOST,
    /** As {@link #HOST}, but while the machine waits Bochs waits as well: for people, who type slowly. */
    LIVE,
    /** The instructions that it executes; while it waits, time skips to what it waits for. However busy the host is, no deadline passes early. */
    INSTRUCTIONS
}
