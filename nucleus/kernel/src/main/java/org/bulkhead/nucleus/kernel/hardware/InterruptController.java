package org.bulkhead.nucleus.kernel.hardware;

/** The pair of 8259A interrupt controllers: sixteen lines, of which line 2 joins the two. (Intel 8259A data sheet.) */
public final class InterruptController {
    /** Number of interrupt lines. */
    public static final int LINES = 16;
    /** Vector of line 0. */
    public static final int FIRST_VECTOR = 32;
    /** The line that the second controller hangs on. */
    public static final int CASCADE = 2;

    /** Ports of the controller of lines 0 to 7, and of the one of lines 8 to 15: command, data. */
    public static final int FIRST_PORT = 0x20;
    public static final int SECOND_PORT = 0xA0;
    public static final int PORTS = 2;

    private static final int FIRST_DATA = 0x21;
    private static final int SECOND_DATA = 0xA1;
    private static final int INITIALIZE = 0x11;
    private static final int MODE_8086 = 1;
    private static final int READ_IN_SERVICE = 0x0B;
    private static final int END_OF_INTERRUPT = 0x20;
    /** A controller gives its lowest line when the request vanished before it was acknowledged. */
    private static final int SPURIOUS = 7;

    /** Ports and values, in the order that the data sheet asks for: begin, first vector, how the two are joined, mode. */
    private static final int[] SETUP = {FIRST_PORT, INITIALIZE, SECOND_PORT, INITIALIZE, FIRST_DATA, FIRST_VECTOR, SECOND_DATA, FIRST_VECTOR + 8,
        FIRST_DATA, 1 << CASCADE, SECOND_DATA, CASCADE, FIRST_DATA, MODE_8086, SECOND_DATA, MODE_8086};

    private final Hardware hardware;
    private int mask = 0xFFFF & ~(1 << CASCADE);

    public InterruptController(Hardware hardware) {
        this.hardware = hardware;
    }

    /** Moves the lines to vectors {@link #FIRST_VECTOR} and up, all masked. */
    public void initialize() {
        hardware.out(SETUP);
        apply();
    }

    /** Lets no interrupt of the line through; an edge that comes meanwhile is remembered by the controller. */
    public void mask(int line) {
        mask |= 1 << line;
        apply();
    }

    /** Lets interrupts of the line through. */
    public void unmask(int line) {
        mask &= ~(1 << line);
        apply();
    }

    /** Returns whether the line lets no interrupt through. */
    public boolean isMasked(int line) {
        return (mask >> line & 1) != 0;
    }

    /** Acknowledges an interrupt; returns whether it was a real one. */
    public boolean acknowledge(int line) {
        boolean real = (line & 7) != SPURIOUS || isInService(line < 8 ? FIRST_PORT : SECOND_PORT);
        if (real && line >= 8) {
            hardware.out(SECOND_PORT, END_OF_INTERRUPT);
        }
        // The first controller has seen the second one's interrupt, whatever that was.
        if (real || line >= 8) {
            hardware.out(FIRST_PORT, END_OF_INTERRUPT);
        }
        return real;
    }

    private boolean isInService(int command) {
        hardware.out(command, READ_IN_SERVICE);
        return (hardware.in(command) >> SPURIOUS & 1) != 0;
    }

    private void apply() {
        hardware.out(FIRST_DATA, mask);
        hardware.out(SECOND_DATA, mask >> 8);
    }
}
