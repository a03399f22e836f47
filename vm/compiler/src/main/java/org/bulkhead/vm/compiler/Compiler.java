package org.bulkhead.vm.compiler;

import org.bulkhead.vm.compiler.model.VmMethod;

/** Turns bytecode into machine code, one method at a time. Deterministic: the same method in the same environment gives the same bytes. */
public interface Compiler {
    /**
     * Compiles a method that has a body.
     *
     * @throws CompilationProblem if the bytecode is not valid or uses magic that does not exist
     */
    CompiledMethod compile(VmMethod method, CompilerEnvironment environment);

    /** Returns the machine code of a routine, as a compiled method without a {@link CompiledMethod#method}. */
    CompiledMethod routine(Routine routine, CompilerEnvironment environment);
}
