package org.bulkhead.builder.emulator;

/** How a run ended. */
public enum Ending {
    /** The system switched the machine off. */
    POWERED_OFF,
    /** The processor could not go on (a triple fault), or the machine was reset. */
    CRASHED,
    /** The emulator itself failed, for example to start; its own words are in {@link EmulatorRun#emulatorMessage()}. */
    EMULATOR_FAILED,
    /** The limit of host time was reached. */
    TIMED_OUT,
    /** The run was closed while the machine was still running. */
    STOPPED
}
