package org.bulkhead.builder.interpret;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.HeapType;

/** What the interpreter knows of a type: initialisation state and the code of its methods. */
final class ClassState {
    /** JVMS §5.5. */
    enum Initialization { UNINITIALIZED, RUNNING, INITIALIZED, FAILED }

    final VmType type;
    final HeapType heapType;
    Initialization initialization = Initialization.UNINITIALIZED;
    /** Code that calls of a virtual method select for receivers of this very type. */
    final Map<VmMethod, Code> selected = new HashMap<>();

    ClassState(VmType type, HeapType heapType) {
        this.type = type;
        this.heapType = heapType;
    }

    boolean isInitialized() {
        return initialization == Initialization.INITIALIZED;
    }
}
