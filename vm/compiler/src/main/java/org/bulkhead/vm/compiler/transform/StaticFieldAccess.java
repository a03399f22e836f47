package org.bulkhead.vm.compiler.transform;

import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * Writes the access to a static field through a {@code VarHandle}.
 *
 * <p>A static field has no object and offset that Unsafe could be given. What reads and writes in one step therefore takes the monitor of the field's class, and so does every write
 * through the handle; writes that do not go through the handle are not excluded, but the library's users of such handles make none.
 */
final class StaticFieldAccess {
    private static final int FIRST_VALUE = 1;

    private StaticFieldAccess() {}

    static boolean supports(HandleShape.StaticField field, AccessMode mode) {
        boolean compares = mode.kind().operands() == 2;
        return mode.kind().supports(field.type()) && !(compares && (field.type().getSort() == Type.FLOAT || field.type().getSort() == Type.DOUBLE));
    }

    static void write(GeneratorAdapter code, HandleShape.StaticField field, AccessMode mode) {
        Type owner = Type.getObjectType(field.owner());
        Type type = field.type();
        Type[] given = code.getArgumentTypes();
        if (mode.kind() == AccessMode.Kind.GET) {
            code.getStatic(owner, field.name(), type);
            Conversion.convert(code, type, code.getReturnType());
            return;
        }
        // Conversions can throw, so they come before the monitor is taken.
        int[] values = new int[given.length - FIRST_VALUE];
        for (int i = 0; i < values.length; i++) {
            code.loadArg(FIRST_VALUE + i);
            Conversion.convert(code, given[FIRST_VALUE + i], type);
            values[i] = code.newLocal(type);
            code.storeLocal(values[i]);
        }
        int old = code.newLocal(type);
        code.push(owner);
        code.monitorEnter();
        code.getStatic(owner, field.name(), type);
        code.storeLocal(old);
        if (mode.kind().operands() == 2) {
            writeComparison(code, field, mode, old, values);
            return;
        }
        pushNewValue(code, mode.kind(), type, old, values[0]);
        code.putStatic(owner, field.name(), type);
        code.push(owner);
        code.monitorExit();
        if (mode.kind() != AccessMode.Kind.SET) {
            code.loadLocal(old);
            Conversion.convert(code, type, code.getReturnType());
        }
    }

    private static void pushNewValue(GeneratorAdapter code, AccessMode.Kind kind, Type type, int old, int value) {
        int operation = switch (kind) {
            case GET_AND_ADD -> GeneratorAdapter.ADD;
            case GET_AND_BITWISE_AND -> GeneratorAdapter.AND;
            case GET_AND_BITWISE_OR -> GeneratorAdapter.OR;
            case GET_AND_BITWISE_XOR -> GeneratorAdapter.XOR;
            default -> 0;
        };
        if (operation == 0) {
            code.loadLocal(value);
            return;
        }
        code.loadLocal(old);
        code.loadLocal(value);
        boolean small = type.getSort() < Type.INT;
        code.math(operation, small ? Type.INT_TYPE : type);
        if (small && type.getSort() != Type.BOOLEAN) {
            code.cast(Type.INT_TYPE, type);
        }
    }

    private static void writeComparison(GeneratorAdapter code, HandleShape.StaticField field, AccessMode mode, int old, int[] values) {
        Type owner = Type.getObjectType(field.owner());
        Label differs = code.newLabel();
        int changed = code.newLocal(Type.BOOLEAN_TYPE);
        code.push(false);
        code.storeLocal(changed);
        code.loadLocal(old);
        code.loadLocal(values[0]);
        code.ifCmp(field.type(), GeneratorAdapter.NE, differs);
        code.loadLocal(values[1]);
        code.putStatic(owner, field.name(), field.type());
        code.push(true);
        code.storeLocal(changed);
        code.mark(differs);
        code.push(owner);
        code.monitorExit();
        if (mode.kind() == AccessMode.Kind.COMPARE_AND_EXCHANGE) {
            code.loadLocal(old);
            Conversion.convert(code, field.type(), code.getReturnType());
        } else {
            code.loadLocal(changed);
            Conversion.convert(code, Type.BOOLEAN_TYPE, code.getReturnType());
        }
    }
}
