package org.bulkhead.vm.compiler.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** Compiles every method of the packages that programs use most and checks what must hold of any compiled method. */
class JavaBaseSmokeTest {
    private static final List<String> PACKAGES = List.of("java/lang", "java/util", "java/io", "java/nio", "java/math", "java/text", "java/util/concurrent",
        "java/util/stream", "java/util/regex", "java/security", "jdk/internal/misc", "jdk/internal/math", "sun/security/provider", "sun/nio/cs");

    private final TestEnvironment environment = new TestEnvironment();
    private final SimpleCompiler compiler = new SimpleCompiler();
    private int compiled;
    private long bytes;

    @Test
    void compilesEveryMethod() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String each : PACKAGES) {
            try (Stream<Path> files = Files.list(TestEnvironment.JRT.getPath("modules", "java.base", each))) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                        compileAll(environment.types().type(each + "/" + name.substring(0, name.length() - ".class".length())), problems);
                    }
                }
            }
        }
        assertEquals(List.of(), problems);
        assertTrue(compiled > 10_000, "only " + compiled + " methods");
        System.out.println(compiled + " methods, " + bytes + " bytes of code");
    }

    private void compileAll(VmType type, List<String> problems) {
        for (VmMethod method : type.methods()) {
            if (!method.isAbstract() && !method.isNative() && !needsCallSites(method)) {
                try {
                    check(compiler.compile(method, environment));
                    compiled++;
                } catch (CompilationProblem e) {
                    problems.add(e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause().getStackTrace()[0] + " " + e.getCause().getStackTrace()[1]));
                }
            }
        }
    }

    private static boolean needsCallSites(VmMethod method) {
        for (AbstractInsnNode each : method.node().instructions) {
            if (each.getOpcode() == Opcodes.INVOKEDYNAMIC
                || each instanceof LdcInsnNode constant && !(constant.cst instanceof String || constant.cst instanceof Number || constant.cst instanceof org.objectweb.asm.Type)) {
                return true;
            }
        }
        return false;
    }

    private void check(CompiledMethod method) {
        bytes += method.code().length;
        String name = method.method().toString();
        assertEquals(0, method.frameSize() % 16, name);
        int last = -1;
        for (CompiledMethod.Safepoint each : method.safepoints()) {
            assertTrue(each.pcOffset() > last && each.pcOffset() <= method.code().length, name);
            BitSet slots = each.slots();
            assertTrue(slots.length() * Long.BYTES <= method.frameSize(), name);
            last = each.pcOffset();
        }
        last = -1;
        for (CompiledMethod.Line each : method.lines()) {
            assertTrue(each.pcOffset() > last, name);
            last = each.pcOffset();
        }
        last = -Integer.BYTES;
        for (var each : method.relocations()) {
            assertTrue(each.offset() >= last + Integer.BYTES && each.offset() + Integer.BYTES <= method.code().length, name);
            last = each.offset();
        }
        for (CompiledMethod.Handler each : method.handlers()) {
            assertTrue(0 <= each.start() && each.start() < each.end() && each.end() <= method.code().length && each.handler() < method.code().length, name);
        }
    }
}
