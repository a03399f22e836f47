package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Compiler;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.VmMethod;

/** The compiler that translates bytecode by bytecode, in one pass. Keeps no state between methods. */
public final class SimpleCompiler implements Compiler {
    @Override
    public CompiledMethod compile(VmMethod method, CompilerEnvironment environment) {
        if (method.isAbstract() || method.isNative()) {
            throw new CompilationProblem(method + " has no body to compile");
        }
        try {
            return new MethodCompiler(method, environment).compile();
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CompilationProblem("compiler error in " + method + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CompiledMethod routine(Routine routine, CompilerEnvironment environment) {
        return new Routines(environment).compile(routine);
    }
}
