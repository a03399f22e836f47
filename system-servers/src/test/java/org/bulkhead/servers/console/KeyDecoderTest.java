package org.bulkhead.servers.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
    private static List<Key> decode(String bytes) {
        KeyDecoder decoder = new KeyDecoder();
        List<Key> keys = new ArrayList<>();
        for (char c : bytes.toCharArray()) {
            Key key = decoder.decode(c);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    @ParameterizedTest
    @CsvSource({"A, UP", "B, DOWN", "C, RIGHT", "D, LEFT", "H, HOME", "F, END", "1~, HOME", "4~, END", "3~, DELETE", "1;5D, LEFT", "?62;22c, IDENTIFIED"})
    void escapeSequencesAreKeys(String sequence, Key.Kind kind) {
        assertEquals(List.of(Key.of(kind), Key.of('x')), decode("\u001b[" + sequence + "x"));
    }

    @Test
    void applicationCursorKeysAreTheSameKeys() {
        assertEquals(List.of(Key.of(Key.Kind.UP), Key.of(Key.Kind.END)), decode("\u001bOA\u001bOF"));
    }

    @Test
    void unknownSequencesAreSwallowedWhole() {
        assertEquals(List.of(Key.of('x')), decode("\u001b[15~\u001b[201;7zx"));
        assertEquals(List.of(Key.of('x')), decode("\u001bqx"));
        assertEquals(List.of(), decode("\u0000\u001f\u00e9"));
    }

    @Test
    void returnAndLineFeedTogetherAreOneKey() {
        assertEquals(List.of(Key.of(Key.Kind.ENTER)), decode("\r\n"));
        assertEquals(List.of(Key.of(Key.Kind.ENTER), Key.of(Key.Kind.ENTER)), decode("\n\n"));
    }

    @ParameterizedTest
    @CsvSource({"1, HOME", "3, CANCEL", "5, END", "8, BACKSPACE", "9, TAB", "11, ERASE_TO_END", "12, CLEAR_SCREEN", "14, DOWN", "16, UP", "21, ERASE_TO_START", "23, ERASE_WORD", "127, BACKSPACE"})
    void controlCharactersAreKeys(int code, Key.Kind kind) {
        assertEquals(List.of(Key.of(kind)), decode(String.valueOf((char) code)));
    }

    @Property
    void afterAnyBytesALetterOfAnOrdinaryLineArrives(@ForAll byte[] noise) {
        KeyDecoder decoder = new KeyDecoder();
        for (byte each : noise) {
            decoder.decode(each & 0xFF);
        }
        // Whatever sequence was open is over after a letter or two.
        decoder.decode('m');
        decoder.decode('m');
        assertEquals(Key.of('x'), decoder.decode('x'));
    }
}
