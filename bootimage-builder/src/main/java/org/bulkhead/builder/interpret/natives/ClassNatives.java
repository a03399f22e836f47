package org.bulkhead.builder.interpret.natives;

import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InnerClassNode;

/** java.lang.Class, as far as it is about types and not about reflection on members. */
final class ClassNatives {
    private static final int MODIFIERS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL
        | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ANNOTATION | Opcodes.ACC_ENUM | Opcodes.ACC_SYNTHETIC;

    private ClassNatives() {}

    /** A query about a type. */
    private interface Query {
        long of(Interpreter in, VmType type);
    }

    static void addTo(NativeTable table) {
        put(table, "isArray()Z", (in, type) -> bit(type.isArray()));
        put(table, "isInterface()Z", (in, type) -> bit(type.isInterface()));
        put(table, "isPrimitive()Z", (in, type) -> bit(type.isPrimitive()));
        put(table, "isHidden()Z", (in, type) -> 0);
        put(table, "isEnum()Z", (in, type) -> bit(isEnum(type)));
        put(table, "isRecord()Z", (in, type) -> bit(type.superclass() != null && type.superclass().name().equals("java/lang/Record")));
        put(table, "getModifiers()I", (in, type) -> modifiers(type));
        put(table, "getSuperclass()Ljava/lang/Class;", (in, type) -> type.superclass() == null || type.isInterface() ? 0 : in.heap().mirror(type.superclass()));
        put(table, "getComponentType()Ljava/lang/Class;", (in, type) -> type.isArray() ? in.heap().mirror(type.component()) : 0);
        put(table, "getInterfaces0()[Ljava/lang/Class;", ClassNatives::interfaces);
        put(table, "getInterfaces()[Ljava/lang/Class;", ClassNatives::interfaces);
        put(table, "getName()Ljava/lang/String;", (in, type) -> in.heap().literal(type.displayName(), World.ISOLATE));
        put(table, "initClassName()Ljava/lang/String;", (in, type) -> in.heap().literal(type.displayName(), World.ISOLATE));
        put(table, "getSimpleName()Ljava/lang/String;", (in, type) -> in.heap().literal(ImageHeap.simpleName(type), World.ISOLATE));
        put(table, "desiredAssertionStatus()Z", (in, type) -> 0);
        put(table, "getClassLoader()Ljava/lang/ClassLoader;", (in, type) -> 0);
        put(table, "getClassLoader0()Ljava/lang/ClassLoader;", (in, type) -> 0);
        put(table, "getEnumConstantsShared()[Ljava/lang/Object;", ClassNatives::enumConstants);
        put(table, "getEnumConstants()[Ljava/lang/Object;", ClassNatives::enumConstants);
        String owner = "java/lang/Class";
        table.put(owner, "isInstance(Ljava/lang/Object;)Z",
            (in, s, a) -> bit(s[a + 1] != 0 && in.heap().typeOf((int) s[a + 1]).isSubtypeOf(type(in, s[a]))));
        table.put(owner, "isAssignableFrom(Ljava/lang/Class;)Z", (in, s, a) -> bit(type(in, s[a + 1]).isSubtypeOf(type(in, s[a]))));
        table.put(owner, "getPrimitiveClass(Ljava/lang/String;)Ljava/lang/Class;", (in, s, a) -> in.heap().mirror(in.types().type(in.heap().stringValue((int) s[a]))));
        table.put(owner, "forName(Ljava/lang/String;)Ljava/lang/Class;", (in, s, a) -> forName(in, s[a], true));
        table.put(owner, "forName(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;", (in, s, a) -> forName(in, s[a], s[a + 1] != 0));
        table.put("java/lang/Enum", "valueOf(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;", (in, s, a) -> enumValue(in, s[a], s[a + 1]));
    }

    private static void put(NativeTable table, String signature, Query query) {
        table.put("java/lang/Class", signature, (in, s, a) -> query.of(in, type(in, s[a])));
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    /** Returns the type whose mirror the slot holds. */
    static VmType type(Interpreter in, long mirror) {
        if (mirror == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        return in.heap().typeOfMirror((int) mirror);
    }

    private static boolean isEnum(VmType type) {
        return (type.access() & Opcodes.ACC_ENUM) != 0 && type.superclass() != null && type.superclass().name().equals("java/lang/Enum");
    }

    /** The modifiers of a member class stand in its InnerClasses attribute. */
    static int modifiers(VmType type) {
        if (type.node() != null) {
            for (InnerClassNode inner : type.node().innerClasses) {
                if (inner.name.equals(type.name())) {
                    return inner.access & MODIFIERS;
                }
            }
        }
        return type.access() & MODIFIERS;
    }

    private static long interfaces(Interpreter in, VmType type) {
        ImageHeap heap = in.heap();
        int array = heap.allocateArray(in.types().type("[Ljava/lang/Class;"), type.interfaces().size());
        for (int i = 0; i < type.interfaces().size(); i++) {
            heap.putReference(array, heap.elementOffset(array, i), heap.mirror(type.interfaces().get(i)));
        }
        return array;
    }

    private static long enumConstants(Interpreter in, VmType type) {
        if (!isEnum(type)) {
            return 0;
        }
        VmMethod values = type.declaredMethod("values", "()" + type.array().descriptor());
        return values == null ? 0 : in.call(values);
    }

    private static long enumValue(Interpreter in, long mirror, long name) {
        VmType type = type(in, mirror);
        int constants = (int) enumConstants(in, type);
        if (name == 0) {
            throw in.thrown("java/lang/NullPointerException", "Name is null");
        }
        ImageHeap heap = in.heap();
        String wanted = heap.stringValue((int) name);
        int nameOffset = in.types().type("java/lang/Enum").declaredField("name").offset();
        for (int i = 0; constants != 0 && i < heap.arrayLength(constants); i++) {
            int constant = heap.getReference(constants, heap.elementOffset(constants, i));
            if (heap.stringValue(heap.getReference(constant, nameOffset)).equals(wanted)) {
                return constant;
            }
        }
        throw in.thrown("java/lang/IllegalArgumentException", "No enum constant " + type.displayName().replace('$', '.') + "." + wanted);
    }

    private static long forName(Interpreter in, long name, boolean initialize) {
        if (name == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        String wanted = in.heap().stringValue((int) name);
        VmType type = wanted.indexOf('/') >= 0 || isPrimitiveName(wanted) ? null : in.types().find(wanted.replace('.', '/'));
        if (type == null) {
            throw in.thrown("java/lang/ClassNotFoundException", wanted);
        }
        if (initialize) {
            in.initialize(type);
        }
        return in.heap().mirror(type);
    }

    private static boolean isPrimitiveName(String name) {
        for (Type each : new Type[] {Type.VOID_TYPE, Type.BOOLEAN_TYPE, Type.CHAR_TYPE, Type.BYTE_TYPE, Type.SHORT_TYPE, Type.INT_TYPE, Type.FLOAT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE}) {
            if (each.getClassName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
