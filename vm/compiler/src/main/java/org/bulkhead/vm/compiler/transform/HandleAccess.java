package org.bulkhead.vm.compiler.transform;

import java.nio.ByteOrder;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Writes the static method that stands in for one access through a {@code VarHandle}: its parameters are the handle, which is not looked at, the coordinates and the values,
 * with the types of the call.
 */
final class HandleAccess {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type CLASS = Type.getType(Class.class);
    private static final Type STORE_ERROR = Type.getType(ArrayStoreException.class);
    private static final Type BYTES = Type.getType(byte[].class);
    private static final Type BUFFER = Type.getObjectType("java/nio/ByteBuffer");
    private static final Type BYTE_ORDER = Type.getObjectType("java/nio/ByteOrder");
    private static final int FIRST_COORDINATE = 1;

    private final GeneratorAdapter code;
    private final AccessMode mode;
    private final Type[] given;

    private HandleAccess(GeneratorAdapter code, AccessMode mode) {
        this.code = code;
        this.mode = mode;
        given = code.getArgumentTypes();
    }

    /** Returns whether such an access can be compiled. */
    static boolean supports(HandleShape shape, AccessMode mode) {
        if (shape instanceof HandleShape.InstanceField field) {
            return mode.kind().supports(field.type());
        }
        if (shape instanceof HandleShape.StaticField field) {
            return StaticFieldAccess.supports(field, mode);
        }
        if (shape instanceof HandleShape.ArrayElement element) {
            return mode.kind().supports(elementOf(element.array()));
        }
        return mode.isPlain();
    }

    /** Returns how many coordinates come before the values. */
    static int coordinates(HandleShape shape) {
        return shape instanceof HandleShape.StaticField ? 0 : shape instanceof HandleShape.InstanceField ? 1 : 2;
    }

    static void write(GeneratorAdapter code, HandleShape shape, AccessMode mode) {
        HandleAccess access = new HandleAccess(code, mode);
        if (shape instanceof HandleShape.InstanceField field) {
            access.writeField(field);
        } else if (shape instanceof HandleShape.StaticField field) {
            StaticFieldAccess.write(code, field, mode);
        } else if (shape instanceof HandleShape.ArrayElement element) {
            access.writeElement(element.array());
        } else if (shape instanceof HandleShape.ByteArrayView view) {
            access.writeByteArrayView(view);
        } else {
            access.writeByteBufferView((HandleShape.ByteBufferView) shape);
        }
        code.returnValue();
    }

    private void push(int argument, Type wanted) {
        code.loadArg(argument);
        Conversion.convert(code, given[argument], wanted);
    }

    private void pushValues(int first, Type variable) {
        for (int i = first; i < given.length; i++) {
            push(i, variable);
        }
    }

    private void writeField(HandleShape.InstanceField field) {
        Type owner = Type.getObjectType(field.owner());
        if (!mode.isPlain()) {
            UnsafeCode.pushUnsafe(code);
            push(FIRST_COORDINATE, owner);
            UnsafeCode.requireNonNull(code);
            UnsafeCode.pushFieldOffset(code, field.owner(), field.name());
            pushValues(FIRST_COORDINATE + 1, field.type());
            writeUnsafeAccess(field.type());
            return;
        }
        push(FIRST_COORDINATE, owner);
        pushValues(FIRST_COORDINATE + 1, field.type());
        if (mode.kind() == AccessMode.Kind.GET) {
            code.getField(owner, field.name(), field.type());
            Conversion.convert(code, field.type(), code.getReturnType());
        } else {
            code.putField(owner, field.name(), field.type());
        }
    }

    private void writeUnsafeAccess(Type variable) {
        UnsafeCode.access(code, mode, variable);
        Type result = UnsafeCode.erasedResult(mode, variable);
        if (!result.equals(OBJECT)) {
            Conversion.convert(code, result, code.getReturnType());
        } else {
            Conversion.convert(code, result, variable);
            Conversion.convert(code, variable, code.getReturnType());
        }
    }

    private void writeElement(Type array) {
        Type element = elementOf(array);
        int values = FIRST_COORDINATE + 2;
        if (!Conversion.isPrimitive(element) && mode.kind() != AccessMode.Kind.GET && !mode.isPlain()) {
            checkComponent(array, given.length - 1);
        }
        push(FIRST_COORDINATE, array);
        push(FIRST_COORDINATE + 1, Type.INT_TYPE);
        if (mode.isPlain()) {
            pushValues(values, element);
            if (mode.kind() == AccessMode.Kind.GET) {
                code.arrayLoad(element);
                Conversion.convert(code, element, code.getReturnType());
            } else {
                code.arrayStore(element);
            }
            return;
        }
        // A plain read makes the checks for null and bounds, with the right exceptions.
        code.arrayLoad(element);
        Conversion.drop(code, element);
        UnsafeCode.pushUnsafe(code);
        push(FIRST_COORDINATE, array);
        UnsafeCode.pushElementOffset(code, element, () -> push(FIRST_COORDINATE + 1, Type.INT_TYPE));
        pushValues(values, element);
        writeUnsafeAccess(element);
    }

    /** Throws ArrayStoreException if the value may not be an element of the array because the array's own class is narrower than {@code array}. */
    private void checkComponent(Type array, int value) {
        Label fits = code.newLabel();
        push(FIRST_COORDINATE, array);
        code.invokeVirtual(OBJECT, Method.getMethod("Class getClass ()"));
        code.push(array);
        code.ifCmp(OBJECT, GeneratorAdapter.EQ, fits);
        push(value, elementOf(array));
        code.ifNull(fits);
        push(FIRST_COORDINATE, array);
        code.invokeVirtual(OBJECT, Method.getMethod("Class getClass ()"));
        code.invokeVirtual(CLASS, Method.getMethod("Class getComponentType ()"));
        push(value, elementOf(array));
        code.invokeVirtual(CLASS, Method.getMethod("boolean isInstance (Object)"));
        code.ifZCmp(GeneratorAdapter.NE, fits);
        code.newInstance(STORE_ERROR);
        code.dup();
        code.invokeConstructor(STORE_ERROR, Method.getMethod("void <init> ()"));
        code.throwException();
        code.mark(fits);
    }

    static Type elementOf(Type array) {
        return Type.getType(array.getDescriptor().substring(1));
    }

    private void writeByteArrayView(HandleShape.ByteArrayView view) {
        Type stored = integerOf(view.element());
        push(FIRST_COORDINATE + 1, Type.INT_TYPE);
        push(FIRST_COORDINATE, BYTES);
        code.arrayLength();
        code.push(bytes(stored) - 1);
        code.math(GeneratorAdapter.SUB, Type.INT_TYPE);
        code.invokeStatic(Type.getObjectType("java/util/Objects"), Method.getMethod("int checkIndex (int, int)"));
        code.pop();
        UnsafeCode.pushUnsafe(code);
        push(FIRST_COORDINATE, BYTES);
        UnsafeCode.pushElementOffset(code, Type.BYTE_TYPE, () -> push(FIRST_COORDINATE + 1, Type.INT_TYPE));
        // x86-64 reads and writes at any address, lowest byte first.
        if (mode.kind() == AccessMode.Kind.GET) {
            UnsafeCode.access(code, mode, stored);
            order(view.order(), stored);
            fromBits(stored, view.element());
            Conversion.convert(code, view.element(), code.getReturnType());
        } else {
            push(FIRST_COORDINATE + 2, view.element());
            toBits(view.element(), stored);
            order(view.order(), stored);
            UnsafeCode.access(code, mode, stored);
        }
    }

    private void order(ByteOrder order, Type stored) {
        if (order == ByteOrder.BIG_ENDIAN) {
            code.invokeStatic(Conversion.wrapperOf(stored), new Method("reverseBytes", stored, new Type[] {stored}));
        }
    }

    private void fromBits(Type stored, Type element) {
        if (!stored.equals(element)) {
            code.invokeStatic(Conversion.wrapperOf(element), new Method(stored.equals(Type.INT_TYPE) ? "intBitsToFloat" : "longBitsToDouble", element, new Type[] {stored}));
        }
    }

    private void toBits(Type element, Type stored) {
        if (!stored.equals(element)) {
            code.invokeStatic(Conversion.wrapperOf(element), new Method(stored.equals(Type.INT_TYPE) ? "floatToRawIntBits" : "doubleToRawLongBits", stored, new Type[] {element}));
        }
    }

    private static Type integerOf(Type element) {
        return switch (element.getSort()) {
            case Type.FLOAT -> Type.INT_TYPE;
            case Type.DOUBLE -> Type.LONG_TYPE;
            default -> element;
        };
    }

    private static int bytes(Type stored) {
        return switch (stored.getSort()) {
            case Type.LONG -> Long.BYTES;
            case Type.INT -> Integer.BYTES;
            default -> Short.BYTES;
        };
    }

    private void writeByteBufferView(HandleShape.ByteBufferView view) {
        String name = view.element().getClassName();
        String suffix = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        push(FIRST_COORDINATE, BUFFER);
        code.invokeVirtual(BUFFER, new Method("duplicate", BUFFER, new Type[0]));
        code.getStatic(BYTE_ORDER, view.order() == ByteOrder.BIG_ENDIAN ? "BIG_ENDIAN" : "LITTLE_ENDIAN", BYTE_ORDER);
        code.invokeVirtual(BUFFER, new Method("order", BUFFER, new Type[] {BYTE_ORDER}));
        push(FIRST_COORDINATE + 1, Type.INT_TYPE);
        if (mode.kind() == AccessMode.Kind.GET) {
            code.invokeVirtual(BUFFER, new Method("get" + suffix, view.element(), new Type[] {Type.INT_TYPE}));
            Conversion.convert(code, view.element(), code.getReturnType());
        } else {
            push(FIRST_COORDINATE + 2, view.element());
            code.invokeVirtual(BUFFER, new Method("put" + suffix, BUFFER, new Type[] {Type.INT_TYPE, view.element()}));
            code.pop();
        }
    }
}
