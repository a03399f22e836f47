package org.bulkhead.isolate.protocol;

/**
 * A program that is not of the image but was installed.
 *
 * @param program number of the program
 * @param name of the program
 * @param component name of the component that it is, or is a version of
 * @param role whether it is the version that runs
 * @param module place of its module in the nucleus's pool
 * @param pages page frames of the module
 * @param references handles to the module, the supervisor's included, and isolates that run it
 */
public record InstalledProgram(int program, String name, String component, Role role, int module, int pages, int references) {
    /** What a program is to its component. */
    public enum Role {
        /** The version that lives, or would be started next. */
        CURRENT,
        /** The version to which {@link Supervision#rollback} goes back. */
        PREVIOUS,
        /** Neither: the component's own program, while other versions take its place. */
        SPARE
    }
}
