package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Classes, digits and cases of characters, in ASCII and beyond. */
public final class CharacterKinds {
    public static void main(String[] args) {
        int[] points = {
            0, 9, ' ', '0', '9', 'A', 'z', '_', '$', 0x7F, 0xA0, 0xAA, 0xB5, 0xDF, 0xE9, 0xFF, 0x100, 0x1C5, 0x3A3, 0x660, 0x4E2D,
            0x2003, 0x2028, 0xFEFF, 0xD800, 0xFFFF, 0x10400, 0x1D7CE, 0x1F600, 0x10FFFF};
        for (int p : points) {
            Out.print(p);
            Out.print(Character.isLetter(p) ? 'L' : '.');
            Out.print(Character.isDigit(p) ? 'D' : '.');
            Out.print(Character.isLetterOrDigit(p) ? 'X' : '.');
            Out.print(Character.isWhitespace(p) ? 'W' : '.');
            Out.print(Character.isSpaceChar(p) ? 'S' : '.');
            Out.print(Character.isUpperCase(p) ? 'U' : '.');
            Out.print(Character.isLowerCase(p) ? 'l' : '.');
            Out.print(Character.isTitleCase(p) ? 'T' : '.');
            Out.print(Character.isJavaIdentifierStart(p) ? 'J' : '.');
            Out.print(Character.isJavaIdentifierPart(p) ? 'P' : '.');
            Out.print(Character.isISOControl(p) ? 'C' : '.');
            Out.println(" " + Character.toUpperCase(p) + " " + Character.toLowerCase(p) + " " + Character.getNumericValue(p) + " "
                + Character.digit(p, 16) + " " + Character.getType(p) + " " + Character.charCount(p));
        }
        Out.println(Character.forDigit(11, 16));
        Out.println(Character.toChars(0x1F600)[1]);
        Out.println(Character.isHighSurrogate('\ud83d') && Character.isLowSurrogate('\ude00') && Character.isSurrogatePair('\ud83d', '\ude00'));
        Out.println(Character.toCodePoint('\ud83d', '\ude00'));
        Out.println(Character.toString(0x1F600).length() + Character.toString('x'));
        int letters = 0;
        for (int c = 0; c < 0x3000; c++) {
            letters = letters * 3 + (Character.isLetter(c) ? 1 : Character.isDigit(c) ? 2 : 0);
        }
        Out.println(letters);
    }
}
