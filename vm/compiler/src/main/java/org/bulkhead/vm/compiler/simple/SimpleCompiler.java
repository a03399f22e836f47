package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Compiler;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.transform.Inliner;
import org.objectweb.asm.tree.MethodNode;

/** The compiler that translates bytecode by bytecode, in one pass. Keeps no state between methods. */
public final class SimpleCompiler implements Compiler {
    @Override
    public CompiledMethod compile(VmMethod method, CompilerEnvironment environment) {
        if (method.isAbstract() || method.isNative()) {
            throw new CompilationProblem(method + " has no body to compile");
        }
        try {
            MethodNode body = new Inliner(environment::inlines).expand(method);
            return new MethodCompiler(method, method.withBody(body), environment).compile();
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CompilationProblem("compiler error in " + method + ": " + e.getMessage(), e);
        }
    }

    @Override
    public CompiledMethod routine(Routine routine, CompilerEnvironment environment) {
        return new Routines(environment).compile(routine);
    }
}
