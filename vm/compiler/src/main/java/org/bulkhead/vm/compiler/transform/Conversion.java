package org.bulkhead.vm.compiler.transform;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** Code that converts the value on top of the stack, as {@code MethodHandle.asType} would: cast, box, unbox, widen, drop. */
final class Conversion {
    private static final String LANG = "java/lang/";

    private Conversion() {}

    /** Converts a value of static type {@code from} to {@code to}; a value for {@code void} is dropped. */
    static void convert(GeneratorAdapter code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to.getSort() == Type.VOID) {
            drop(code, from);
        } else if (isPrimitive(from)) {
            if (isPrimitive(to)) {
                code.cast(from, to);
            } else {
                box(code, from, to);
            }
        } else if (isPrimitive(to)) {
            unbox(code, from, to);
        } else {
            code.checkCast(to);
        }
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    static void drop(GeneratorAdapter code, Type type) {
        if (type.getSize() == 2) {
            code.pop2();
        } else if (type.getSize() == 1) {
            code.pop();
        }
    }

    private static void box(GeneratorAdapter code, Type from, Type to) {
        Type boxed = primitiveOf(to);
        Type primitive = boxed == null ? from : boxed;
        if (!primitive.equals(from)) {
            code.cast(from, primitive);
        }
        code.valueOf(primitive);
    }

    private static void unbox(GeneratorAdapter code, Type from, Type to) {
        Type boxed = primitiveOf(from);
        Type primitive = boxed == null ? to : boxed;
        if (boxed == null) {
            // Nothing is known of the value's class: any number will do, or else exactly the wrapper.
            code.unbox(to);
        } else {
            code.invokeVirtual(from, new Method(primitive.getClassName() + "Value", primitive, new Type[0]));
        }
        if (!primitive.equals(to)) {
            code.cast(primitive, to);
        }
    }

    /** Returns the primitive type that a wrapper class holds, or null if {@code type} is no wrapper. */
    static Type primitiveOf(Type type) {
        if (type.getSort() != Type.OBJECT || !type.getInternalName().startsWith(LANG)) {
            return null;
        }
        return switch (type.getInternalName().substring(LANG.length())) {
            case "Boolean" -> Type.BOOLEAN_TYPE;
            case "Byte" -> Type.BYTE_TYPE;
            case "Character" -> Type.CHAR_TYPE;
            case "Short" -> Type.SHORT_TYPE;
            case "Integer" -> Type.INT_TYPE;
            case "Long" -> Type.LONG_TYPE;
            case "Float" -> Type.FLOAT_TYPE;
            case "Double" -> Type.DOUBLE_TYPE;
            default -> null;
        };
    }

    /** Returns the wrapper class of a primitive type. */
    static Type wrapperOf(Type primitive) {
        return Type.getObjectType(LANG + switch (primitive.getSort()) {
            case Type.BOOLEAN -> "Boolean";
            case Type.BYTE -> "Byte";
            case Type.CHAR -> "Character";
            case Type.SHORT -> "Short";
            case Type.INT -> "Integer";
            case Type.LONG -> "Long";
            case Type.FLOAT -> "Float";
            case Type.DOUBLE -> "Double";
            default -> throw new IllegalArgumentException("no wrapper for " + primitive);
        });
    }
}
