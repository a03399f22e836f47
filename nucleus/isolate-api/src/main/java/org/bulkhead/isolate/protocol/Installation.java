package org.bulkhead.isolate.protocol;

/**
 * What the loader has done.
 *
 * @param program number of the program, or -1 after an update
 * @param name of the program
 * @param origin where its sealed module came from
 * @param pages of the module, of 4 KiB
 * @param methods that were compiled for it, 0 if none had to be
 */
public record Installation(int program, @MaxLength(15) String name, Origin origin, int pages, int methods) {
    /** Where a sealed module comes from. */
    public enum Origin {
        /** The loader compiled the jar. */
        COMPILED,
        /** The loader had compiled the same jar before, and found the module on the volume. */
        CACHED,
        /** Somebody else made the module. */
        SEALED
    }
}
