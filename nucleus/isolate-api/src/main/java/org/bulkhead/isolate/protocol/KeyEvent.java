package org.bulkhead.isolate.protocol;

/**
 * Something happened to a key.
 *
 * @param key which
 * @param action what
 * @param modifiers the modifiers held and locks set at that time, as a sum of this class's constants; a modifier's own press counts already, its own release no longer
 * @param character what the key writes with these modifiers by the keyboard's layout, 0 if nothing
 */
public record KeyEvent(Key key, KeyAction action, int modifiers, int character) {
    /** One of the shift keys. */
    public static final int SHIFT = 0x01;
    /** The left alt key. */
    public static final int ALT = 0x02;
    /** One of the control keys. */
    public static final int CONTROL = 0x04;
    /** One of the meta keys, on which a logo is printed. */
    public static final int META = 0x08;
    /** The right alt key, which on some layouts chooses a third text. */
    public static final int ALT_GRAPH = 0x10;
    /** The caps lock is set. */
    public static final int CAPS_LOCK = 0x20;
    /** The num lock is set. */
    public static final int NUM_LOCK = 0x40;
    /** The scroll lock is set. */
    public static final int SCROLL_LOCK = 0x80;

    /**
     * {@return whether {@code modifier}, one of this class's constants, was held or set}
     *
     * @param modifier one constant
     */
    public boolean with(int modifier) {
        return (modifiers & modifier) != 0;
    }
}
