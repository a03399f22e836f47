package org.bulkhead.vm.linker.heap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.objectweb.asm.tree.InnerClassNode;

/** The java.lang.Class objects of an image, one per type that something asks for. */
final class Mirrors {
    private final ImageHeap heap;
    private final Map<VmType, Integer> mirrors = new LinkedHashMap<>();
    private final Map<Integer, VmType> types = new HashMap<>();

    Mirrors(ImageHeap heap) {
        this.heap = heap;
    }

    VmType typeOf(int ref) {
        return types.get(ref);
    }

    int of(VmType type) {
        Integer known = mirrors.get(type);
        if (known != null) {
            return known;
        }
        VmType classType = heap.types().type("java/lang/Class");
        int ref = heap.allocateInstance(classType);
        mirrors.put(type, ref);
        types.put(ref, type);
        if (!type.isArray() || type.component().isPrimitive()) {
            set(classType, ref, "name", heap.literal(type.displayName(), World.ISOLATE));
        }
        if (type.isArray()) {
            set(classType, ref, "componentType", heap.mirror(type.component()));
        } else {
            set(classType, ref, "simpleName", heap.literal(simpleName(type), World.ISOLATE));
        }
        return ref;
    }

    /** Fields that the class library's or the runtime's Class may or may not have. */
    private void set(VmType classType, int ref, String field, int value) {
        VmField declared = classType.declaredField(field);
        if (declared != null && !declared.isStatic() && declared.isReference()) {
            heap.putReference(ref, declared.offset(), value);
        }
    }

    /** JLS §6.2 and Class.getSimpleName: the name in the source, empty for anonymous classes. */
    static String simpleName(VmType type) {
        if (type.isArray()) {
            return simpleName(type.component()) + "[]";
        }
        if (type.node() != null) {
            for (InnerClassNode inner : type.node().innerClasses) {
                if (inner.name.equals(type.name())) {
                    return inner.innerName == null ? "" : inner.innerName;
                }
            }
        }
        return type.name().substring(type.name().lastIndexOf('/') + 1);
    }
}
