package org.bulkhead.builder.interpret.natives;

import org.bulkhead.builder.interpret.Interpreter;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Object, String, Throwable and System.arraycopy. */
final class ObjectNatives {
    private ObjectNatives() {}

    static void addTo(NativeTable table) {
        String object = "java/lang/Object";
        table.put(object, "<init>()V", NativeTable.NOTHING);
        table.put(object, "getClass()Ljava/lang/Class;", (in, s, a) -> in.heap().mirror(in.heap().typeOf((int) s[a])));
        table.put(object, "hashCode()I", (in, s, a) -> in.heap().identityHash((int) s[a]));
        table.put(object, "clone()Ljava/lang/Object;", (in, s, a) -> copy(in, (int) s[a]));
        table.put("java/lang/String", "intern()Ljava/lang/String;", (in, s, a) -> in.heap().intern((int) s[a], World.ISOLATE));
        table.put("java/lang/StringUTF16", "isBigEndian()Z", NativeTable.NOTHING);
        // Exceptions made while building have no trace: there is no compiled code yet that it could name.
        table.put("java/lang/Throwable", "fillInStackTrace()Ljava/lang/Throwable;", (in, s, a) -> s[a]);
        table.put("java/lang/System", "arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V",
            (in, s, a) -> arrayCopy(in, (int) s[a], (int) s[a + 1], (int) s[a + 2], (int) s[a + 3], (int) s[a + 4]));
        table.put("java/lang/System", "identityHashCode(Ljava/lang/Object;)I", (in, s, a) -> s[a] == 0 ? 0 : in.heap().identityHash((int) s[a]));
    }

    private static int copy(Interpreter in, int object) {
        ImageHeap heap = in.heap();
        VmType type = heap.typeOf(object);
        if (!type.isArray() && !type.isSubtypeOf(in.types().type("java/lang/Cloneable"))) {
            throw in.thrown("java/lang/CloneNotSupportedException", type.displayName());
        }
        int made = type.isArray() ? heap.allocateArray(type, heap.arrayLength(object)) : heap.allocateInstance(type);
        heap.copy(object, ObjectLayout.FIRST_FIELD, made, ObjectLayout.FIRST_FIELD, heap.sizeOf(object) - ObjectLayout.FIRST_FIELD);
        return made;
    }

    private static long arrayCopy(Interpreter in, int from, int fromIndex, int to, int toIndex, int length) {
        if (from == 0 || to == 0) {
            throw in.thrown("java/lang/NullPointerException", null);
        }
        ImageHeap heap = in.heap();
        HeapType source = heap.heapTypeOf(from);
        HeapType target = heap.heapTypeOf(to);
        boolean sameKind = source == target || source.isReferenceArray() && target.isReferenceArray();
        if (!source.isArray() || !target.isArray() || !sameKind) {
            throw in.thrown("java/lang/ArrayStoreException", "arraycopy: type mismatch: can not copy " + source.type().displayName() + " into " + target.type().displayName());
        }
        checkRange(in, "source", fromIndex, length, heap.arrayLength(from));
        checkRange(in, "destination", toIndex, length, heap.arrayLength(to));
        if (source == target || source.type().isSubtypeOf(target.type())) {
            int log = source.logElementSize();
            heap.copy(from, source.arrayBase() + (fromIndex << log), to, source.arrayBase() + (toIndex << log), length << log);
            return 0;
        }
        VmType component = target.type().component();
        for (int i = 0; i < length; i++) {
            int element = heap.getReference(from, heap.elementOffset(from, fromIndex + i));
            if (element != 0 && !heap.typeOf(element).isSubtypeOf(component)) {
                throw in.thrown("java/lang/ArrayStoreException", "arraycopy: element type mismatch: can not cast one of the elements of "
                    + source.type().displayName() + " to the type of the destination array, " + component.displayName());
            }
            heap.putReference(to, heap.elementOffset(to, toIndex + i), element);
        }
        return 0;
    }

    private static void checkRange(Interpreter in, String side, int index, int length, int limit) {
        if (index < 0 || length < 0 || (long) index + length > limit) {
            throw in.thrown("java/lang/ArrayIndexOutOfBoundsException",
                "arraycopy: " + side + " range [" + index + ", " + ((long) index + length) + ") is not in an array of length " + limit);
        }
    }
}
