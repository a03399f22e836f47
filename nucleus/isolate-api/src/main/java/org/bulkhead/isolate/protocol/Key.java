package org.bulkhead.isolate.protocol;

/**
 * The keys of a PC keyboard by position, named after what is printed on them in the United States.
 *
 * <p>The first {@link #WRITING_KEYS} write something that depends on the keyboard's layout; they come row by row, so that a layout is two texts of that length.
 */
public enum Key {
    GRAVE, DIGIT_1, DIGIT_2, DIGIT_3, DIGIT_4, DIGIT_5, DIGIT_6, DIGIT_7, DIGIT_8, DIGIT_9, DIGIT_0, MINUS, EQUALS,
    Q, W, E, R, T, Y, U, I, O, P, LEFT_BRACKET, RIGHT_BRACKET,
    A, S, D, F, G, H, J, K, L, SEMICOLON, APOSTROPHE, BACKSLASH,
    /** Between the left shift key and Z on keyboards of 102 keys. */
    INTERNATIONAL, Z, X, C, V, B, N, M, COMMA, PERIOD, SLASH,
    SPACE, ESCAPE, TAB, ENTER, BACKSPACE,
    LEFT_SHIFT, RIGHT_SHIFT, LEFT_CONTROL, RIGHT_CONTROL, LEFT_ALT, RIGHT_ALT, LEFT_META, RIGHT_META, MENU,
    CAPS_LOCK, NUM_LOCK, SCROLL_LOCK,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
    UP, DOWN, RIGHT, LEFT, HOME, END, INSERT, DELETE, PAGE_UP, PAGE_DOWN,
    KEYPAD_0, KEYPAD_1, KEYPAD_2, KEYPAD_3, KEYPAD_4, KEYPAD_5, KEYPAD_6, KEYPAD_7, KEYPAD_8, KEYPAD_9, KEYPAD_POINT,
    KEYPAD_ADD, KEYPAD_SUBTRACT, KEYPAD_MULTIPLY, KEYPAD_DIVIDE, KEYPAD_ENTER,
    PRINT_SCREEN, PAUSE;

    /** Number of keys, counted from the first, whose text depends on the layout. */
    public static final int WRITING_KEYS = 48;
}
