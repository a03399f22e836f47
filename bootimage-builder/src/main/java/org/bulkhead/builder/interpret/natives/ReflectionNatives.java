package org.bulkhead.builder.interpret.natives;

import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.objectweb.asm.Type;

/** The little reflection that initialisers of java.base need: callers, arrays by class, and updaters of fields by name. */
final class ReflectionNatives {
    private static final String ATOMIC = "java/util/concurrent/atomic/";

    private ReflectionNatives() {}

    static void addTo(NativeTable table) {
        String reflection = "jdk/internal/reflect/Reflection";
        table.put(reflection, "getCallerClass()Ljava/lang/Class;", (in, s, a) -> in.callerClass() == null ? 0 : in.heap().mirror(in.callerClass()));
        table.put(reflection, "getClassAccessFlags(Ljava/lang/Class;)I", (in, s, a) -> ClassNatives.type(in, s[a]).access());
        table.put(reflection, "areNestMates(Ljava/lang/Class;Ljava/lang/Class;)Z", (in, s, a) -> 1);
        // It only looks up a method handle, for ensureClassInitialized.
        table.put("jdk/internal/access/SharedSecrets", "<clinit>()V", NativeTable.NOTHING);
        table.put("jdk/internal/access/SharedSecrets", "ensureClassInitialized(Ljava/lang/Class;)V", (in, s, a) -> {
            in.initialize(ClassNatives.type(in, s[a]));
            return 0;
        });
        table.put("java/lang/Class", "getDeclaredField(Ljava/lang/String;)Ljava/lang/reflect/Field;", (in, s, a) -> field(in, s[a], s[a + 1]));
        table.put("jdk/internal/misc/Unsafe", "objectFieldOffset(Ljava/lang/reflect/Field;)J", (in, s, a) -> offset(in, s[a + 1]));
        table.put("java/lang/reflect/Array", "newArray(Ljava/lang/Class;I)Ljava/lang/Object;", (in, s, a) -> newArray(in, s[a], (int) s[a + 1]));
        table.put("java/lang/reflect/Array", "newInstance(Ljava/lang/Class;I)Ljava/lang/Object;", (in, s, a) -> newArray(in, s[a], (int) s[a + 1]));
        table.put("java/lang/reflect/Array", "getLength(Ljava/lang/Object;)I", (in, s, a) -> length(in, s[a]));
        table.put(ATOMIC + "AtomicReferenceFieldUpdater",
            "newUpdater(Ljava/lang/Class;Ljava/lang/Class;Ljava/lang/String;)L" + ATOMIC + "AtomicReferenceFieldUpdater;",
            (in, s, a) -> updater(in, "AtomicReferenceFieldUpdater$AtomicReferenceFieldUpdaterImpl", s[a], s[a + 1], s[a + 2]));
        table.put(ATOMIC + "AtomicIntegerFieldUpdater", "newUpdater(Ljava/lang/Class;Ljava/lang/String;)L" + ATOMIC + "AtomicIntegerFieldUpdater;",
            (in, s, a) -> updater(in, "AtomicIntegerFieldUpdater$AtomicIntegerFieldUpdaterImpl", s[a], 0, s[a + 1]));
        table.put(ATOMIC + "AtomicLongFieldUpdater", "newUpdater(Ljava/lang/Class;Ljava/lang/String;)L" + ATOMIC + "AtomicLongFieldUpdater;",
            (in, s, a) -> updater(in, "AtomicLongFieldUpdater$CASUpdater", s[a], 0, s[a + 1]));
    }

    /** Makes a Field that says what it stands for, and can do nothing else: it exists only to be asked for its offset. */
    private static long field(Interpreter in, long mirror, long name) {
        if (name == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        VmField field = ClassNatives.type(in, mirror).declaredField(in.heap().stringValue((int) name));
        if (field == null) {
            throw in.thrown("java/lang/NoSuchFieldException", in.heap().stringValue((int) name));
        }
        VmType type = in.types().type("java/lang/reflect/Field");
        int made = in.heap().allocateInstance(type);
        in.heap().putField(made, type.declaredField("clazz"), mirror);
        in.heap().putField(made, type.declaredField("name"), name);
        in.heap().putField(made, type.declaredField("modifiers"), field.access());
        in.heap().putField(made, type.declaredField("type"), in.heap().mirror(in.types().type(Type.getType(field.descriptor()))));
        return made;
    }

    private static long offset(Interpreter in, long field) {
        if (field == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        VmType type = in.types().type("java/lang/reflect/Field");
        VmType owner = ClassNatives.type(in, in.heap().getField((int) field, type.declaredField("clazz")));
        return owner.declaredField(in.heap().stringValue((int) in.heap().getField((int) field, type.declaredField("name")))).offset();
    }

    private static long newArray(Interpreter in, long component, int length) {
        VmType type = ClassNatives.type(in, component);
        if (type.name().equals("void")) {
            throw in.thrown("java/lang/IllegalArgumentException", null);
        }
        if (length < 0) {
            throw in.thrown("java/lang/NegativeArraySizeException", Integer.toString(length));
        }
        return in.heap().allocateArray(type.array(), length);
    }

    private static long length(Interpreter in, long array) {
        if (array == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        if (!in.heap().typeOf((int) array).isArray()) {
            throw in.thrown("java/lang/IllegalArgumentException", "Argument is not an array");
        }
        return in.heap().arrayLength((int) array);
    }

    /** Makes an updater as its constructor would, which looks the field up by reflection and checks access. */
    private static long updater(Interpreter in, String implementation, long targetClass, long valueClass, long name) {
        VmType target = ClassNatives.type(in, targetClass);
        VmField field = name == 0 ? null : target.declaredField(in.heap().stringValue((int) name));
        if (field == null || field.isStatic()) {
            throw in.thrown("java/lang/RuntimeException", "no such field of " + target.displayName());
        }
        VmType type = in.types().type(ATOMIC + implementation);
        in.initialize(type);
        ImageHeap heap = in.heap();
        int updater = heap.allocateInstance(type);
        heap.putField(updater, type.declaredField("offset"), field.offset());
        heap.putField(updater, type.declaredField("cclass"), targetClass);
        heap.putField(updater, type.declaredField("tclass"), targetClass);
        if (valueClass != 0) {
            heap.putField(updater, type.declaredField("vclass"), valueClass);
        }
        return updater;
    }
}
