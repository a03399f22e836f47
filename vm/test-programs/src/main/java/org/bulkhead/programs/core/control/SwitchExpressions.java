package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Switch expressions with arrows, blocks that yield, and a switch inside a switch. */
public final class SwitchExpressions {
    public static void main(String[] args) {
        for (int month = 0; month <= 13; month++) {
            int days = switch (month) {
                case 1, 3, 5, 7, 8, 10, 12 -> 31;
                case 4, 6, 9, 11 -> 30;
                case 2 -> {
                    int base = 28;
                    base += month % 2;
                    yield base;
                }
                default -> switch (month / 13) {
                    case 0 -> -1;
                    default -> -13;
                };
            };
            Out.print(days);
            Out.print(' ');
        }
        Out.println();
        for (int i = 0; i < 6; i++) {
            long sum = switch (i) {
                case 0 -> 1L;
                case 1 -> 'a';
                case 2 -> (byte) -1;
                case 3 -> {
                    try {
                        yield 10 / (i - 3);
                    } catch (ArithmeticException e) {
                        yield 99;
                    }
                }
                default -> i;
            } * 2 + 5;
            Out.println(sum);
        }
    }
}
