package org.bulkhead.vm.verifier.format;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of constants (JVMS table 4.4-A and 4.4-B). */
public enum Constant {
    /** Index 0, and the index behind a long or double. */
    NONE(-1, 0),
    UTF8(1, 0),
    INTEGER(3, 4),
    FLOAT(4, 4),
    LONG(5, 8),
    DOUBLE(6, 8),
    CLASS(7, 2),
    STRING(8, 2),
    FIELD(9, 4),
    METHOD(10, 4),
    INTERFACE_METHOD(11, 4),
    NAME_AND_TYPE(12, 4),
    METHOD_HANDLE(15, 3),
    METHOD_TYPE(16, 2),
    DYNAMIC(17, 4),
    INVOKE_DYNAMIC(18, 4),
    MODULE(19, 2),
    PACKAGE(20, 2);

    /** What {@code ldc} and arguments of bootstrap methods may name (JVMS table 4.4-C). */
    public static final Set<Constant> LOADABLE = EnumSet.of(INTEGER, FLOAT, LONG, DOUBLE, CLASS, STRING, METHOD_HANDLE, METHOD_TYPE, DYNAMIC);
    static final int MAX_DEPTH = 3;
    private static final Constant[] ALL = values();

    private final int tag;
    /** Bytes behind the tag; of UTF8 the length says how many more. */
    final int bytes;

    Constant(int tag, int bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    /** Returns the kind with that tag, or null. */
    static Constant of(int tag) {
        for (Constant each : ALL) {
            if (each.tag == tag) {
                return each;
            }
        }
        return null;
    }

    /** Returns over how many constants this kind names others: a class names a text, a field a class, a method handle a field. */
    int depth() {
        return switch (this) {
            case NONE, UTF8, INTEGER, FLOAT, LONG, DOUBLE -> 0;
            case CLASS, STRING, NAME_AND_TYPE, METHOD_TYPE, MODULE, PACKAGE -> 1;
            case FIELD, METHOD, INTERFACE_METHOD, DYNAMIC, INVOKE_DYNAMIC -> 2;
            case METHOD_HANDLE -> MAX_DEPTH;
        };
    }

    boolean takesTwo() {
        return this == LONG || this == DOUBLE;
    }
}
