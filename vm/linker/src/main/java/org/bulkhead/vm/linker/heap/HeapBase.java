package org.bulkhead.vm.linker.heap;

import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmType;

/** The objects and values that a build heap continues: none for an image, those of the image for a module. */
public interface HeapBase {
    /** What an image's heap begins with. */
    HeapBase NOTHING = new HeapBase() {
        @Override
        public int literal(String value) {
            return 0;
        }

        @Override
        public int mirror(VmType type) {
            return 0;
        }

        @Override
        public boolean restore(VmField field, ImageHeap heap) {
            return false;
        }
    };

    /** Returns the address of the interned string with that value, or 0. */
    int literal(String value);

    /** Returns the address of the java.lang.Class object of a type, or 0. */
    int mirror(VmType type);

    /**
     * Gives a static field, by {@link ImageHeap#putStatic}, the value that it had when the base was built, with all objects that belong to it.
     *
     * @return whether the base knows a value other than the one that the field has before its class is initialised
     */
    boolean restore(VmField field, ImageHeap heap);
}
