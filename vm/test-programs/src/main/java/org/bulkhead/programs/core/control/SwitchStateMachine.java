package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A state machine that counts words, numbers and comments, driven by a switch in a loop. */
public final class SwitchStateMachine {
    private static final int BETWEEN = 0;
    private static final int WORD = 1;
    private static final int NUMBER = 2;
    private static final int COMMENT = 3;

    public static void main(String[] args) {
        count("alpha 42 beta7 /9 # comment 12 words\n13 x");
        count("");
        count("   7 8 9");
        count("#only");
    }

    private static void count(String text) {
        int state = BETWEEN;
        int[] found = new int[4];
        scan:
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            switch (state) {
                case BETWEEN:
                    if (letter) {
                        state = WORD;
                    } else if (digit) {
                        state = NUMBER;
                    } else if (c == '#') {
                        state = COMMENT;
                    } else {
                        found[BETWEEN]++;
                        continue scan;
                    }
                    found[state]++;
                    break;
                case WORD:
                case NUMBER:
                    if (!letter && !digit) {
                        state = BETWEEN;
                    }
                    break;
                case COMMENT:
                    if (c == '\n') {
                        state = BETWEEN;
                    }
                    break;
                default:
                    Out.println("impossible");
            }
        }
        for (int n : found) {
            Out.print(n);
            Out.print(' ');
        }
        Out.println();
    }
}
