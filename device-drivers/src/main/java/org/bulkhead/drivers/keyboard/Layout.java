package org.bulkhead.drivers.keyboard;

import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyEvent;

/** What the keys write. */
public final class Layout {
    /** The United States. */
    public static final Layout US = new Layout(
        "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'\\" + "\\zxcvbnm,./",
        "~!@#$%^&*()_+" + "QWERTYUIOP{}" + "ASDFGHJKL:\"|" + "|ZXCVBNM<>?");

    private final String plain;
    private final String shifted;

    /** Makes a layout from what the first {@link Key#WRITING_KEYS} keys write without and with shift. */
    public Layout(String plain, String shifted) {
        if (plain.length() != Key.WRITING_KEYS || shifted.length() != Key.WRITING_KEYS) {
            throw new IllegalArgumentException("a layout has " + Key.WRITING_KEYS + " keys, not " + plain.length() + " and " + shifted.length() + " with shift");
        }
        this.plain = plain;
        this.shifted = shifted;
    }

    /** Returns the character that {@code key} writes while {@code modifiers} of {@link KeyEvent} are held or set, 0 for none. */
    public int character(Key key, int modifiers) {
        int index = key.ordinal();
        boolean shift = (modifiers & KeyEvent.SHIFT) != 0;
        if (index < Key.WRITING_KEYS) {
            boolean letter = plain.charAt(index) >= 'a' && plain.charAt(index) <= 'z';
            boolean capital = shift ^ (letter && (modifiers & KeyEvent.CAPS_LOCK) != 0);
            return (capital ? shifted : plain).charAt(index);
        }
        if (writesNumbers(key, modifiers)) {
            return key == Key.KEYPAD_POINT ? '.' : '0' + index - Key.KEYPAD_0.ordinal();
        }
        return switch (key) {
            case SPACE -> ' ';
            case KEYPAD_ADD -> '+';
            case KEYPAD_SUBTRACT -> '-';
            case KEYPAD_MULTIPLY -> '*';
            case KEYPAD_DIVIDE -> '/';
            default -> 0;
        };
    }

    /** Returns whether {@code key} is a key of the number pad that writes its digit rather than moving the cursor. */
    private static boolean writesNumbers(Key key, int modifiers) {
        boolean digit = key.ordinal() >= Key.KEYPAD_0.ordinal() && key.ordinal() <= Key.KEYPAD_POINT.ordinal();
        return digit && (modifiers & KeyEvent.NUM_LOCK) != 0 && (modifiers & KeyEvent.SHIFT) == 0;
    }
}
