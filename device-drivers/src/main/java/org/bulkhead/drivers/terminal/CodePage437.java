package org.bulkhead.drivers.terminal;

/** The characters that a VGA has in its memory (IBM's code page 437). */
final class CodePage437 {
    private static final int FIRST_OF_UPPER = 0x80;
    private static final int FIRST_OF_LOWER = 0x01;
    private static final int HOUSE = 0x7F;
    private static final char HOUSE_CHARACTER = '⌂';
    /** Shown for a character that there is not. */
    private static final int MISSING = 0xFE;

    private static final String LOWER = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
    private static final String UPPER = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
        + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private CodePage437() {}

    /** Returns the code of a character given as code point; characters that the page does not have are shown as a square. */
    static int code(int character) {
        if (character >= ' ' && character < HOUSE) {
            return character;
        }
        if (character == HOUSE_CHARACTER) {
            return HOUSE;
        }
        int upper = UPPER.indexOf(character);
        if (upper >= 0) {
            return FIRST_OF_UPPER + upper;
        }
        int lower = LOWER.indexOf(character);
        return lower >= 0 ? FIRST_OF_LOWER + lower : MISSING;
    }
}
