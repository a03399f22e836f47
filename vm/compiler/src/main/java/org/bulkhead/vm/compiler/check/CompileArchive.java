package org.bulkhead.vm.compiler.check;

import java.io.IOException;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.simple.SimpleCompiler;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.compiler.transform.Transforms;

/**
 * Compiles a {@link ClassArchive} from standard input and prints its {@link DigestLines}.
 *
 * <p>The argument {@code rounds=N} has everything compiled N times, each from parsing on, and prints {@code round METHODS NANOSECONDS} instead: a benchmark.
 */
public final class CompileArchive {
    /** Begins the argument that asks for the benchmark. */
    public static final String ROUNDS = "rounds=";
    /** Begins the benchmark's lines. */
    public static final String ROUND = "round ";

    private CompileArchive() {}

    /** Runs the program. */
    public static void main(String[] arguments) throws IOException {
        ClassArchive archive = ClassArchive.read(System.in);
        if (arguments.length == 0) {
            compile(archive, new DigestLines(System.out::println));
            return;
        }
        if (!arguments[0].startsWith(ROUNDS)) {
            throw new IllegalArgumentException("unknown argument " + arguments[0] + ": " + ROUNDS + "N is the only one");
        }
        for (int rounds = Integer.parseInt(arguments[0].substring(ROUNDS.length())); rounds > 0; rounds--) {
            Counter counter = new Counter();
            long begin = System.nanoTime();
            compile(archive, counter);
            System.out.println(ROUND + counter.methods + " " + (System.nanoTime() - begin));
        }
    }

    /** Compiles an archive, with the transforms of an image. */
    public static void compile(ClassArchive archive, ArchiveCompiler.Listener listener) throws IOException {
        MemorySource source = archive.source();
        TypeSystem types = new TypeSystem(source, Transforms.forImage(source));
        new ArchiveCompiler(new SimpleCompiler(), new ArchiveEnvironment(types)).compile(archive.compiled(), listener);
    }

    /** Counts methods. */
    private static final class Counter implements ArchiveCompiler.Listener {
        private int methods;

        @Override
        public void compiled(CompiledMethod method) {
            methods++;
        }

        @Override
        public void refused(VmMethod method, CompilationProblem problem) {
            methods++;
        }
    }
}
