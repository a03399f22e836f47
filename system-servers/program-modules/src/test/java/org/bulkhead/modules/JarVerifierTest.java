package org.bulkhead.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bulkhead.modules.archive.Archive;
import org.bulkhead.modules.archive.ClassPath;
import org.bulkhead.modules.archive.Content;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A jar is refused for its worst class, and not for one that only lacks others. */
class JarVerifierTest {
    private static final int LIMIT = 1 << 20;
    private final Map<String, byte[]> classes = new TreeMap<>();

    private static byte[] library(String name) throws IOException {
        try (InputStream stream = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return stream == null || !name.startsWith("java/") ? null : stream.readAllBytes();
        }
    }

    /** Adds a class with a static method {@code run} that returns what its argument is not, or is. */
    private void add(String name, String superclass, String argument, String result) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, superclass, null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(L" + argument + ";)L" + result + ";", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        classes.put(name, writer.toByteArray());
    }

    private Map<String, String> verify() throws IOException, ModuleException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey() + ".class"));
                zip.write(each.getValue());
            }
        }
        return JarVerifier.verify(new ClassPath(List.of(new Archive(Content.of(bytes.toByteArray()), LIMIT))), JarVerifierTest::library, (name, annotation) -> { });
    }

    @Test
    void goodClassesPass() throws Exception {
        add("p/A", "java/lang/Object", "p/B", "p/A");
        add("p/B", "p/A", "java/lang/String", "java/lang/CharSequence");
        assertEquals(Map.of(), verify());
    }

    @Test
    void oneBadMethodRefusesTheJar() {
        add("p/A", "java/lang/Object", "java/lang/String", "java/lang/Thread");
        ModuleException refused = assertThrows(ModuleException.class, this::verify);
        assertEquals("class p.A, method run(Ljava/lang/String;)Ljava/lang/Thread;, offset 1: the operand is java.lang.String where java.lang.Thread is needed", refused.getMessage());
    }

    @Test
    void aClassThatLacksAnotherIsReportedOnly() throws Exception {
        add("p/A", "elsewhere/Optional", "java/lang/String", "java/lang/String");
        add("p/B", "java/lang/Object", "java/lang/String", "java/lang/String");
        Map<String, String> missing = verify();
        assertEquals(1, missing.size());
        assertTrue(missing.get("p/A").contains("class elsewhere.Optional is missing"), missing::toString);
    }

    @Test
    void aDamagedClassIsRefusedByTheClassThatNeedsIt() {
        add("p/A", "p/B", "java/lang/String", "java/lang/String");
        classes.put("p/B", new byte[] {1, 2, 3});
        ModuleException refused = assertThrows(ModuleException.class, this::verify);
        assertEquals("class p.B: the class file ends too early: at position 3 of the class file 1 byte(s) are needed, and 0 are left", refused.getMessage());
    }

    @Test
    void aClassInTheWrongPlaceIsRefused() {
        add("p/A", "java/lang/Object", "java/lang/String", "java/lang/String");
        classes.put("p/B", classes.get("p/A"));
        ModuleException refused = assertThrows(ModuleException.class, this::verify);
        assertEquals("class p.B lies in the place of another: its file holds p.A; build the jar again", refused.getMessage());
    }
}
