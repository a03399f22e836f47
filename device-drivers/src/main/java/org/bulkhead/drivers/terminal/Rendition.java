package org.bulkhead.drivers.terminal;

/** How characters are shown: the effect of the control sequence SGR so far. */
final class Rendition {
    // What bits() has.
    private static final int COLOUR = 0xF;
    private static final int BACKGROUND_SHIFT = 4;
    private static final int BOLD = 0x100;
    private static final int INVERSE = 0x200;

    /** By the number that ANSI gives them; the adapter counts blue before green before red. */
    private static final int[] COLOURS = {0, 4, 2, 6, 1, 5, 3, 7};
    private static final int BRIGHT = 8;
    private static final int DEFAULT_FOREGROUND = 7;
    private static final int DEFAULT_BACKGROUND = 0;

    private static final int SET_FOREGROUND = 38;
    private static final int SET_BACKGROUND = 48;
    /** Selects a colour of a larger table by a number, or by three for red, green and blue. */
    private static final int BY_NUMBER = 5;
    private static final int BY_COMPONENTS = 2;
    private static final int COMPONENTS = 3;

    private int foreground = DEFAULT_FOREGROUND;
    private int background = DEFAULT_BACKGROUND;
    private boolean bold;
    private boolean inverse;

    /** Returns the colours of a cell, the background in the high half. */
    int colours() {
        int shown = bold ? foreground | BRIGHT : foreground;
        return inverse ? background | shown << BACKGROUND_SHIFT : shown | background << BACKGROUND_SHIFT;
    }

    void reset() {
        foreground = DEFAULT_FOREGROUND;
        background = DEFAULT_BACKGROUND;
        bold = false;
        inverse = false;
    }

    /** Returns all of it as 10 bits. */
    int bits() {
        return foreground | background << BACKGROUND_SHIFT | (bold ? BOLD : 0) | (inverse ? INVERSE : 0);
    }

    /** Takes over what {@link #bits} returned; any other value means something as well. */
    void set(int bits) {
        foreground = bits & COLOUR;
        background = bits >> BACKGROUND_SHIFT & COLOUR;
        bold = (bits & BOLD) != 0;
        inverse = (bits & INVERSE) != 0;
    }

    /** Obeys SGR; returns false if something in it is not known. What the adapter cannot show, such as italics, is known and ignored. */
    boolean select(EscapeParser.Parameters parameters) {
        boolean known = true;
        if (parameters.count() == 0) {
            reset();
        }
        for (int i = 0; i < parameters.count(); i++) {
            int value = parameters.value(i);
            if (value == SET_FOREGROUND || value == SET_BACKGROUND) {
                int kind = parameters.value(i + 1);
                if (kind == BY_NUMBER && value == SET_FOREGROUND) {
                    foreground = numbered(parameters.value(i + 2), foreground);
                } else if (kind == BY_NUMBER) {
                    background = numbered(parameters.value(i + 2), background);
                }
                known &= kind == BY_NUMBER || kind == BY_COMPONENTS;
                i += kind == BY_COMPONENTS ? 1 + COMPONENTS : 2;
            } else {
                known &= select(value);
            }
        }
        return known;
    }

    /** Returns one of the first 16 colours of the larger table; the others are not there, and leave {@code current} as it is. */
    private static int numbered(int number, int current) {
        return number <= COLOUR ? COLOURS[number & ~BRIGHT] | number & BRIGHT : current;
    }

    private boolean select(int value) {
        switch (value) {
            case 0 -> reset();
            case 1 -> bold = true;
            case 2, 3, 4, 5, 6, 8, 9, 21, 23, 24, 25, 28, 29 -> { }
            case 7 -> inverse = true;
            case 22 -> bold = false;
            case 27 -> inverse = false;
            case 30, 31, 32, 33, 34, 35, 36, 37 -> foreground = COLOURS[value - 30];
            case 39 -> foreground = DEFAULT_FOREGROUND;
            case 40, 41, 42, 43, 44, 45, 46, 47 -> background = COLOURS[value - 40];
            case 49 -> background = DEFAULT_BACKGROUND;
            case 90, 91, 92, 93, 94, 95, 96, 97 -> foreground = COLOURS[value - 90] | BRIGHT;
            case 100, 101, 102, 103, 104, 105, 106, 107 -> background = COLOURS[value - 100] | BRIGHT;
            default -> {
                return false;
            }
        }
        return true;
    }
}
