package org.bulkhead.programs.random;

/** The primitive types, in the order of widening, and what the writers need to know of each. */
enum Type {
    BOOLEAN("boolean", 1),
    BYTE("byte", 8),
    SHORT("short", 16),
    CHAR("char", 16),
    INT("int", 32),
    LONG("long", 64),
    FLOAT("float", 32),
    DOUBLE("double", 64);

    private final String keyword;
    private final int bits;

    Type(String keyword, int bits) {
        this.keyword = keyword;
        this.bits = bits;
    }

    /** Returns the type's name in the source. */
    String keyword() {
        return keyword;
    }

    /** Returns the name of the array field that every made program has for this type. */
    String arrayName() {
        return keyword + "s";
    }

    /** Returns the name of the static field that every made program has for this type. */
    String fieldName() {
        return keyword + "Field";
    }

    boolean isIntegral() {
        return this != BOOLEAN && this != FLOAT && this != DOUBLE;
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Returns whether arithmetic on it happens in {@code int}. */
    boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    int bits() {
        return bits;
    }
}
