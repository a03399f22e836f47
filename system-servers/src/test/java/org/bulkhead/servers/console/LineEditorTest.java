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
    private static final int WIDTH = 79 - PROMPT.length();

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
    void aLongLineStaysWithinItsRowAndIsShownAroundTheCursor() {
        String text = "0123456789".repeat(100);
        type(text);
        assertEquals(text, editor.text());
        assertShown();
        press(Key.Kind.HOME);
        assertEquals(List.of(PROMPT + text.substring(0, WIDTH - 1) + ">"), screen.rows());
        press(Key.Kind.END);
        for (int i = 0; i < 500; i++) {
            press(Key.Kind.LEFT);
            assertShown();
        }
        press(Key.of('#'));
        assertEquals(text.substring(0, 500) + "#" + text.substring(500), editor.text());
        press(Key.Kind.ERASE_TO_END);
        press(Key.Kind.ERASE_WORD);
        assertEquals(List.of("> "), screen.rows());
    }

    @Test
    void whatExceedsTheLongestLineRingsAndTheLineIsNotCarriedOut() {
        String longest = "y".repeat(LineEditor.LIMIT);
        assertEquals(longest, enter(longest));
        type(longest);
        assertEquals("\u0007", editor.type(Key.of('z')));
        press(Key.Kind.ENTER);
        assertEquals(LineEditor.Progress.EDITING, editor.progress());
        List<String> rows = screen.rows();
        assertEquals(List.of("the line has more than 1024 characters and is not carried out: shorten it", PROMPT), rows.subList(rows.size() - 2, rows.size()));
        assertEquals("kill", enter("kill"));
        press(Key.Kind.UP, Key.Kind.UP);
        assertEquals(longest, editor.text(), "it can be fetched back");
        type("z");
        press(Key.Kind.BACKSPACE, Key.Kind.ENTER);
        assertEquals(LineEditor.Progress.COMPLETE, editor.progress(), "who shortens it knows what there is");
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

    /** The last row shows the line, or of one that is too long a part with marks for what lies before and behind it. */
    private void assertShown() {
        List<String> rows = screen.rows();
        String row = rows.get(rows.size() - 1);
        assertTrue(row.startsWith(PROMPT) && row.length() <= PROMPT.length() + WIDTH, row);
        String part = row.substring(PROMPT.length());
        if (editor.text().length() <= WIDTH) {
            assertEquals(editor.text().stripTrailing(), part.stripTrailing());
            return;
        }
        boolean hasMoreBefore = part.startsWith("<");
        boolean hasMoreBehind = part.endsWith(">");
        String text = part.substring(hasMoreBefore ? 1 : 0, part.length() - (hasMoreBehind ? 1 : 0));
        assertTrue(hasMoreBefore || hasMoreBehind, row);
        assertTrue(editor.text().contains(text), row);
        assertTrue(hasMoreBefore || editor.text().startsWith(text), row);
        assertTrue(hasMoreBehind || editor.text().endsWith(text), row);
    }

    @Property
    void theTerminalShowsWhatTheEditorHolds(@ForAll("keys") List<Key> keys, @ForAll("beginnings") String beginning) {
        start();
        type(beginning);
        for (Key key : keys) {
            screen.write(editor.type(key));
            assertShown();
        }
        // The cursor stands where the next character goes.
        String before = editor.text();
        press(Key.of('#'));
        assertShown();
        List<String> rows = screen.rows();
        int column = rows.get(rows.size() - 1).indexOf('#');
        assertEquals(column + 1, screen.column());
        assertEquals(before, editor.text().replace("#", ""));
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of("", "h a", "0123456789 ".repeat(6), "0123456789 ".repeat(7), "abcdefg ".repeat(50));
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
