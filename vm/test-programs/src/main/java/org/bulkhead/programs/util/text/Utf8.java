package org.bulkhead.programs.util.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bulkhead.programs.Out;

/** UTF-8 there and back, with surrogates, unpaired ones, and malformed input. */
public final class Utf8 {
    public static void main(String[] args) {
        String[] texts = {"", "plain", "\u00e9t\u00e9", "\u20ac5", "\ud83d\ude00!", "\ud83d alone", "\ude00", "mix \u00df\u4e2d\ud801\udc00z", "\0\u007f\u0080\u07ff\u0800\uffff"};
        for (String t : texts) {
            byte[] bytes = t.getBytes(StandardCharsets.UTF_8);
            String back = new String(bytes, StandardCharsets.UTF_8);
            Out.println(Arrays.toString(bytes) + " " + back.equals(t) + " " + back.length());
        }
        int[][] malformed = {
            {0xFF}, {0x80, 0x41}, {0xC3}, {0xC3, 0x28}, {0xE2, 0x82}, {0xE2, 0x28, 0xA1}, {0xF0, 0x9F, 0x98}, {0xF0, 0x28, 0x8C, 0x28}, {0xC0, 0x80},
            {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0x41, 0xC3, 0xA9, 0xFF, 0x42}, {0xE0, 0x80, 0x80}, {0xF4, 0x90, 0x80, 0x80}};
        for (int[] m : malformed) {
            byte[] bytes = new byte[m.length];
            for (int i = 0; i < m.length; i++) {
                bytes[i] = (byte) m[i];
            }
            Out.println(new String(bytes, StandardCharsets.UTF_8));
        }
        StringBuilder all = new StringBuilder();
        for (int p = 0; p < 0x11000; p += 37) {
            all.appendCodePoint(p >= 0xD800 && p < 0xE000 ? '?' : p);
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
        Out.println(bytes.length + " " + Arrays.hashCode(bytes) + " " + new String(bytes, StandardCharsets.UTF_8).contentEquals(all));
    }
}
