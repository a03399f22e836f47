package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Breaks and continues that leave several loops, and labelled blocks. */
public final class LabelledLoops {
    public static void main(String[] args) {
        int steps = 0;
        outer:
        for (int i = 0; i < 10; i++) {
            middle:
            for (int j = 0; ; j++) {
                for (int k = 0; k < 5; k++) {
                    steps++;
                    if (k * j > 6) {
                        continue middle;
                    }
                    if (i + j + k == 11) {
                        continue outer;
                    }
                    if (i == 7 && j == 2) {
                        break outer;
                    }
                }
                if (j > i) {
                    break;
                }
            }
            Out.print(i);
            Out.print(' ');
        }
        Out.println(steps);
        block: {
            if (steps > 0) {
                Out.println("leaving");
                break block;
            }
            Out.println("not reached");
        }
        int n = 0;
        search:
        do {
            n++;
            while (true) {
                if (n % 7 == 0) {
                    break search;
                }
                if (n % 2 == 0) {
                    continue search;
                }
                break;
            }
            Out.print(n);
            Out.print(' ');
        } while (n < 100);
        Out.println(n);
    }
}
