package org.bulkhead.vm.compiler.analysis;

import org.objectweb.asm.tree.analysis.Value;

/**
 * A value as the analysis sees it.
 *
 * @param kind null if nothing is known, so that it cannot be used
 * @param shape of references, what they point to
 * @param dimensions of WORD_ARRAY, the number of dimensions
 */
record AbstractValue(Kind kind, Shape shape, int dimensions) implements Value {
    /** What little must be known of references. */
    enum Shape { NULL, WORD_ARRAY, OTHER }

    static final AbstractValue UNKNOWN = new AbstractValue(null, Shape.OTHER, 0);
    static final AbstractValue INT = new AbstractValue(Kind.INT, Shape.OTHER, 0);
    static final AbstractValue LONG = new AbstractValue(Kind.LONG, Shape.OTHER, 0);
    static final AbstractValue FLOAT = new AbstractValue(Kind.FLOAT, Shape.OTHER, 0);
    static final AbstractValue DOUBLE = new AbstractValue(Kind.DOUBLE, Shape.OTHER, 0);
    static final AbstractValue WORD = new AbstractValue(Kind.WORD, Shape.OTHER, 0);
    static final AbstractValue REFERENCE = new AbstractValue(Kind.REFERENCE, Shape.OTHER, 0);
    static final AbstractValue NULL = new AbstractValue(Kind.REFERENCE, Shape.NULL, 0);

    static AbstractValue of(Kind kind) {
        return switch (kind) {
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case REFERENCE -> REFERENCE;
            case WORD -> WORD;
        };
    }

    static AbstractValue wordArray(int dimensions) {
        return dimensions == 0 ? WORD : new AbstractValue(Kind.REFERENCE, Shape.WORD_ARRAY, dimensions);
    }

    AbstractValue merge(AbstractValue other) {
        if (equals(other)) {
            return this;
        }
        if (kind != Kind.REFERENCE || other.kind != Kind.REFERENCE) {
            return UNKNOWN;
        }
        return shape == Shape.NULL ? other : other.shape == Shape.NULL ? this : REFERENCE;
    }

    @Override
    public int getSize() {
        return kind != null && kind.isDouble() ? 2 : 1;
    }
}
