package org.bulkhead.vm.compiler;

import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** What a compiled method needs beyond the symbols of its relocations; the builder follows both to find what an image must hold. */
public sealed interface Use {
    /** May call the method, or one that overrides or implements it, through a virtual or interface table. */
    record VirtualCall(VmMethod method) implements Use {}

    /** Makes instances (or arrays) of the type. */
    record Instantiation(VmType type) implements Use {}

    /** Triggers the initialisation of the class (JVMS §5.5). */
    record Initialization(VmType type) implements Use {}
}
