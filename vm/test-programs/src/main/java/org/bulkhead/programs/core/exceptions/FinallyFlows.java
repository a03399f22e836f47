package org.bulkhead.programs.core.exceptions;

import org.bulkhead.programs.Out;

/** {@code finally} runs on every way out: end, return, break, continue, throw. */
public final class FinallyFlows {
    private static int log;

    public static void main(String[] args) {
        for (int way = 0; way < 6; way++) {
            log = 0;
            int result;
            try {
                result = leave(way);
            } catch (IllegalStateException e) {
                result = -1;
            }
            Out.print(result);
            Out.print(' ');
            Out.println(log);
        }
        Out.println(loops());
    }

    private static int leave(int way) {
        int value = 1;
        for (int i = 0; i < 3; i++) {
            try {
                log = log * 10 + 1;
                if (way == 0) {
                    return value;
                }
                if (way == 1) {
                    break;
                }
                if (way == 2) {
                    continue;
                }
                if (way == 3) {
                    throw new IllegalStateException();
                }
                if (way == 4) {
                    value /= i - 1;
                }
                value += 5;
            } catch (ArithmeticException e) {
                log = log * 10 + 2;
                value = 50;
            } finally {
                log = log * 10 + 3;
                value += 100;
            }
        }
        return value;
    }

    private static int loops() {
        int sum = 0;
        outer:
        for (int i = 0; i < 5; i++) {
            try {
                for (int j = 0; ; j++) {
                    try {
                        if (j == i) {
                            continue outer;
                        }
                        if (i == 4 && j == 2) {
                            break outer;
                        }
                    } finally {
                        sum += 1;
                    }
                }
            } finally {
                sum += 100;
            }
        }
        return sum;
    }
}
