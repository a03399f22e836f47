package org.bulkhead.isolate.message;

/**
 * Who sends a message, as its supervisor has labelled the connection and the nucleus tells the server.
 *
 * <pre>
 * bits 0-7 number of the program   8-31 number of its installation, 0 of a program of the image
 * </pre>
 * Program numbers are used again when a program is removed; together with the installation it is one program for as long as the machine runs. All incarnations and versions of a component have the same.
 */
public final class Badge {
    private static final int PROGRAM_BITS = 8;
    private static final int PROGRAM_MASK = (1 << PROGRAM_BITS) - 1;

    private Badge() {}

    /**
     * {@return the badge of a program}
     *
     * @param program its number
     * @param installation number of its installation, 0 of a program of the image; of larger ones the lower 24 bits count
     */
    public static int of(int program, int installation) {
        return installation << PROGRAM_BITS | program;
    }

    /**
     * {@return the program's number}
     *
     * @param badge its badge
     */
    public static int program(int badge) {
        return badge & PROGRAM_MASK;
    }
}
