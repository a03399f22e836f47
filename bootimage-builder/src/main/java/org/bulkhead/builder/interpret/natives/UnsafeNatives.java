package org.bulkhead.builder.interpret.natives;

import java.util.List;
import java.util.Map;
import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.builder.interpret.NativeMethod;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;

/** jdk.internal.misc.Unsafe over the image heap: offsets are the target's, memory outside objects is refused. */
final class UnsafeNatives {
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";

    private static final int PAGE_SIZE = 4096;

    private UnsafeNatives() {}

    /** Reads or writes a value of one kind. */
    private interface Load {
        long from(ImageHeap heap, int object, int offset);
    }

    private interface Store {
        void to(ImageHeap heap, int object, int offset, long value);
    }

    static void addTo(NativeTable table) {
        addAccess(table, "Boolean", "Z", ImageHeap::getByte, (heap, object, offset, value) -> heap.putByte(object, offset, (byte) (value & 1)));
        addAccess(table, "Byte", "B", ImageHeap::getByte, (heap, object, offset, value) -> heap.putByte(object, offset, (byte) value));
        addAccess(table, "Char", "C", ImageHeap::getChar, (heap, object, offset, value) -> heap.putShort(object, offset, (short) value));
        addAccess(table, "Short", "S", ImageHeap::getShort, (heap, object, offset, value) -> heap.putShort(object, offset, (short) value));
        Load int32 = ImageHeap::getInt;
        Store putInt32 = (heap, object, offset, value) -> heap.putInt(object, offset, (int) value);
        for (Map.Entry<String, String> each : List.of(Map.entry("Int", "I"), Map.entry("Float", "F"), Map.entry("Reference", "Ljava/lang/Object;"))) {
            addAccess(table, each.getKey(), each.getValue(), int32, putInt32);
        }
        addAccess(table, "Long", "J", ImageHeap::getLong, ImageHeap::putLong);
        addAccess(table, "Double", "D", ImageHeap::getLong, ImageHeap::putLong);
        addAtomics(table, "Int", "I", 1, int32, putInt32);
        addAtomics(table, "Reference", "Ljava/lang/Object;", 1, int32, putInt32);
        addAtomics(table, "Long", "J", 2, ImageHeap::getLong, ImageHeap::putLong);
        addAdditions(table);
        addLayout(table);
        table.putAll(UNSAFE, List.of("loadFence()V", "storeFence()V", "fullFence()V", "ensureClassInitialized0(Ljava/lang/Class;)V"), NativeTable.NOTHING);
        table.put(UNSAFE, "shouldBeInitialized0(Ljava/lang/Class;)Z", (in, s, a) -> in.isInitialized(ClassNatives.type(in, s[a + 1])) ? 0 : 1);
        table.put(UNSAFE, "ensureClassInitialized(Ljava/lang/Class;)V", (in, s, a) -> {
            in.initialize(ClassNatives.type(in, s[a + 1]));
            return 0;
        });
        table.put(UNSAFE, "allocateInstance(Ljava/lang/Class;)Ljava/lang/Object;", (in, s, a) -> {
            VmType type = ClassNatives.type(in, s[a + 1]);
            in.initialize(type);
            return in.heap().allocateInstance(type);
        });
        table.put(UNSAFE, "throwException(Ljava/lang/Throwable;)V", (in, s, a) -> {
            throw in.thrown((int) s[a + 1]);
        });
        table.put(UNSAFE, "allocateUninitializedArray0(Ljava/lang/Class;I)Ljava/lang/Object;",
            (in, s, a) -> in.heap().allocateArray(ClassNatives.type(in, s[a + 1]).array(), (int) s[a + 2]));
        table.put(UNSAFE, "copyMemory0(Ljava/lang/Object;JLjava/lang/Object;JJ)V", (in, s, a) -> {
            in.heap().copy(object(in, s[a + 1]), (int) s[a + 2], object(in, s[a + 4]), (int) s[a + 5], (int) s[a + 7]);
            return 0;
        });
        table.put(UNSAFE, "setMemory0(Ljava/lang/Object;JJB)V", (in, s, a) -> {
            int target = object(in, s[a + 1]);
            for (int i = 0; i < s[a + 4]; i++) {
                in.heap().putByte(target, (int) s[a + 2] + i, (byte) s[a + 6]);
            }
            return 0;
        });
    }

    private static int object(Interpreter in, long slot) {
        if (slot == 0) {
            throw in.refusal("memory outside objects does not exist while building");
        }
        return (int) slot;
    }

    private static void addAccess(NativeTable table, String kind, String descriptor, Load load, Store store) {
        NativeMethod get = (in, s, a) -> load.from(in.heap(), object(in, s[a + 1]), (int) s[a + 2]);
        NativeMethod put = (in, s, a) -> {
            store.to(in.heap(), object(in, s[a + 1]), (int) s[a + 2], s[a + 4]);
            return 0;
        };
        for (String mode : List.of("", "Volatile", "Acquire", "Opaque")) {
            table.put(UNSAFE, "get" + kind + mode + "(Ljava/lang/Object;J)" + descriptor, get);
        }
        for (String mode : List.of("", "Volatile", "Release", "Opaque")) {
            table.put(UNSAFE, "put" + kind + mode + "(Ljava/lang/Object;J" + descriptor + ")V", put);
        }
    }

    private static void addAtomics(NativeTable table, String kind, String descriptor, int width, Load load, Store store) {
        int expected = 4;
        int replacement = expected + width;
        String parameters = "(Ljava/lang/Object;J" + descriptor + descriptor + ")";
        NativeMethod exchange = (in, s, a) -> {
            int object = object(in, s[a + 1]);
            long found = load.from(in.heap(), object, (int) s[a + 2]);
            if (found == s[a + expected]) {
                store.to(in.heap(), object, (int) s[a + 2], s[a + replacement]);
            }
            return found;
        };
        NativeMethod set = (in, s, a) -> exchange.call(in, s, a) == s[a + expected] ? 1 : 0;
        for (String mode : List.of("", "Acquire", "Release")) {
            table.put(UNSAFE, "compareAndExchange" + kind + mode + parameters + descriptor, exchange);
        }
        table.put(UNSAFE, "compareAndSet" + kind + parameters + "Z", set);
        for (String mode : List.of("", "Acquire", "Release", "Plain")) {
            table.put(UNSAFE, "weakCompareAndSet" + kind + mode + parameters + "Z", set);
        }
        for (String mode : List.of("", "Acquire", "Release")) {
            table.put(UNSAFE, "getAndSet" + kind + mode + "(Ljava/lang/Object;J" + descriptor + ")" + descriptor, (in, s, a) -> {
                int object = object(in, s[a + 1]);
                long found = load.from(in.heap(), object, (int) s[a + 2]);
                store.to(in.heap(), object, (int) s[a + 2], s[a + expected]);
                return found;
            });
        }
    }

    private static void addAdditions(NativeTable table) {
        for (String mode : List.of("", "Acquire", "Release")) {
            table.put(UNSAFE, "getAndAddInt" + mode + "(Ljava/lang/Object;JI)I", (in, s, a) -> {
                int object = object(in, s[a + 1]);
                int found = in.heap().getInt(object, (int) s[a + 2]);
                in.heap().putInt(object, (int) s[a + 2], found + (int) s[a + 4]);
                return found;
            });
            table.put(UNSAFE, "getAndAddLong" + mode + "(Ljava/lang/Object;JJ)J", (in, s, a) -> {
                int object = object(in, s[a + 1]);
                long found = in.heap().getLong(object, (int) s[a + 2]);
                in.heap().putLong(object, (int) s[a + 2], found + s[a + 4]);
                return found;
            });
        }
    }

    private static void addLayout(NativeTable table) {
        table.put("jdk/internal/misc/UnsafeConstants", "<clinit>()V", (in, s, a) -> setConstants(in));
        NativeMethod base = (in, s, a) -> array(in, s[a + 1]).arrayBase();
        NativeMethod scale = (in, s, a) -> 1 << array(in, s[a + 1]).logElementSize();
        table.putAll(UNSAFE, List.of("arrayBaseOffset0(Ljava/lang/Class;)I", "arrayBaseOffset(Ljava/lang/Class;)I"), base);
        table.putAll(UNSAFE, List.of("arrayIndexScale0(Ljava/lang/Class;)I", "arrayIndexScale(Ljava/lang/Class;)I"), scale);
        NativeMethod offset = (in, s, a) -> offset(in, ClassNatives.type(in, s[a + 1]), s[a + 2]);
        table.putAll(UNSAFE, List.of("objectFieldOffset1(Ljava/lang/Class;Ljava/lang/String;)J", "objectFieldOffset(Ljava/lang/Class;Ljava/lang/String;)J"), offset);
    }

    /** The initialiser of UnsafeConstants sets zeros, which a VM then overwrites with what holds for its machine. */
    private static long setConstants(Interpreter in) {
        VmType constants = in.types().type("jdk/internal/misc/UnsafeConstants");
        Map<String, Integer> values = Map.of("ADDRESS_SIZE0", Long.BYTES, "PAGE_SIZE", PAGE_SIZE, "BIG_ENDIAN", 0, "UNALIGNED_ACCESS", 1, "DATA_CACHE_LINE_FLUSH_SIZE", 0);
        values.forEach((name, value) -> in.heap().putStatic(constants.declaredField(name), value));
        return 0;
    }

    private static HeapType array(Interpreter in, long mirror) {
        VmType type = ClassNatives.type(in, mirror);
        if (!type.isArray()) {
            throw in.thrown("java/lang/InternalError", type.displayName());
        }
        return in.heap().heapType(type);
    }

    private static long offset(Interpreter in, VmType type, long name) {
        if (name == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        String wanted = in.heap().stringValue((int) name);
        VmField field = type.declaredField(wanted);
        if (field == null || field.isStatic()) {
            throw in.thrown("java/lang/InternalError", type.displayName() + " has no instance field " + wanted);
        }
        return field.offset();
    }
}
