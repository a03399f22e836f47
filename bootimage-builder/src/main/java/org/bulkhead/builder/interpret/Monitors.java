package org.bulkhead.builder.interpret;

import java.util.Arrays;

/** The monitors that the one interpreted thread holds, one entry for each time it entered. */
final class Monitors {
    private static final int FIRST_CAPACITY = 64;

    private int[] held = new int[FIRST_CAPACITY];
    private int count;

    void enter(int object) {
        if (count == held.length) {
            held = Arrays.copyOf(held, 2 * count);
        }
        held[count++] = object;
    }

    /** Leaves the monitor once; returns false if it is not held. */
    boolean exit(int object) {
        int at = find(object);
        if (at < 0) {
            return false;
        }
        System.arraycopy(held, at + 1, held, at, --count - at);
        return true;
    }

    boolean isHeld(int object) {
        return find(object) >= 0;
    }

    private int find(int object) {
        int at = count - 1;
        while (at >= 0 && held[at] != object) {
            at--;
        }
        return at;
    }
}
