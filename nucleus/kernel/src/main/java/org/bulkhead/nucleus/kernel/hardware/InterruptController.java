package org.bulkhead.nucleus.kernel.hardware;

/** The pair of 8259A interrupt controllers: sixteen lines, of which line 2 joins the two. (Intel 8259A data sheet.) */
public final class InterruptController {
    /** Number of interrupt lines. */
    public static final int LINES = 16;
    /** Vector of line 0. */
    public static final int FIRST_VECTOR = 32;
    /** The line that the second controller hangs on. */
    public static final int CASCADE = 2;

    private static final int FIRST_COMMAND = 0x20, FIRST_DATA = 0x21, SECOND_COMMAND = 0xA0, SECOND_DATA = 0xA1, INITIALIZE = 0x11, MODE_8086 = 1;
    private static final int READ_IN_SERVICE = 0x0B, END_OF_INTERRUPT = 0x20, ALL = 0xFF;
    /** A controller gives its lowest line when the request vanished before it was acknowledged. */
    private static final int SPURIOUS = 7;

    private final Hardware hardware;
    private int mask = 0xFFFF & ~(1 << CASCADE);

    public InterruptController(Hardware hardware) { this.hardware = hardware; }

    /** Moves the lines to vectors {@link #FIRST_VECTOR} and up, all masked. */
    public void initialize() {
        hardware.out(FIRST_COMMAND, INITIALIZE);
        hardware.out(SECOND_COMMAND, INITIALIZE);
        hardware.out(FIRST_DATA, FIRST_VECTOR);
        hardware.out(SECOND_DATA, FIRST_VECTOR + 8);
        hardware.out(FIRST_DATA, 1 << CASCADE);
        hardware.out(SECOND_DATA, CASCADE);
        hardware.out(FIRST_DATA, MODE_8086);
        hardware.out(SECOND_DATA, MODE_8086);
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

    /** Returns whether the line is masked. */
    public boolean isMasked(int line) { return (mask >> line & 1) != 0; }

    /** Acknowledges an interrupt; returns whether it was a real one. */
    public boolean acknowledge(int line) {
        if ((line & 7) == SPURIOUS) {
            int command = line < 8 ? FIRST_COMMAND : SECOND_COMMAND;
            hardware.out(command, READ_IN_SERVICE);
            if ((hardware.in(command) >> SPURIOUS & 1) == 0) {
                if (line >= 8) hardware.out(FIRST_COMMAND, END_OF_INTERRUPT);
                return false;
            }
        }
        if (line >= 8) hardware.out(SECOND_COMMAND, END_OF_INTERRUPT);
        hardware.out(FIRST_COMMAND, END_OF_INTERRUPT);
        return true;
    }

    private void apply() {
        hardware.out(FIRST_DATA, mask & ALL);
        hardware.out(SECOND_DATA, mask >> 8 & ALL);
    }
}
