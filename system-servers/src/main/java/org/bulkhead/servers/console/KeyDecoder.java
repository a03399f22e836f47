package org.bulkhead.servers.console;

/**
 * Makes keys of the bytes that a terminal sends: single characters, and escape sequences (ECMA-48) of the keys that have no character. What is not known is swallowed whole.
 */
final class KeyDecoder {
    private enum State {
        GROUND,
        /** Behind ESC. */
        ESCAPE,
        /** Behind ESC O: one letter follows. */
        SINGLE,
        /** Behind ESC [: parameters, then a letter. */
        SEQUENCE
    }

    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;
    private static final int PARAMETER_LIMIT = 99;

    private State state = State.GROUND;
    private int parameter;
    private int last;

    /** Takes a byte, 0 to 255; returns the key that it completes, or null. */
    Key decode(int value) {
        int before = last;
        last = value;
        switch (state) {
            case ESCAPE -> state = value == '[' ? State.SEQUENCE : value == 'O' ? State.SINGLE : value == ESCAPE ? State.ESCAPE : State.GROUND;
            case SINGLE -> {
                state = State.GROUND;
                return cursorKey(value);
            }
            case SEQUENCE -> {
                return sequence(value);
            }
            case GROUND -> {
                return ground(before, value);
            }
        }
        parameter = 0;
        return null;
    }

    private Key ground(int before, int value) {
        return switch (value) {
            case ESCAPE -> {
                state = State.ESCAPE;
                yield null;
            }
            case '\r' -> Key.of(Key.Kind.ENTER);
            // A terminal that sends both for one key is not to end two lines.
            case '\n' -> before == '\r' ? null : Key.of(Key.Kind.ENTER);
            case '\t' -> Key.of(Key.Kind.TAB);
            case '\b', DELETE -> Key.of(Key.Kind.BACKSPACE);
            default -> value < ' ' ? control((char) (value + '@')) : value > '~' ? null : Key.of((char) value);
        };
    }

    private static Key control(char letter) {
        return switch (letter) {
            case 'A' -> Key.of(Key.Kind.HOME);
            case 'B' -> Key.of(Key.Kind.LEFT);
            case 'C' -> Key.of(Key.Kind.CANCEL);
            case 'D' -> Key.of(Key.Kind.DELETE);
            case 'E' -> Key.of(Key.Kind.END);
            case 'F' -> Key.of(Key.Kind.RIGHT);
            case 'K' -> Key.of(Key.Kind.ERASE_TO_END);
            case 'L' -> Key.of(Key.Kind.CLEAR_SCREEN);
            case 'N' -> Key.of(Key.Kind.DOWN);
            case 'P' -> Key.of(Key.Kind.UP);
            case 'U' -> Key.of(Key.Kind.ERASE_TO_START);
            case 'W' -> Key.of(Key.Kind.ERASE_WORD);
            default -> null;
        };
    }

    private Key sequence(int value) {
        if (value >= '0' && value <= '9') {
            parameter = Math.min(parameter * 10 + value - '0', PARAMETER_LIMIT);
            return null;
        }
        if (value < '@' || value > '~') {
            // Private markers, separators; of the parameters only the last counts. What cannot be in a sequence ends it.
            parameter = 0;
            state = value < ' ' || value > '~' ? State.GROUND : State.SEQUENCE;
            return null;
        }
        state = State.GROUND;
        return switch (value) {
            case '~' -> editingKey(parameter);
            case 'c' -> Key.of(Key.Kind.IDENTIFIED);
            default -> cursorKey(value);
        };
    }

    private static Key cursorKey(int letter) {
        return switch (letter) {
            case 'A' -> Key.of(Key.Kind.UP);
            case 'B' -> Key.of(Key.Kind.DOWN);
            case 'C' -> Key.of(Key.Kind.RIGHT);
            case 'D' -> Key.of(Key.Kind.LEFT);
            case 'F' -> Key.of(Key.Kind.END);
            case 'H' -> Key.of(Key.Kind.HOME);
            default -> null;
        };
    }

    /** Keys of the VT220's editing keypad, by number. */
    private static Key editingKey(int number) {
        return switch (number) {
            case 1, 7 -> Key.of(Key.Kind.HOME);
            case 3 -> Key.of(Key.Kind.DELETE);
            case 4, 8 -> Key.of(Key.Kind.END);
            default -> null;
        };
    }
}
