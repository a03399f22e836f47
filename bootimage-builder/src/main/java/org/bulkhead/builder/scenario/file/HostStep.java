package org.bulkhead.builder.scenario.file;

/**
 * What the host does when the conductor says that it is the turn of a step.
 *
 * @param number of the step in the plan
 * @param device by which the host reaches the machine
 * @param text that it types
 */
public record HostStep(int number, Device device, String text) {
    /** By what the host reaches the machine. */
    public enum Device {
        /** Its serial line. */
        SERIAL,
        /** Its own keyboard. */
        KEYBOARD
    }
}
