package org.bulkhead.builder.interpret;

/** A resolved static field. */
final class StaticField {
    final ClassState owner;
    /** Number of the field in the image heap. */
    final int slot;
    /** First character of the descriptor. */
    final char kind;

    StaticField(ClassState owner, int slot, char kind) {
        this.owner = owner;
        this.slot = slot;
        this.kind = kind;
    }

    /** Returns {@code value} cut to what a field of this kind holds. */
    long narrow(long value) {
        return switch (kind) {
            case 'Z' -> value & 1;
            case 'B' -> (byte) value;
            case 'C' -> (char) value;
            case 'S' -> (short) value;
            case 'I', 'F' -> (int) value;
            default -> value;
        };
    }
}
