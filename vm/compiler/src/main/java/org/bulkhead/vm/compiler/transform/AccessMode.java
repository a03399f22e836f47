package org.bulkhead.vm.compiler.transform;

import java.util.List;
import org.objectweb.asm.Type;

/**
 * An access mode of {@code VarHandle}: what it does, and how strictly it is ordered.
 *
 * @param kind what it does
 * @param ordering {@code ""} for the mode that the kind has without a suffix (plain for get and set, volatile for all others), or the suffix of the method's name:
 *     {@code Volatile}, {@code Opaque}, {@code Acquire}, {@code Release}, {@code Plain}
 */
record AccessMode(Kind kind, String ordering) {
    /** What an access does. */
    enum Kind {
        WEAK_COMPARE_AND_SET("weakCompareAndSet", "weakCompareAndSet", List.of("", "Plain", "Acquire", "Release"), 2),
        COMPARE_AND_EXCHANGE("compareAndExchange", "compareAndExchange", List.of("", "Acquire", "Release"), 2),
        COMPARE_AND_SET("compareAndSet", "compareAndSet", List.of(""), 2),
        GET_AND_BITWISE_OR("getAndBitwiseOr", "getAndBitwiseOr", List.of("", "Acquire", "Release"), 1),
        GET_AND_BITWISE_AND("getAndBitwiseAnd", "getAndBitwiseAnd", List.of("", "Acquire", "Release"), 1),
        GET_AND_BITWISE_XOR("getAndBitwiseXor", "getAndBitwiseXor", List.of("", "Acquire", "Release"), 1),
        GET_AND_ADD("getAndAdd", "getAndAdd", List.of("", "Acquire", "Release"), 1),
        GET_AND_SET("getAndSet", "getAndSet", List.of("", "Acquire", "Release"), 1),
        GET("get", "get", List.of("", "Volatile", "Opaque", "Acquire"), 0),
        SET("set", "put", List.of("", "Volatile", "Opaque", "Release"), 1);

        private final String prefix;
        private final String unsafePrefix;
        private final List<String> orderings;
        private final int operands;

        Kind(String prefix, String unsafePrefix, List<String> orderings, int operands) {
            this.prefix = prefix;
            this.unsafePrefix = unsafePrefix;
            this.orderings = orderings;
            this.operands = operands;
        }

        /** Returns how many values follow the coordinates. */
        int operands() {
            return operands;
        }

        /** Returns the type of the result for a variable of type {@code variable}. */
        Type result(Type variable) {
            return switch (this) {
                case SET -> Type.VOID_TYPE;
                case COMPARE_AND_SET, WEAK_COMPARE_AND_SET -> Type.BOOLEAN_TYPE;
                default -> variable;
            };
        }

        /** Returns whether a variable of type {@code variable} can be accessed like this. */
        boolean supports(Type variable) {
            return switch (this) {
                case GET_AND_ADD -> Conversion.isPrimitive(variable) && variable.getSort() != Type.BOOLEAN;
                case GET_AND_BITWISE_AND, GET_AND_BITWISE_OR, GET_AND_BITWISE_XOR ->
                    Conversion.isPrimitive(variable) && variable.getSort() != Type.FLOAT && variable.getSort() != Type.DOUBLE;
                default -> true;
            };
        }
    }

    /** Returns the mode that a method of {@code VarHandle} stands for, or null if it is none. */
    static AccessMode of(String method) {
        for (Kind kind : Kind.values()) {
            if (method.startsWith(kind.prefix) && kind.orderings.contains(method.substring(kind.prefix.length()))) {
                return new AccessMode(kind, method.substring(kind.prefix.length()));
            }
        }
        return null;
    }

    /** Returns whether it is a plain read or write, as a field access or array access does it. */
    boolean isPlain() {
        return (kind == Kind.GET || kind == Kind.SET) && ordering.isEmpty();
    }

    /** Returns the name of the method of {@code jdk.internal.misc.Unsafe} that does it to a variable of type {@code variable}. */
    String unsafeMethod(Type variable) {
        return kind.unsafePrefix + unsafeType(variable) + ordering;
    }

    private static String unsafeType(Type variable) {
        return switch (variable.getSort()) {
            case Type.BOOLEAN -> "Boolean";
            case Type.BYTE -> "Byte";
            case Type.CHAR -> "Char";
            case Type.SHORT -> "Short";
            case Type.INT -> "Int";
            case Type.LONG -> "Long";
            case Type.FLOAT -> "Float";
            case Type.DOUBLE -> "Double";
            default -> "Reference";
        };
    }
}
