package org.bulkhead.vm.compiler.analysis;

import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Type;

/** How a value on the operand stack or in a local is represented. */
public enum Kind {
    /** boolean to int: 32 bits. */
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    /** 32 bits, followed by the collector. */
    REFERENCE,
    /** An unboxed machine word: 64 bits that take one place on the operand stack. */
    WORD;

    /** Returns whether the value takes two places in bytecode. */
    public boolean isDouble() {
        return this == LONG || this == DOUBLE;
    }

    /** Returns whether the value lives in SSE registers. */
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Returns whether all 64 bits of a register or slot count. */
    public boolean isWide() {
        return this == LONG || this == DOUBLE || this == WORD;
    }

    /** Returns the kind of values of that type, null for void. */
    public static Kind of(Type type, TypeSystem types) {
        return switch (type.getSort()) {
            case Type.VOID -> null;
            case Type.LONG -> LONG;
            case Type.FLOAT -> FLOAT;
            case Type.DOUBLE -> DOUBLE;
            case Type.ARRAY -> REFERENCE;
            case Type.OBJECT -> types.isUnboxed(type.getInternalName()) ? WORD : REFERENCE;
            default -> INT;
        };
    }
}
