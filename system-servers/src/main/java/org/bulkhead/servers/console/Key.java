package org.bulkhead.servers.console;

/**
 * A key as a terminal sends it.
 *
 * @param kind what the key does
 * @param character the character of {@link Kind#CHARACTER}, else 0
 */
record Key(Kind kind, char character) {
    /** What keys do; control characters have the meaning that they have in most shells. */
    enum Kind {
        CHARACTER, ENTER, TAB, BACKSPACE, DELETE, LEFT, RIGHT, UP, DOWN, HOME, END,
        /** Control-W. */
        ERASE_WORD,
        /** Control-U. */
        ERASE_TO_START,
        /** Control-K. */
        ERASE_TO_END,
        /** Control-C. */
        CANCEL,
        /** Control-L. */
        CLEAR_SCREEN,
        /** Not a key: the terminal has said what it is, so it understands escape sequences. */
        IDENTIFIED
    }

    static Key of(Kind kind) {
        return new Key(kind, '\0');
    }

    static Key of(char character) {
        return new Key(Kind.CHARACTER, character);
    }
}
