package org.bulkhead.builder.emulator;

/** Whether somebody can sit at the machine's own screen, keyboard and mouse. */
public enum Display {
    /** They are there, but nobody sees or touches them. */
    UNATTENDED,
    /** {@link EmulatorRun#desk} reads the screen, types and moves the mouse. */
    ATTENDED
}
