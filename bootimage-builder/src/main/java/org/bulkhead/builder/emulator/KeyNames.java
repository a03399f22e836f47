package org.bulkhead.builder.emulator;

import java.util.Locale;
import java.util.Map;
import org.bulkhead.isolate.protocol.Key;

/** What keys are called elsewhere. */
final class KeyNames {
    private static final String SIGNS = "`~-_=+[{]};:'\"\\|,<.>/?";
    private static final Key[] SIGN_KEYS = {Key.GRAVE, Key.MINUS, Key.EQUALS, Key.LEFT_BRACKET, Key.RIGHT_BRACKET, Key.SEMICOLON, Key.APOSTROPHE, Key.BACKSLASH, Key.COMMA, Key.PERIOD, Key.SLASH};
    private static final String SHIFTED_DIGITS = ")!@#$%^&*(";

    /** Names of QEMU's QKeyCode and numbers of X's keysymdef.h for keys whose names there do not follow from ours. */
    private static final Map<Key, Names> NAMES = Map.ofEntries(
        names(Key.GRAVE, "grave_accent", '`'), names(Key.MINUS, "minus", '-'), names(Key.EQUALS, "equal", '='),
        names(Key.LEFT_BRACKET, "bracket_left", '['), names(Key.RIGHT_BRACKET, "bracket_right", ']'), names(Key.SEMICOLON, "semicolon", ';'),
        names(Key.APOSTROPHE, "apostrophe", '\''), names(Key.BACKSLASH, "backslash", '\\'), names(Key.INTERNATIONAL, "less", '<'),
        names(Key.COMMA, "comma", ','), names(Key.PERIOD, "dot", '.'), names(Key.SLASH, "slash", '/'), names(Key.SPACE, "spc", ' '),
        names(Key.ESCAPE, "esc", 0xFF1B), names(Key.TAB, "tab", 0xFF09), names(Key.ENTER, "ret", 0xFF0D), names(Key.BACKSPACE, "backspace", 0xFF08),
        names(Key.LEFT_SHIFT, "shift", 0xFFE1), names(Key.RIGHT_SHIFT, "shift_r", 0xFFE2), names(Key.LEFT_CONTROL, "ctrl", 0xFFE3), names(Key.RIGHT_CONTROL, "ctrl_r", 0xFFE4),
        names(Key.LEFT_ALT, "alt", 0xFFE9), names(Key.RIGHT_ALT, "alt_r", 0xFFEA), names(Key.LEFT_META, "meta_l", 0xFFEB), names(Key.RIGHT_META, "meta_r", 0xFFEC),
        names(Key.MENU, "menu", 0xFF67), names(Key.CAPS_LOCK, "caps_lock", 0xFFE5), names(Key.NUM_LOCK, "num_lock", 0xFF7F), names(Key.SCROLL_LOCK, "scroll_lock", 0xFF14),
        names(Key.UP, "up", 0xFF52), names(Key.DOWN, "down", 0xFF54), names(Key.RIGHT, "right", 0xFF53), names(Key.LEFT, "left", 0xFF51),
        names(Key.HOME, "home", 0xFF50), names(Key.END, "end", 0xFF57), names(Key.INSERT, "insert", 0xFF63), names(Key.DELETE, "delete", 0xFFFF),
        names(Key.PAGE_UP, "pgup", 0xFF55), names(Key.PAGE_DOWN, "pgdn", 0xFF56), names(Key.KEYPAD_POINT, "kp_decimal", 0xFFAE),
        names(Key.KEYPAD_ADD, "kp_add", 0xFFAB), names(Key.KEYPAD_SUBTRACT, "kp_subtract", 0xFFAD), names(Key.KEYPAD_MULTIPLY, "kp_multiply", 0xFFAA),
        names(Key.KEYPAD_DIVIDE, "kp_divide", 0xFFAF), names(Key.KEYPAD_ENTER, "kp_enter", 0xFF8D), names(Key.PRINT_SCREEN, "print", 0xFF61), names(Key.PAUSE, "pause", 0xFF13));

    private static final int KEYPAD_0_SYMBOL = 0xFFB0;
    private static final int F1_SYMBOL = 0xFFBE;

    private record Names(String qemu, int symbol) {}

    private KeyNames() {}

    private static Map.Entry<Key, Names> names(Key key, String qemu, int symbol) {
        return Map.entry(key, new Names(qemu, symbol));
    }

    private static Names of(Key key) {
        Names found = NAMES.get(key);
        if (found != null) {
            return found;
        }
        String name = key.name().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('_') + 1);
        if (name.startsWith("digit_")) {
            return new Names(last, last.charAt(0));
        }
        if (name.startsWith("keypad_")) {
            return new Names("kp_" + last, KEYPAD_0_SYMBOL + Integer.parseInt(last));
        }
        return name.length() == 1 ? new Names(name, name.charAt(0)) : new Names(name, F1_SYMBOL + Integer.parseInt(name.substring(1)) - 1);
    }

    /** Returns what QEMU calls a key. */
    static String qemu(Key key) {
        return of(key).qemu();
    }

    /** Returns X's number of what the key writes without shift, by which VNC names it. */
    static int symbol(Key key) {
        return of(key).symbol();
    }

    /** Returns the keys to hold for a character, in the order in which to press them. */
    static Key[] keys(char character) {
        if (character == '\n' || character == '\r') {
            return new Key[] {Key.ENTER};
        }
        if (character == ' ') {
            return new Key[] {Key.SPACE};
        }
        if (character >= 'a' && character <= 'z') {
            return new Key[] {Key.valueOf(String.valueOf((char) (character - 'a' + 'A')))};
        }
        if (character >= 'A' && character <= 'Z') {
            return new Key[] {Key.LEFT_SHIFT, Key.valueOf(String.valueOf(character))};
        }
        if (character >= '0' && character <= '9') {
            return new Key[] {Key.valueOf("DIGIT_" + character)};
        }
        int digit = SHIFTED_DIGITS.indexOf(character);
        if (digit >= 0) {
            return new Key[] {Key.LEFT_SHIFT, Key.valueOf("DIGIT_" + digit)};
        }
        int sign = SIGNS.indexOf(character);
        if (sign < 0) {
            throw new IllegalArgumentException("no key writes character " + (int) character);
        }
        Key key = SIGN_KEYS[sign / 2];
        return sign % 2 == 0 ? new Key[] {key} : new Key[] {Key.LEFT_SHIFT, key};
    }
}
