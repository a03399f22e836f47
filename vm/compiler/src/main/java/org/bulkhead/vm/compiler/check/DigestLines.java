package org.bulkhead.vm.compiler.check;

import java.util.function.Consumer;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmMethod;

/** Makes a line of each method: its {@link MethodDigest}, then its name; or {@code refused}, its name, and why. Counts. */
public final class DigestLines implements ArchiveCompiler.Listener {
    private static final String REFUSED = "refused ";

    private final Consumer<String> sink;
    private int methods;
    private long codeBytes;

    /** Hands the lines to {@code sink}. */
    public DigestLines(Consumer<String> sink) {
        this.sink = sink;
    }

    @Override
    public void compiled(CompiledMethod method) {
        methods++;
        codeBytes += method.code().length;
        sink.accept(MethodDigest.of(method).text() + " " + method.method());
    }

    @Override
    public void refused(VmMethod method, CompilationProblem problem) {
        methods++;
        sink.accept(REFUSED + method + ": " + problem.getMessage());
    }

    /** Returns the number of methods so far. */
    public int methods() {
        return methods;
    }

    /** Returns the bytes of machine code so far. */
    public long codeBytes() {
        return codeBytes;
    }

    /** Returns in words where two lines differ: the method, and the parts of its digest. */
    public static String difference(String expected, String actual) {
        int nameAt = nameAt(expected);
        int otherAt = nameAt(actual);
        if (nameAt < 0 || otherAt < 0 || !expected.substring(nameAt).equals(actual.substring(otherAt))) {
            return "expected \"" + expected + "\" but was \"" + actual + "\"";
        }
        MethodDigest one = MethodDigest.parse(expected.substring(0, nameAt - 1));
        return expected.substring(nameAt) + " differs in its " + String.join(", ", one.differences(MethodDigest.parse(actual.substring(0, otherAt - 1))));
    }

    /** Returns where the name begins in the line of a compiled method, -1 in others. */
    private static int nameAt(String line) {
        if (line.startsWith(REFUSED)) {
            return -1;
        }
        int at = 0;
        for (int i = 0; i < MethodDigest.PARTS; i++) {
            at = line.indexOf(' ', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        return at;
    }
}
