package org.bulkhead.vm.compiler.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Relocation;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.junit.jupiter.api.Test;

/** A difference in any part of a compiled method shows, and is named; an archive is the same after a journey. */
class DigestsTest {
    private static final String SAMPLE = DigestLines.class.getName().replace('.', '/');

    private static ClassArchive archive() throws IOException {
        ClassPathSource classPath = ClassPathSource.of(System.getProperty("java.class.path"));
        return new ArchiveMaker(new ChainedSource(List.of(classPath, new JdkSource()))).make(List.of(SAMPLE, "java/util/ArrayDeque"));
    }

    private static List<CompiledMethod> compiled(ClassArchive archive) throws IOException {
        List<CompiledMethod> methods = new ArrayList<>();
        CompileArchive.compile(archive, new ArchiveCompiler.Listener() {
            @Override
            public void compiled(CompiledMethod method) {
                methods.add(method);
            }

            @Override
            public void refused(VmMethod method, org.bulkhead.vm.compiler.CompilationProblem problem) {
                throw problem;
            }
        });
        return methods;
    }

    @Test
    void classesMadeByTransformsAreCompiledToo() throws IOException {
        List<String> names = compiled(archive()).stream().map(each -> each.method().owner().name()).toList();
        assertTrue(names.contains("java/util/ArrayDeque$$Lambda$1"), names.toString());
    }

    @Test
    void aChangeInAPartIsNamed() throws IOException {
        CompiledMethod method = compiled(archive()).stream().filter(each -> each.method().name().equals("addFirst")).findFirst().orElseThrow();
        VmType type = method.method().owner();
        byte[] code = method.code().clone();
        code[code.length / 2]++;
        List<Relocation> relocations = new ArrayList<>(method.relocations());
        relocations.set(0, new Relocation(relocations.get(0).offset(), relocations.get(0).kind(), new Symbol.Hub(type), relocations.get(0).addend()));
        BitSet slots = new BitSet();
        slots.set(1);
        List<CompiledMethod.Safepoint> safepoints = new ArrayList<>(method.safepoints());
        safepoints.set(0, new CompiledMethod.Safepoint(safepoints.get(0).pcOffset(), slots));
        List<CompiledMethod.Handler> handlers = List.of(new CompiledMethod.Handler(0, 1, 2, type));
        List<CompiledMethod.Line> lines = method.lines().subList(1, method.lines().size());
        assertNamed("code", method, new CompiledMethod(method.method(), code, method.frameSize(), method.relocations(), method.safepoints(), method.handlers(), method.lines(), method.uses()));
        assertNamed("code", method, new CompiledMethod(method.method(), method.code(), method.frameSize() + 16, method.relocations(), method.safepoints(), method.handlers(), method.lines(), method.uses()));
        assertNamed("relocations", method, new CompiledMethod(method.method(), method.code(), method.frameSize(), relocations, method.safepoints(), method.handlers(), method.lines(), method.uses()));
        assertNamed("safepoints", method, new CompiledMethod(method.method(), method.code(), method.frameSize(), method.relocations(), safepoints, method.handlers(), method.lines(), method.uses()));
        assertNamed("handlers", method, new CompiledMethod(method.method(), method.code(), method.frameSize(), method.relocations(), method.safepoints(), handlers, method.lines(), method.uses()));
        assertNamed("lines", method, new CompiledMethod(method.method(), method.code(), method.frameSize(), method.relocations(), method.safepoints(), method.handlers(), lines, method.uses()));
        assertNamed("uses", method, new CompiledMethod(method.method(), method.code(), method.frameSize(), method.relocations(), method.safepoints(), method.handlers(), method.lines(),
            Set.of(new Use.Initialization(type))));
    }

    private static void assertNamed(String part, CompiledMethod method, CompiledMethod changed) {
        assertEquals(method.method() + " differs in its " + part, DigestLines.difference(line(method), line(changed)));
    }

    private static String line(CompiledMethod method) {
        List<String> lines = new ArrayList<>();
        new DigestLines(lines::add).compiled(method);
        return lines.get(0);
    }

    @Test
    void anArchiveIsReadAsItWasWritten() throws IOException {
        ClassArchive archive = archive();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.write(out);
        ClassArchive read = ClassArchive.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(archive.compiled(), read.compiled());
        assertEquals(archive.classes().keySet(), read.classes().keySet());
        for (Map.Entry<String, byte[]> each : archive.classes().entrySet()) {
            assertArrayEquals(each.getValue(), read.classes().get(each.getKey()), each.getKey());
        }
        byte[] half = Arrays.copyOf(out.toByteArray(), out.size() / 2);
        assertThrows(EOFException.class, () -> ClassArchive.read(new ByteArrayInputStream(half)));
    }
}
