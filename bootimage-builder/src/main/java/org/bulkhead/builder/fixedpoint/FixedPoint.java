package org.bulkhead.builder.fixedpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.vm.compiler.check.ArchiveMaker;
import org.bulkhead.vm.compiler.check.ClassArchive;
import org.bulkhead.vm.compiler.check.CompileArchive;
import org.bulkhead.vm.compiler.check.DigestLines;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkSource;

/**
 * What the compiler on this host makes of an archive of classes, to be compared with what the same compiler makes of it elsewhere.
 *
 * @param lines what {@link DigestLines} says of each method
 * @param classBytes bytes of the class files that are compiled
 * @param codeBytes bytes of machine code
 */
public record FixedPoint(List<String> lines, long classBytes, long codeBytes) {
    private static final String COMPILER = "org/bulkhead/vm/compiler/";
    private static final List<String> ITSELF = List.of(
        COMPILER, COMPILER + "analysis/", COMPILER + "check/", COMPILER + "model/", COMPILER + "simple/", COMPILER + "source/", COMPILER + "transform/", COMPILER + "x64/");
    private static final List<String> MORE = List.of(
        "org/bulkhead/vm/linker/", "org/bulkhead/vm/linker/heap/",
        "org/objectweb/asm/", "org/objectweb/asm/tree/", "org/objectweb/asm/tree/analysis/", "org/objectweb/asm/commons/",
        "java/lang/", "java/util/", "java/util/concurrent/", "java/util/concurrent/atomic/", "java/util/function/", "java/util/stream/");
    private static final List<String> LITTLE = List.of(
        COMPILER + "x64/", COMPILER + "transform/Substitution", COMPILER + "simple/FrameLayout", COMPILER + "CompiledMethod$Safepoint",
        "org/objectweb/asm/ByteVector", "org/objectweb/asm/Type", "java/util/ArrayDeque", "java/util/BitSet", "java/util/concurrent/atomic/AtomicBoolean");

    /** Returns all classes of the compiler, of the linker and of ASM, with the packages of the class library that programs use most. */
    public static ClassArchive everything() throws IOException {
        List<String> all = new ArrayList<>(ITSELF);
        all.addAll(MORE);
        return archive(all);
    }

    /** Returns all classes of the compiler. */
    public static ClassArchive compiler() throws IOException {
        return archive(ITSELF);
    }

    /** Returns a few classes of the same kinds: a record, lambdas, concatenations, switches, a VarHandle. */
    public static ClassArchive little() throws IOException {
        return archive(LITTLE);
    }

    private static ClassArchive archive(List<String> names) throws IOException {
        try (ClassPathSource classPath = new ClassPathSource(ImageClassPath.with(List.of()))) {
            return new ArchiveMaker(new ChainedSource(List.of(classPath, new JdkSource()))).make(names);
        }
    }

    /** Compiles an archive here. */
    public static FixedPoint of(ClassArchive archive) throws IOException {
        List<String> lines = new ArrayList<>();
        DigestLines digests = new DigestLines(lines::add);
        CompileArchive.compile(archive, digests);
        return new FixedPoint(lines, archive.compiledBytes(), digests.codeBytes());
    }

    /** Returns the first difference between what came out here and what came out elsewhere, in words, or the empty text if there is none. */
    public String firstDifference(List<String> others) {
        for (int i = 0; i < lines.size(); i++) {
            if (i >= others.size()) {
                return "ends before " + lines.get(i);
            }
            if (!lines.get(i).equals(others.get(i))) {
                return DigestLines.difference(lines.get(i), others.get(i));
            }
        }
        return others.size() > lines.size() ? "goes on with " + others.get(lines.size()) : "";
    }
}
