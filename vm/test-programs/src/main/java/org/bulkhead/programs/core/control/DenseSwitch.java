package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A switch over neighbouring values, with gaps, a default in the middle, and subjects far outside. */
@SuppressWarnings("fallthrough")
public final class DenseSwitch {
    public static void main(String[] args) {
        int[] subjects = {Integer.MIN_VALUE, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 1000, Integer.MAX_VALUE};
        for (int s : subjects) {
            Out.print(s);
            Out.print(" -> ");
            Out.print(plain(s));
            Out.print(' ');
            Out.print(fallingThrough(s));
            Out.print(' ');
            Out.println(withoutDefault(s));
        }
    }

    private static String plain(int s) {
        switch (s) {
            case -3: return "minus three";
            case -2: return "minus two";
            case -1: return "minus one";
            default: return "other";
            case 0: return "zero";
            case 1: return "one";
            case 3: return "three";
            case 4: return "four";
        }
    }

    private static int fallingThrough(int s) {
        int result = 0;
        switch (s) {
            case 0:
                result += 1;
            case 1:
                result += 10;
            case 2:
                result += 100;
                break;
            case 3:
            case 4:
            case 5:
                result = 7;
                break;
            case 6:
                result = -1;
            default:
                result += 1000;
        }
        return result;
    }

    private static int withoutDefault(int s) {
        int result = s;
        switch (s) {
            case 4: result = 44; break;
            case 5: result = 55; break;
            case 6: result = 66; break;
            case 7: break;
        }
        return result;
    }
}
