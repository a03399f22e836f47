package org.bulkhead.vm.compiler;

import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** What a compiler asks of whoever runs it. */
public interface CompilerEnvironment {
    TypeSystem types();

    /** Returns the method behind a runtime call in this world. */
    VmMethod runtimeMethod(RuntimeCall call);

    /** Returns whether code that touches the class must first check that it is initialised. */
    boolean needsInitializationCheck(VmType type);

    /** Returns whether the method's prologue probes the stack for overflow. */
    boolean probesStack(VmMethod method);

    /** Returns whether the method polls in its loops: another thread may run there. */
    boolean polls(VmMethod method);

    /** Returns whether the body of a method, if it is small, may take the place of calls of it; stack traces then do not show it. */
    boolean inlines(VmMethod called);
}
