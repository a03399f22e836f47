package org.bulkhead.vm.compiler.transform;

import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** Code that uses {@code jdk.internal.misc.Unsafe}. */
final class UnsafeCode {
    static final Type UNSAFE = Type.getObjectType("jdk/internal/misc/Unsafe");
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type OBJECTS = Type.getObjectType("java/util/Objects");
    private static final String HOLDER = "$$Handle$";
    private static final String OFFSET = "OFFSET";

    private UnsafeCode() {}

    static void pushUnsafe(GeneratorAdapter code) {
        code.invokeStatic(UNSAFE, new Method("getUnsafe", UNSAFE, new Type[0]));
    }

    /** Throws NullPointerException if the object on the stack is null; leaves it there, as an Object. */
    static void requireNonNull(GeneratorAdapter code) {
        code.invokeStatic(OBJECTS, Method.getMethod("Object requireNonNull (Object)"));
    }

    /** Calls the method for an access; on the stack lie Unsafe, object, offset (long) and the values. */
    static void access(GeneratorAdapter code, AccessMode mode, Type variable) {
        Type erased = erase(variable);
        Type[] parameters = new Type[2 + mode.kind().operands()];
        parameters[0] = OBJECT;
        parameters[1] = Type.LONG_TYPE;
        for (int i = 2; i < parameters.length; i++) {
            parameters[i] = erased;
        }
        code.invokeVirtual(UNSAFE, new Method(mode.unsafeMethod(variable), erasedResult(mode, variable), parameters));
    }

    /** Returns the static type of what {@link #access} leaves on the stack. */
    static Type erasedResult(AccessMode mode, Type variable) {
        return mode.kind().result(erase(variable));
    }

    private static Type erase(Type variable) {
        return Conversion.isPrimitive(variable) ? variable : OBJECT;
    }

    /** Pushes the offset (long) of the array element whose index is the argument {@code index}, an int. */
    static void pushElementOffset(GeneratorAdapter code, Type element, Runnable pushIndex) {
        String name = Conversion.isPrimitive(element) ? element.getClassName().toUpperCase(Locale.ROOT) : "OBJECT";
        pushIndex.run();
        code.cast(Type.INT_TYPE, Type.LONG_TYPE);
        code.getStatic(UNSAFE, "ARRAY_" + name + "_INDEX_SCALE", Type.INT_TYPE);
        code.cast(Type.INT_TYPE, Type.LONG_TYPE);
        code.math(GeneratorAdapter.MUL, Type.LONG_TYPE);
        code.getStatic(UNSAFE, "ARRAY_" + name + "_BASE_OFFSET", Type.INT_TYPE);
        code.cast(Type.INT_TYPE, Type.LONG_TYPE);
        code.math(GeneratorAdapter.ADD, Type.LONG_TYPE);
    }

    static boolean isOffsetHolder(String name) {
        return name.contains(HOLDER);
    }

    /** Returns the name of the class that holds the offset of an instance field. */
    static String offsetHolder(String owner, String field) {
        return owner + HOLDER + field;
    }

    static void pushFieldOffset(GeneratorAdapter code, String owner, String field) {
        code.getStatic(Type.getObjectType(offsetHolder(owner, field)), OFFSET, Type.LONG_TYPE);
    }

    /** Returns the class that holds the offset of an instance field, in a static final field that its initialiser asks Unsafe for. */
    static ClassNode makeOffsetHolder(String owner, String field) {
        ClassNode holder = new ClassNode(Opcodes.ASM9);
        String name = offsetHolder(owner, field);
        holder.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, name, null, OBJECT.getInternalName(), null);
        holder.fields.add(new FieldNode(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, OFFSET, Type.LONG_TYPE.getDescriptor(), null, null));
        holder.methods.add(SyntheticMethods.generate(name, Opcodes.ACC_STATIC, "<clinit>", "()V", code -> {
            pushUnsafe(code);
            code.push(Type.getObjectType(owner));
            code.push(field);
            code.invokeVirtual(UNSAFE, Method.getMethod("long objectFieldOffset (Class, String)"));
            code.putStatic(Type.getObjectType(name), OFFSET, Type.LONG_TYPE);
            code.returnValue();
        }));
        return holder;
    }
}
