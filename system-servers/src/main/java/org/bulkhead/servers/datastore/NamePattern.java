package org.bulkhead.servers.datastore;

import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.DataStoreException;

/** Names, and the patterns that stand for many of them, as {@link DataStore} describes them. */
final class NamePattern {
    private static final String RULE = ": use 1 to " + DataStore.NAME_LIMIT + " of a to z, A to Z, 0 to 9, - _ and ., in parts with a / between each two";
    private static final String PATTERN_RULE = RULE + "; ? stands for one character but /, * for any number of them, ** for any number of whatever characters";
    private static final char SEPARATOR = '/';
    private static final char ONE = '?';
    private static final char MANY = '*';

    private final String text;

    private NamePattern(String text) {
        this.text = text;
    }

    /** Returns the pattern that a client names. */
    static NamePattern of(String text) throws DataStoreException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ONE && c != MANY && c != SEPARATOR && !isPlain(c)) {
                throw new DataStoreException("\"" + text + "\" is no pattern" + PATTERN_RULE);
            }
        }
        if (text.isEmpty() || text.length() > DataStore.NAME_LIMIT) {
            throw new DataStoreException("\"" + text + "\" is no pattern" + PATTERN_RULE);
        }
        return new NamePattern(text);
    }

    /** Returns the pattern of a subscription that was kept. */
    static NamePattern kept(String text) {
        return new NamePattern(text);
    }

    /** Throws unless {@code name} can be published. */
    static void requireName(String name) throws DataStoreException {
        boolean valid = !name.isEmpty() && name.length() <= DataStore.NAME_LIMIT;
        char before = SEPARATOR;
        for (int i = 0; i < name.length() && valid; i++) {
            char c = name.charAt(i);
            valid = isPlain(c) || c == SEPARATOR && before != SEPARATOR;
            before = c;
        }
        if (!valid || before == SEPARATOR) {
            throw new DataStoreException("\"" + name + "\" is no name" + RULE);
        }
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** Returns whether it stands for {@code name}. */
    boolean matches(String name) {
        // After each part of the pattern: which beginnings of the name it can stand for, by their length.
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == MANY) {
                boolean anything = at < text.length() && text.charAt(at) == MANY;
                at += anything ? 1 : 0;
                for (int i = 0; i < name.length(); i++) {
                    reached[i + 1] |= reached[i] && (anything || name.charAt(i) != SEPARATOR);
                }
            } else {
                for (int i = name.length(); i > 0; i--) {
                    char there = name.charAt(i - 1);
                    reached[i] = reached[i - 1] && (c == there || c == ONE && there != SEPARATOR);
                }
                reached[0] = false;
            }
        }
        return reached[name.length()];
    }

    @Override
    public String toString() {
        return text;
    }
}
