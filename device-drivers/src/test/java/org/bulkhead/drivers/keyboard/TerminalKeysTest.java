package org.bulkhead.drivers.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys with modifiers become what a terminal sends. */
class TerminalKeysTest {
    private static String text(Key key, int modifiers) {
        return TerminalKeys.text(new KeyEvent(key, KeyAction.PRESSED, modifiers, Layout.US.character(key, modifiers)));
    }

    /** In what is expected, ^ stands for the escape character, and % for a control character by its number. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {"A 0 a", "A 1 A", "A 32 A", "A 33 a", "DIGIT_2 1 @", "DIGIT_2 32 2", "GRAVE 1 ~", "BACKSLASH 0 \\", "BACKSLASH 1 |",
        "APOSTROPHE 0 '", "SLASH 1 ?", "INTERNATIONAL 1 |", "KEYPAD_7 64 7", "KEYPAD_POINT 64 .", "KEYPAD_ADD 0 +", "KEYPAD_DIVIDE 64 /", "A 2 ^a", "A 4 %1", "C 4 %3", "LEFT_BRACKET 4 ^",
        "UP 0 ^[A", "UP 4 ^[1;5A", "KEYPAD_7 0 ^[H", "KEYPAD_7 65 ^[1;2H", "END 0 ^[F", "DELETE 0 ^[3~", "DELETE 1 ^[3;2~", "PAGE_DOWN 0 ^[6~", "F1 0 ^OP", "F1 1 ^[1;2P", "F5 0 ^[15~",
        "F12 0 ^[24~", "TAB 1 ^[Z", "TAB 0 %9", "ENTER 0 %13", "KEYPAD_ENTER 64 %13", "SPACE 4 %0", "BACKSPACE 0 %127", "SLASH 4 %31", "ESCAPE 0 ^"})
    void keysWrite(Key key, int modifiers, String expected) {
        String text = expected.startsWith("%") ? String.valueOf((char) Integer.parseInt(expected.substring(1))) : expected.replace('^', '\u001b');
        assertEquals(text, text(key, modifiers));
    }

    @Test
    void releasesAndModifiersWriteNothing() {
        assertEquals("", TerminalKeys.text(new KeyEvent(Key.A, KeyAction.RELEASED, 0, 'a')));
        assertEquals("a", TerminalKeys.text(new KeyEvent(Key.A, KeyAction.REPEATED, 0, 'a')));
        assertEquals(" ", text(Key.SPACE, KeyEvent.SHIFT));
        assertEquals("", text(Key.LEFT_SHIFT, KeyEvent.SHIFT));
        assertEquals("", text(Key.CAPS_LOCK, KeyEvent.CAPS_LOCK));
    }

    @Test
    void aLayoutMustBeWhole() {
        assertThrows(IllegalArgumentException.class, () -> new Layout("abc", "ABC"));
    }
}
