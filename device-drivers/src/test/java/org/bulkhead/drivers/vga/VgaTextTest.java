package org.bulkhead.drivers.vga;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write, and what is then seen. */
class VgaTextTest {
    private static final Manifest MANIFEST = new Manifest.Builder(0, "vga0", "test").ports("crt", 0x3D4, 7).ports("attributes", 0x3C0, 1).build();

    private final VgaModel model = new VgaModel();
    private final List<String> unknown = new ArrayList<>();
    private VgaText vga = start();

    private VgaText start() {
        Grants grants = new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, model);
        return new VgaText(grants.ports("crt"), grants.ports("attributes"), model, unknown::add);
    }

    private void write(String text) {
        byte[] bytes = text.replace('^', '\u001b').getBytes(StandardCharsets.UTF_8);
        vga.write(bytes, bytes.length);
    }

    private void assertCursor(int row, int column) {
        assertEquals("row " + row + ", column " + column, "row " + model.cursor() / 80 + ", column " + model.cursor() % 80);
    }

    /** Writes {@code 0} to {@code 24}, a row each. */
    private void writeRows() {
        for (int row = 0; row < 25; row++) {
            write("^[" + (row + 1) + ";1H" + row);
        }
    }

    private String rows(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int row = from; row <= to; row++) {
            rows.add(model.row(row));
        }
        return String.join(",", rows);
    }

    @Test
    void beginsWithAClearScreenAndBrightBackgrounds() {
        for (int row = 0; row < 25; row++) {
            assertEquals("", model.row(row));
        }
        assertEquals(0x07, model.colours(24, 79));
        assertEquals(0x04, model.attributes[0x10]);
        assertTrue(model.pictureOn);
        assertEquals(14, model.crt[0x0A]);
        assertCursor(0, 0);
    }

    @Test
    void textGoesOnWhereTheCursorIs() {
        write("Hello,\r\nworld");
        assertEquals("Hello,", model.row(0));
        assertEquals("world", model.row(1));
        assertCursor(1, 5);
    }

    @Test
    void theLastColumnWrapsOnlyWhenAnotherCharacterComes() {
        write("x".repeat(80));
        assertCursor(0, 79);
        write("\r\ny");
        assertEquals("y", model.row(1));
        write("^[1;80Hab");
        assertEquals("x".repeat(79) + "a", model.row(0));
        assertEquals("b", model.row(1));
        assertCursor(1, 1);
    }

    @Test
    void withoutWrappingTheLastColumnIsOverwritten() {
        write("^[?7l" + "x".repeat(79) + "abc");
        assertEquals("x".repeat(79) + "c", model.row(0));
        assertEquals("", model.row(1));
        write("^[?7hde");
        assertEquals("e", model.row(1));
    }

    @Test
    void theScreenScrollsAtItsEnd() {
        for (int i = 0; i < 30; i++) {
            write("line " + i + "\r\n");
        }
        assertEquals("line 6", model.row(0));
        assertEquals("line 29", model.row(23));
        assertEquals("", model.row(24));
        assertCursor(24, 0);
    }

    @Test
    void controlCharactersMoveTheCursor() {
        write("abc\bX\tY\rZ");
        assertEquals("ZbX     Y", model.row(0));
        assertCursor(0, 1);
        write("\t\t\t\t\t\t\t\t\t\t\t\t");
        assertCursor(0, 79);
        write("\b\b\b");
        assertCursor(0, 76);
        write("\r\b");
        assertCursor(0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"^[A 9,10", "^[3A 7,10", "^[99A 0,10", "^[B 11,10", "^[99B 24,10", "^[C 10,11", "^[99C 10,79", "^[D 10,9", "^[99D 10,0", "^[5G 10,4", "^[5d 4,10", "^[2E 12,0",
        "^[2F 8,0", "^[H 0,0", "^[3;4H 2,3", "^[3;4f 2,3", "^[;4H 0,3", "^[99;999H 24,79", "^[0;0H 0,0", "^D 11,10", "^E 11,0", "^M 9,10", "^[s^[H^[u 10,10", "^7^[H^8 10,10", "^[2e 12,10", "^[2a 10,12"})
    void cursorMovements(String sequence, String expected) {
        write("^[11;11H" + sequence);
        String[] place = expected.split(",");
        assertCursor(Integer.parseInt(place[0]), Integer.parseInt(place[1]));
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"^[K abc", "^[0K abc", "^[1K ____ef", "^[2K _", "^[X abc_ef", "^[2X abc__f", "^[99X abc", "^[P abcef", "^[2P abcf", "^[99P abc", "^[@ abc_def", "^[2@ abc__def", "^[99@ abc"})
    void editingWithinARow(String sequence, String expected) {
        write("abcdef^[4G" + sequence);
        assertEquals(expected.equals("_") ? "" : expected.replace('_', ' '), model.row(0));
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"^[J 0,1,2,,,", "^[1J ,,,,4,5", "^[2J ,,,,,", "^[3J ,,,,,", "^[L 0,1,2,,3,4", "^[2L 0,1,2,,,3", "^[M 0,1,2,4,5,6", "^[2M 0,1,2,5,6,7", "^[S 1,2,3,4,5,6", "^[T ,0,1,2,3,4"})
    void editingRows(String sequence, String expected) {
        writeRows();
        write("^[4;1H" + sequence);
        assertEquals(expected, rows(0, 5));
        assertEquals(List.of(), unknown);
    }

    @Test
    void onlyTheRegionScrolls() {
        writeRows();
        write("^[3;5r^[5;1H\n");
        assertEquals("0,1,3,4,,5,6", rows(0, 6));
        write("^[3;1H^M");
        assertEquals("0,1,,3,4,5,6", rows(0, 6));
        write("^[4;1H^[L");
        assertEquals("0,1,,,3,5,6", rows(0, 6));
        write("^[S");
        assertEquals("0,1,,3,,5,6", rows(0, 6));
        write("^[5;1H^[9A");
        assertCursor(2, 0);
        write("^[9B");
        assertCursor(4, 0);
        write("^[25;1H\nx^[r\n");
        assertEquals("x4", model.row(24));
        assertCursor(1, 0);
        write("^[8;1H^[L");
        assertEquals("6,,7", rows(6, 8));
    }

    @Test
    void outsideTheRegionLinesAreNeitherInsertedNorDeleted() {
        writeRows();
        write("^[3;5r^[10;1H^[L^[M");
        assertEquals("8,9,10", rows(8, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"31 04", "32 02", "33 06", "34 01", "35 05", "36 03", "37 07", "30 00", "41 47", "1;31 0C", "91 0C", "97 0F", "101 C7", "7 70", "1;7 F0", "31;44 14", "38;5;9 0C", "48;5;4 17", "38;5;200 07",
        "38;2;1;2;3;32 02", "38:5:12 09", "31;0 07", "31;39 07", "41;49 07", "1;22 07", "7;27 07", "4;24 07", "1;33;44 1E"})
    void coloursAndBrightness(String parameters, String colours) {
        write("^[" + parameters + "mx");
        assertEquals(colours, String.format("%02X", model.colours(0, 0)));
        assertEquals(List.of(), unknown);
        write("^[my");
        assertEquals(0x07, model.colours(0, 1));
    }

    @Test
    void whatIsErasedTakesTheBackground() {
        write("^[44m^[2J^[5;1H^[0m^[K");
        assertEquals(0x17, model.colours(0, 0));
        assertEquals(0x07, model.colours(4, 0));
    }

    @Test
    void savingKeepsTheColours() {
        write("^[31m^7^[0m^[5;5H^8x");
        assertEquals(0x04, model.colours(0, 0));
    }

    @Test
    void charactersOfTheCodePageAreShownAndOthersAreSquares() {
        write("é─╬█αñ☺⌂漢\u00A0");
        int[] codes = {0x82, 0xC4, 0xCE, 0xDB, 0xE0, 0xA4, 0x01, 0x7F, 0xFE, 0xFF};
        for (int i = 0; i < codes.length; i++) {
            assertEquals(codes[i], model.memory[i] & 0xFF, "character " + i);
        }
    }

    @Test
    void malformedTextIsShownAsSquaresAndHarmsNothingElse() {
        byte[] bytes = {'a', (byte) 0xC3, 'b', (byte) 0x80, 'c', (byte) 0xC0, (byte) 0xAF, 'd', (byte) 0xED, (byte) 0xA0, (byte) 0x80, 'e', (byte) 0xFF, 'f', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, 'g', (byte) 0xC2, (byte) 0x9B, 'h'};
        vga.write(bytes, bytes.length);
        assertEquals("a#b#c#d#e#f#g#h", model.row(0).replace((char) 0xFE, '#'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"^[5n|ESC [ 5 n", "^[?1049h|ESC [ ? 1049 h", "^[>4;1m|ESC [ > 4;1 m", "^[2 q|ESC [ 2   q", "^[99m|ESC [ 99 m", "^[7J|ESC [ 7 J", "^Z|ESC Z", "^#8|ESC # 8"})
    void unknownSequencesAreReportedAndSwallowed(String sequence, String report) {
        write("a" + sequence + "b");
        assertEquals("ab", model.row(0));
        assertEquals(List.of(report), unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^]0;title\u0007", "^]0;title^\\", "^Pq#0;2^\\", "^[1;2?3m", "^[<<m", "^(B", "^)0", "^=", "^>", "^[12\u0018", "^[3\u001a", "^[^[0m", "\u0007"})
    void whatIsNotForTheScreenIsSwallowed(String sequence) {
        write("a" + sequence + "b");
        assertEquals("ab", model.row(0));
        assertEquals(List.of(), unknown);
    }

    @Test
    void controlCharactersInsideASequenceAreObeyedAtOnce() {
        write("abc^[\r1\nm\bx");
        assertEquals("abc", model.row(0));
        assertEquals("x", model.row(1));
        assertEquals(0x0F, model.colours(1, 0));
    }

    @Test
    void resettingClearsEverything() {
        write("^[31;1m^[3;5r^[?25l^[?7ltext^c");
        assertEquals("", model.row(0));
        assertCursor(0, 0);
        assertEquals(14, model.crt[0x0A]);
        write("x");
        assertEquals(0x07, model.colours(0, 0));
    }

    @Test
    void theCursorCanBeHidden() {
        write("^[?25l");
        assertEquals(0x20, model.crt[0x0A]);
        write("^[?25h");
        assertEquals(14, model.crt[0x0A]);
    }

    @Test
    void aSuccessorGoesOnAsIfNothingHadHappened() {
        VgaModel undisturbed = new VgaModel();
        VgaText other = new VgaText(new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, undisturbed).ports("crt"),
            new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, undisturbed).ports("attributes"), undisturbed, text -> { });
        for (int seed = 0; seed < 200; seed++) {
            byte[] text = randomOutput(new Random(seed), 1 + seed % 7);
            other.write(text, text.length);
            vga.write(text, text.length);
            model.expectsData = (seed & 1) != 0;
            vga = start();
            assertArrayEquals(undisturbed.memory, model.memory, "seed " + seed);
            assertArrayEquals(undisturbed.crt, model.crt, "seed " + seed);
        }
    }

    @Test
    void aDamagedStateIsNotBelieved() {
        write("text^[10;10H");
        for (int unit = 0; unit < 11; unit++) {
            model.memory[2048 + unit] ^= 0x10;
            vga = start();
            assertEquals("", model.row(0), "unit " + unit);
            assertCursor(0, 0);
            write("text^[10;10H");
        }
    }

    /** Any bytes at all: nothing is thrown, the cursor stays on the screen, and after a reset the terminal is as new. */
    @Test
    void anyOutputLeavesAUsableTerminal() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (seed % 2 == 0) {
                bytes = randomOutput(random, 60);
            }
            vga.write(bytes, bytes.length);
            assertTrue(model.cursor() < 2000, "seed " + seed);
            assertFalse(unknown.stream().anyMatch(String::isEmpty));
            unknown.clear();
            write("\u0018^c^[5;5Hok");
            assertEquals("    ok", model.row(4), "seed " + seed);
        }
    }

    /** However the output is cut into pieces, the same is seen. */
    @Test
    void piecesDoNotMatter() {
        VgaModel whole = new VgaModel();
        VgaText other = new VgaText(new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, whole).ports("crt"),
            new Grants(new Manifest[] {MANIFEST}, 0, 0, 0, whole).ports("attributes"), whole, text -> { });
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] text = randomOutput(random, 40);
            other.write(text, text.length);
            for (byte each : text) {
                vga.write(new byte[] {each}, 1);
            }
            assertArrayEquals(whole.memory, model.memory, "seed " + seed);
        }
    }

    /** Returns whole sequences and texts, of the kinds that programs write, with random numbers. */
    private static byte[] randomOutput(Random random, int parts) {
        String finals = "ABCDEFGHJKLMPSTXdfmrsu@hl`ae";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append("\r\n");
                case 1 -> text.append("\u001b").append("78DEMc".charAt(random.nextInt(6)));
                case 2 -> text.append("é│x".repeat(random.nextInt(40)));
                default -> {
                    text.append("\u001b[").append(random.nextInt(8) == 0 ? "?" : "");
                    for (int p = random.nextInt(4); p > 0; p--) {
                        text.append(random.nextInt(5) == 0 ? random.nextInt(12_000) : random.nextInt(30)).append(p > 1 ? ";" : "");
                    }
                    text.append(finals.charAt(random.nextInt(finals.length())));
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
