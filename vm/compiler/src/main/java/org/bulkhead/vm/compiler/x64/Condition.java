package org.bulkhead.vm.compiler.x64;

/** The condition codes of conditional jumps, sets and moves, in the order of their numbers. */
public enum Condition {
    OVERFLOW, NO_OVERFLOW, BELOW, ABOVE_EQUAL, EQUAL, NOT_EQUAL, BELOW_EQUAL, ABOVE,
    SIGN, NO_SIGN, PARITY, NO_PARITY, LESS, GREATER_EQUAL, LESS_EQUAL, GREATER;

    /** Returns the condition that holds when this one does not. */
    public Condition negated() {
        return values()[ordinal() ^ 1];
    }

    /** Returns the condition that holds for (b, a) when this one holds for (a, b). */
    public Condition swapped() {
        return switch (this) {
            case BELOW -> ABOVE;
            case ABOVE -> BELOW;
            case ABOVE_EQUAL -> BELOW_EQUAL;
            case BELOW_EQUAL -> ABOVE_EQUAL;
            case LESS -> GREATER;
            case GREATER -> LESS;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER_EQUAL -> LESS_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
            default -> throw new IllegalArgumentException(this + " has no meaning with operands swapped");
        };
    }
}
