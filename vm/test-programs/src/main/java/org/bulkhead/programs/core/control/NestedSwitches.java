package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A little interpreter for a stack machine: switches within switches, with breaks that leave the right one. */
public final class NestedSwitches {
    private static final int PUSH = 0;
    private static final int OPERATE = 1;
    private static final int JUMP = 2;
    private static final int HALT = 3;

    public static void main(String[] args) {
        int[] factorial = {
            PUSH, 1, PUSH, 10,
            OPERATE, 'd', OPERATE, 'r', OPERATE, '*', OPERATE, 's', PUSH, 1, OPERATE, '-', JUMP, 4,
            HALT, 0};
        Out.println(run(factorial));
        int[] simple = {PUSH, 6, PUSH, 7, OPERATE, '*', HALT, 0};
        Out.println(run(simple));
        int[] unknown = {PUSH, 6, PUSH, 7, OPERATE, '?', HALT, 0};
        Out.println(run(unknown));
        int[] bad = {9, 9};
        Out.println(run(bad));
    }

    private static int run(int[] code) {
        int[] stack = new int[8];
        int top = 0;
        int at = 0;
        while (true) {
            int operation = code[at];
            int operand = code[at + 1];
            at += 2;
            switch (operation) {
                case PUSH:
                    stack[top++] = operand;
                    break;
                case OPERATE:
                    int x = stack[top - 1];
                    switch (operand) {
                        case '+': stack[--top - 1] += x; break;
                        case '-': stack[--top - 1] -= x; break;
                        case '*': stack[--top - 1] *= x; break;
                        case 'd': stack[top++] = x; break;
                        case 'r':
                            int third = stack[top - 3];
                            stack[top - 3] = stack[top - 2];
                            stack[top - 2] = x;
                            stack[top - 1] = third;
                            break;
                        case 's':
                            stack[top - 1] = stack[top - 2];
                            stack[top - 2] = x;
                            break;
                        default:
                            return -operand;
                    }
                    break;
                case JUMP:
                    if (stack[top - 1] > 0) {
                        at = operand;
                    }
                    break;
                case HALT:
                    return top > 1 ? stack[top - 2] : stack[top - 1];
                default:
                    return -1;
            }
        }
    }
}
