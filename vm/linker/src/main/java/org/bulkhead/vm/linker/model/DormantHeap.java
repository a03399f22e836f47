package org.bulkhead.vm.linker.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.World;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.bulkhead.vm.runtime.layout.ObjectLayout;

/** Wakes the dormant objects of a model: copies those that a module needs into its heap, each once. */
final class DormantHeap {
    private final ImageModel model;
    private final ModelTypes types;
    private final Map<Integer, Integer> awake = new HashMap<>();

    DormantHeap(ImageModel model, ModelTypes types) {
        this.model = model;
        this.types = types;
    }

    /** Returns the reference that stands for what the model names {@code encoded}, with all that it reaches in the heap. */
    int wake(int encoded, ImageHeap heap) {
        Deque<Integer> pending = new ArrayDeque<>();
        int ref = reference(encoded, heap, pending);
        while (!pending.isEmpty()) {
            int each = pending.remove();
            heap.forEachReference(each, (offset, target) -> heap.putReference(each, offset, reference(target, heap, pending)));
        }
        return ref;
    }

    private int reference(int encoded, ImageHeap heap, Deque<Integer> pending) {
        if (encoded == 0) {
            return 0;
        }
        if ((encoded & DormantObjects.IMAGE) != 0) {
            return ImageHeap.baseReference(encoded & ~DormantObjects.IMAGE);
        }
        Integer known = awake.get(encoded);
        if (known == null) {
            ImageModel.Object object = model.object(encoded - 1);
            known = switch (object.kind()) {
                case ModelFormat.MIRROR -> heap.mirror(types.resolve(model.type(object.typeOrString())));
                case ModelFormat.LITERAL -> heap.literal(model.string(object.typeOrString()), World.ISOLATE);
                case ModelFormat.INSTANCE, ModelFormat.ARRAY -> copy(object, heap, pending);
                default -> throw ModelBytes.damaged("an object is of kind " + object.kind());
            };
            awake.put(encoded, known);
        }
        return known;
    }

    private int copy(ImageModel.Object object, ImageHeap heap, Deque<Integer> pending) {
        VmType type = types.resolve(model.type(object.typeOrString()));
        HeapType heapType = heap.heapType(type);
        boolean isArray = object.kind() == ModelFormat.ARRAY;
        if (heapType.isArray() != isArray || object.length() < 0 || (long) object.length() << heapType.logElementSize() > object.content().length) {
            throw ModelBytes.damaged("an object of " + type.displayName() + " has another shape than its class");
        }
        int ref = isArray ? heap.allocateArray(heapType, object.length()) : heap.allocateInstance(heapType);
        int from = isArray ? heapType.arrayBase() : ObjectLayout.FIRST_FIELD;
        if (object.content().length != heap.sizeOf(ref) - from) {
            throw ModelBytes.damaged("an object of " + type.displayName() + " has " + object.content().length + " bytes, not " + (heap.sizeOf(ref) - from));
        }
        heap.putBytes(ref, from, object.content());
        if (object.hash() != 0) {
            heap.setIdentityHash(ref, object.hash());
        }
        pending.add(ref);
        return ref;
    }
}
