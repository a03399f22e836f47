package org.bulkhead.vm.compiler.check;

import java.util.List;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Compiler;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;

/** Compiles every method of some classes, in the order of the class files, and reports each. */
public final class ArchiveCompiler {
    /** Who is told what came out. */
    public interface Listener {
        /** A method was compiled. */
        void compiled(CompiledMethod method);

        /** The compiler refused a method. */
        void refused(VmMethod method, CompilationProblem problem);
    }

    private final Compiler compiler;
    private final CompilerEnvironment environment;

    /** Works with a compiler, in an environment that has all types. */
    public ArchiveCompiler(Compiler compiler, CompilerEnvironment environment) {
        this.compiler = compiler;
        this.environment = environment;
    }

    /**
     * Compiles the classes, then those that transforms have made for what was compiled: lambdas' classes, for instance.
     *
     * @param names internal names
     */
    public void compile(List<String> names, Listener listener) {
        for (String name : names) {
            compile(environment.types().type(name), listener);
        }
        List<VmType> made = environment.types().made();
        // Compiling one may load more of them.
        for (int i = 0; i < made.size(); i++) {
            compile(made.get(i), listener);
        }
    }

    private void compile(VmType type, Listener listener) {
        for (VmMethod method : type.methods()) {
            compile(method, listener);
        }
    }

    private void compile(VmMethod method, Listener listener) {
        if (method.isAbstract() || method.isNative()) {
            return;
        }
        CompiledMethod compiled;
        try {
            compiled = compiler.compile(method, environment);
        } catch (CompilationProblem e) {
            listener.refused(method, e);
            return;
        }
        listener.compiled(compiled);
    }
}
