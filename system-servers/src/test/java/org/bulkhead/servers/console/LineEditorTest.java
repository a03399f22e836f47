package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineEditorTest {
    private final LineEditor editor = new LineEditor();

    private String type(String text) {
        StringBuilder echo = new StringBuilder();
        text.chars().forEach(c -> echo.append(editor.type(c)));
        return echo.toString();
    }

    @Test
    void charactersAreEchoedAndTheLineEndsWithReturn() {
        assertEquals("ps\n", type("ps\r"));
        assertTrue(editor.isComplete());
        assertEquals("ps", editor.take());
        assertFalse(editor.isComplete());
        assertEquals("", editor.text());
    }

    @Test
    void backspaceErasesOneCharacterAndNothingBeforeTheFirst() {
        assertEquals("ab\b \b", type("ab\u007f"));
        assertEquals("a", editor.text());
        assertEquals("\b \b", type("\b\b"));
        assertEquals("", editor.text());
    }

    @Test
    void controlUErasesTheLine() {
        type("abc");
        assertEquals("\b \b\b \b\b \b", type("\u0015"));
        assertEquals("", editor.text());
    }

    @Test
    void whatCannotBeShownIsIgnoredAndTheLineIsBounded() {
        assertEquals("", type("\u0001\u001b\u00e9"));
        type("x".repeat(LineEditor.LIMIT + 10));
        assertEquals(LineEditor.LIMIT, editor.text().length());
    }
}
