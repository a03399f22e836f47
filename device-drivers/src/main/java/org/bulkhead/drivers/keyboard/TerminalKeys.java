package org.bulkhead.drivers.keyboard;

import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;

/** What a terminal would send for a key: the character, or the escape sequence that xterm has for it (xterm's control sequences, "PC-style function keys"). */
public final class TerminalKeys {
    private static final char ESCAPE = 0x1B;
    private static final char DELETE = 0x7F;
    private static final int CONTROL_MASK = 0x1F;
    /** The modifiers that xterm adds up in a sequence's second parameter, which begins at 1. */
    private static final int REPORTED = KeyEvent.SHIFT | KeyEvent.ALT | KeyEvent.CONTROL | KeyEvent.META;

    private TerminalKeys() {}

    /** Returns the text for an event, empty if it writes nothing. */
    public static String text(KeyEvent event) {
        if (event.action() == KeyAction.RELEASED) {
            return "";
        }
        if (event.character() != 0) {
            char written = (char) (event.with(KeyEvent.CONTROL) ? control(event.character()) : event.character());
            return alternate(event, written);
        }
        return switch (event.key()) {
            case ENTER, KEYPAD_ENTER -> alternate(event, '\r');
            case BACKSPACE -> alternate(event, DELETE);
            case ESCAPE -> alternate(event, ESCAPE);
            case TAB -> event.with(KeyEvent.SHIFT) ? ESCAPE + "[Z" : alternate(event, '\t');
            case UP, KEYPAD_8 -> letter(event, 'A');
            case DOWN, KEYPAD_2 -> letter(event, 'B');
            case RIGHT, KEYPAD_6 -> letter(event, 'C');
            case LEFT, KEYPAD_4 -> letter(event, 'D');
            case KEYPAD_5 -> letter(event, 'E');
            case END, KEYPAD_1 -> letter(event, 'F');
            case HOME, KEYPAD_7 -> letter(event, 'H');
            case F1 -> function(event, 'P');
            case F2 -> function(event, 'Q');
            case F3 -> function(event, 'R');
            case F4 -> function(event, 'S');
            case INSERT, KEYPAD_0 -> number(event, 2);
            case DELETE, KEYPAD_POINT -> number(event, 3);
            case PAGE_UP, KEYPAD_9 -> number(event, 5);
            case PAGE_DOWN, KEYPAD_3 -> number(event, 6);
            case F5 -> number(event, 15);
            case F6 -> number(event, 17);
            case F7 -> number(event, 18);
            case F8 -> number(event, 19);
            case F9 -> number(event, 20);
            case F10 -> number(event, 21);
            case F11 -> number(event, 23);
            case F12 -> number(event, 24);
            default -> "";
        };
    }

    /** Returns the control character of a key's character; those that have none stay as they are. */
    private static int control(int character) {
        if (character == ' ' || character >= '@' && character <= '~') {
            return character & CONTROL_MASK;
        }
        return character == '?' ? DELETE : character == '/' ? '_' & CONTROL_MASK : character;
    }

    private static String alternate(KeyEvent event, char written) {
        return event.with(KeyEvent.ALT) ? ESCAPE + String.valueOf(written) : String.valueOf(written);
    }

    private static String letter(KeyEvent event, char last) {
        int modifiers = event.modifiers() & REPORTED;
        return modifiers == 0 ? ESCAPE + "[" + last : ESCAPE + "[1;" + (modifiers + 1) + last;
    }

    private static String function(KeyEvent event, char last) {
        return (event.modifiers() & REPORTED) == 0 ? ESCAPE + "O" + last : letter(event, last);
    }

    private static String number(KeyEvent event, int first) {
        int modifiers = event.modifiers() & REPORTED;
        return modifiers == 0 ? ESCAPE + "[" + first + "~" : ESCAPE + "[" + first + ";" + (modifiers + 1) + "~";
    }
}
