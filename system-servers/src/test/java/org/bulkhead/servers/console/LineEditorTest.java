package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineEditorTest {
    private static final String PROMPT = "> ";

    private LineEditor editor;
    private Screen screen;

    @BeforeEach
    void start() {
        List<String> words = List.of("handles", "halt", "help", "kill");
        editor = new LineEditor(PROMPT, (before, word) -> words.stream().filter(each -> each.startsWith(word)).toList());
        screen = new Screen();
        screen.write(editor.show());
    }

    private void press(Key... keys) {
        for (Key key : keys) {
            screen.write(editor.type(key));
        }
    }

    private void press(Key.Kind... kinds) {
        Stream.of(kinds).map(Key::of).forEach(this::press);
    }

    private void type(String text) {
        text.chars().forEach(c -> press(Key.of((char) c)));
    }

    private String enter(String text) {
        type(text);
        press(Key.Kind.ENTER);
        assertEquals(LineEditor.Progress.COMPLETE, editor.progress());
        String line = editor.take();
        screen.write(editor.show());
        return line;
    }

    @Test
    void aLineEndsWithEnterAndTheNextBeginsEmpty() {
        assertEquals("ps", enter("ps"));
        assertEquals(LineEditor.Progress.EDITING, editor.progress());
        assertEquals("", editor.text());
        assertEquals(List.of("> ps", "> "), screen.rows());
    }

    @Test
    void charactersGoInAndOutWhereTheCursorStands() {
        type("kll at0");
        press(Key.Kind.LEFT, Key.Kind.BACKSPACE);
        type("ta");
        press(Key.Kind.HOME, Key.Kind.RIGHT);
        type("i");
        press(Key.Kind.END, Key.Kind.LEFT, Key.Kind.DELETE);
        type("1");
        assertEquals("kill ata1", editor.text());
        assertEquals(List.of("> kill ata1"), screen.rows());
    }

    @Test
    void wordsAndRestsOfTheLineGoAtOnce() {
        type("one two  three");
        press(Key.Kind.ERASE_WORD);
        assertEquals("one two  ", editor.text());
        press(Key.Kind.ERASE_WORD);
        assertEquals("one ", editor.text());
        press(Key.Kind.LEFT, Key.Kind.LEFT, Key.Kind.ERASE_TO_END);
        assertEquals("on", editor.text());
        press(Key.Kind.LEFT, Key.Kind.ERASE_TO_START);
        assertEquals("n", editor.text());
        assertEquals(List.of("> n"), screen.rows());
    }

    @Test
    void earlierLinesComeBackAndTheUnfinishedOneIsKept() {
        enter("first");
        enter("second");
        enter("second");
        type("draft");
        press(Key.Kind.UP);
        assertEquals("second", editor.text());
        press(Key.Kind.UP, Key.Kind.UP, Key.Kind.UP);
        assertEquals("first", editor.text());
        press(Key.Kind.DOWN, Key.Kind.DOWN, Key.Kind.DOWN);
        assertEquals("draft", editor.text());
        assertEquals("> draft", screen.rows().get(3));
    }

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 0; i < History.LIMIT + 10; i++) {
            enter("line" + i);
        }
        for (int i = 0; i < History.LIMIT + 10; i++) {
            press(Key.Kind.UP);
        }
        assertEquals("line10", editor.text());
    }

    @Test
    void tabCompletesWhatIsClearAndListsWhatIsNot() {
        type("ki");
        press(Key.Kind.TAB);
        assertEquals("kill ", editor.text());
        press(Key.Kind.ERASE_TO_START);
        type("h");
        press(Key.Kind.TAB);
        assertEquals("h", editor.text());
        assertEquals(List.of("> h", "handles  halt     help", "> h"), screen.rows());
        type("a");
        press(Key.Kind.TAB);
        assertEquals("ha", editor.text());
        type("zz");
        assertEquals("\u0007", editor.type(Key.of(Key.Kind.TAB)), "nothing begins with that");
    }

    @Test
    void theCommonBeginningOfAllCandidatesIsInserted() {
        editor = new LineEditor(PROMPT, (before, word) -> List.of("disk0", "disk1"));
        type("sum d");
        press(Key.Kind.TAB);
        assertEquals("sum disk", editor.text());
    }

    @Test
    void controlCGivesTheLineUp() {
        type("kill ata0");
        press(Key.Kind.CANCEL);
        assertEquals(LineEditor.Progress.CANCELLED, editor.progress());
        assertEquals("", editor.take());
        press(Key.Kind.UP);
        assertEquals("", editor.text(), "what was given up is not in the history");
    }

    @Test
    void theLineStaysWithinItsRow() {
        type("x".repeat(200));
        assertEquals(editor.limit(), editor.text().length());
        assertTrue(PROMPT.length() + editor.limit() < 80);
        assertEquals(1, screen.rows().size());
    }

    @Test
    void whatIsHiddenComesBackAsItWas() {
        type("abc");
        press(Key.Kind.LEFT);
        screen.write(editor.hide());
        assertEquals(List.of(""), screen.rows());
        screen.write("news\n" + editor.show());
        type("x");
        assertEquals(List.of("news", "> abxc"), screen.rows());
    }

    @Test
    void nothingIsOlderThanTheOldest() {
        assertNull(new History().previous("draft"));
        assertNull(new History().next());
    }

    @Property
    void theTerminalShowsWhatTheEditorHolds(@ForAll("keys") List<Key> keys) {
        start();
        for (Key key : keys) {
            screen.write(editor.type(key));
            List<String> rows = screen.rows();
            assertEquals((PROMPT + editor.text()).stripTrailing(), rows.get(rows.size() - 1).stripTrailing());
            if (editor.progress() != LineEditor.Progress.EDITING) {
                editor.take();
                screen.write(editor.show());
            }
        }
        // The cursor stands where the next character goes.
        String before = editor.text();
        screen.write(editor.type(Key.of('#')));
        if (before.length() < editor.limit()) {
            List<String> rows = screen.rows();
            assertEquals(PROMPT + editor.text(), rows.get(rows.size() - 1));
        }
    }

    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<Key> characters = Arbitraries.of('a', 'h', 'k', ' ', 'l', '7').map(Key::of);
        Arbitrary<Key> others = Arbitraries.of(Key.Kind.values())
            .filter(kind -> kind != Key.Kind.CHARACTER && kind != Key.Kind.ENTER && kind != Key.Kind.CANCEL).map(Key::of);
        Arbitrary<Key> ends = Arbitraries.of(Key.Kind.UP, Key.Kind.DOWN, Key.Kind.HOME).map(Key::of);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, characters), net.jqwik.api.Tuple.of(4, others), net.jqwik.api.Tuple.of(1, ends)).list().ofMaxSize(60);
    }
}
