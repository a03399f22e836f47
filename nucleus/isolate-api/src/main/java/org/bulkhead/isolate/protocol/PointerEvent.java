package org.bulkhead.isolate.protocol;

/**
 * The mouse was moved, or a button changed.
 *
 * @param right distance since the last event in the mouse's own steps, to the right; negative to the left
 * @param down the same, towards the user
 * @param buttons the buttons that are held, as a sum of this class's constants
 */
public record PointerEvent(int right, int down, int buttons) {
    /** The left button. */
    public static final int LEFT_BUTTON = 0x1;
    /** The right button. */
    public static final int RIGHT_BUTTON = 0x2;
    /** The button in the middle, often the wheel. */
    public static final int MIDDLE_BUTTON = 0x4;
}
