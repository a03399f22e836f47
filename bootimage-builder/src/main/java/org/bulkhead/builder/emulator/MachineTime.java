package org.bulkhead.builder.emulator;

/** What makes the machine's time pass. Bochs knows instructions alone. */
public enum MachineTime {
    /** The host's clock: for machines that people or networks talk to. On a busy host the machine stands still while its time goes on. */
    HOST,
    /** The instructions that it executes; while it waits, time skips to what it waits for. However busy the host is, no deadline passes early. */
    INSTRUCTIONS
}
