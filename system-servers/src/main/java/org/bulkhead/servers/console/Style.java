package org.bulkhead.servers.console;

/** How a piece of text looks on terminals that have colours (select graphic rendition, ECMA-48 8.3.117). */
enum Style {
    PLAIN(""), HEADING("1"), GOOD("32"), WARNING("33"), BAD("31"), DIM("90");

    private static final String RESET = "\u001b[0m";

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    /** Returns the text with what switches the style on and off again around it. */
    String apply(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + parameters + 'm' + text + RESET;
    }
}
