package org.bulkhead.programs.core.control;

import org.bulkhead.programs.Out;

/** Switches over an enum: statement, expression, and one that lacks a constant. */
public final class EnumSwitch {
    private enum Colour { RED, GREEN, BLUE, YELLOW }

    public static void main(String[] args) {
        Colour[] all = {Colour.YELLOW, Colour.RED, Colour.BLUE, Colour.GREEN};
        for (Colour c : all) {
            Out.print(letter(c));
            Out.print(' ');
            Out.print(wave(c));
            Out.print(' ');
            Out.println(warm(c));
        }
        try {
            Out.println(letter(null));
        } catch (NullPointerException e) {
            Out.println("null subject");
        }
    }

    private static char letter(Colour c) {
        switch (c) {
            case RED: return 'r';
            case BLUE: return 'b';
            case GREEN: return 'g';
            default: return '?';
        }
    }

    private static int wave(Colour c) {
        return switch (c) {
            case RED -> 650;
            case YELLOW -> 580;
            case GREEN -> 530;
            case BLUE -> 460;
        };
    }

    private static boolean warm(Colour c) {
        boolean result = false;
        switch (c) {
            case RED, YELLOW -> result = true;
            default -> { }
        }
        return result;
    }
}
