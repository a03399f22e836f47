package org.bulkhead.programs.core.arrays;

import org.bulkhead.programs.Out;

/** {@code char} arrays: loads extend with zeroes; reversing, counting and ciphering text. */
public final class CharArrays {
    public static void main(String[] args) {
        String text = "the quick brown fox jumps over the lazy dog";
        char[] letters = new char[text.length()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = text.charAt(i);
        }
        int[] counts = new int[26];
        for (char c : letters) {
            if (c != ' ') {
                counts[c - 'a']++;
            }
        }
        for (int n : counts) {
            Out.print(n);
        }
        Out.println();
        for (int i = letters.length - 1; i >= 0; i--) {
            Out.print(letters[i]);
        }
        Out.println();
        for (char c : letters) {
            Out.print(c == ' ' ? c : (char) ('a' + (c - 'a' + 13) % 26));
        }
        Out.println();
        char[] edges = {'\0', '\u007f', '\u0080', '\u00ff', '\u0100', '\uffff'};
        int sum = 0;
        for (char c : edges) {
            sum += c;
        }
        Out.show("sum", sum);
        edges[5]++;
        edges[0]--;
        edges[1] += 0x10001;
        Out.println(edges[5] + edges[0] + edges[1]);
    }
}
