package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** A small calculator whose scanner switches over characters. */
public final class CharSwitch {
    private final String text;
    private int at;

    private CharSwitch(String text) {
        this.text = text;
    }

    public static void main(String[] args) {
        String[] inputs = {"1+2*3", "(1+2)*3", "100/7%5", "-(3-10)*-2", "2*(3+(4-1))*5", "((((7))))", "8/0", "1+", "x"};
        for (String input : inputs) {
            Out.print(input);
            Out.print(" = ");
            try {
                Out.println(new CharSwitch(input).sum());
            } catch (ArithmeticException e) {
                Out.println("division by zero");
            } catch (IllegalStateException e) {
                Out.println("not an expression");
            }
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private int sum() {
        int value = product();
        while (true) {
            switch (peek()) {
                case '+': at++; value += product(); break;
                case '-': at++; value -= product(); break;
                default: return value;
            }
        }
    }

    private int product() {
        int value = factor();
        while (true) {
            switch (peek()) {
                case '*': at++; value *= factor(); continue;
                case '/': at++; value /= factor(); continue;
                case '%': at++; value %= factor(); continue;
                default: return value;
            }
        }
    }

    private int factor() {
        char c = peek();
        at++;
        switch (c) {
            case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
                int value = c - '0';
                while (peek() >= '0' && peek() <= '9') {
                    value = value * 10 + text.charAt(at++) - '0';
                }
                return value;
            case '(':
                int inner = sum();
                at++;
                return inner;
            case '-':
                return -factor();
            default:
                throw new IllegalStateException();
        }
    }
}
