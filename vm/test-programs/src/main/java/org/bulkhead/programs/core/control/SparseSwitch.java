package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A switch over scattered values, which is compiled to a search. */
public final class SparseSwitch {
    public static void main(String[] args) {
        int[] subjects = {-2000000000, -1999999999, -70000, -1, 0, 9, 10, 11, 99, 100, 32768, 1000000, 1000001, 2000000000};
        for (int s : subjects) {
            Out.print(s);
            Out.print(' ');
            Out.println(name(s));
        }
        int hash = 0;
        for (int i = -200; i < 1200; i++) {
            hash = hash * 31 + weight(i);
        }
        Out.show("hash", hash);
    }

    private static String name(int s) {
        switch (s) {
            case 1000000: return "million";
            case -2000000000: return "very low";
            case 10: return "ten";
            case 100: return "hundred";
            case 2000000000: return "very high";
            case 32768: return "two to the fifteenth";
            case -70000: return "low";
            default: return "?";
        }
    }

    private static int weight(int s) {
        switch (s) {
            case 1: case 10: case 100: case 1000: return 1;
            case 2: case 20: case 200: return 2;
            case 5: case 50: case 500: return 5;
            case -1: case -10: case -100: return -1;
            default: return 0;
        }
    }
}
