package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.compiler.transform.samples.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class SubstitutionTransformTest {
    private static final String PACKAGE = "org/bulkhead/vm/compiler/transform/samples/";

    @Test
    void mergesMembersAndRenamesReferences() throws Exception {
        ChainedSource source = TransformedClasses.testSource();
        TransformedClasses loader = new TransformedClasses(source, List.of(new SubstitutionTransform(source, List.of(PACKAGE + "substitute")),
            new CallSiteTransform(), (node, types) -> open(node)));
        Class<?> library = loader.loadClass(Library.class.getName());
        assertEquals("[new setting, 12, new aObject0 helped 1, new lambda aObject7 kept lambda 1 nested 7, new helper 7trueLibrary, new user 7, new secret, "
            + Library.class.getName() + ".load is not available in an image: nothing can be loaded, whole state whole shown kept true, "
            + "[original initialiser, appended initialiser, new constructor]]", library.getMethod("run").invoke(null));
        assertNull(loader.types().type(PACKAGE + "Whole").declaredMethod("dropped", "()V"));
    }

    /** Makes accessible to HotSpot what an image does not check: packages, and finals set outside of initialisers. */
    private static void open(ClassNode node) {
        node.access |= Opcodes.ACC_PUBLIC;
        node.fields.forEach(field -> field.access = open(field.access) & ~Opcodes.ACC_FINAL);
        node.methods.stream().filter(method -> !method.name.equals("<clinit>")).forEach(method -> method.access = open(method.access));
    }

    private static int open(int access) {
        return (access & Opcodes.ACC_PRIVATE) != 0 ? access : access | Opcodes.ACC_PUBLIC;
    }

    @ParameterizedTest
    @CsvSource({"java/lang/Integer, MissingMethod.noSuchMethod", "java/lang/Long, MissingField.noSuchField", "java/lang/Short, one of the two is static",
        "java/lang/Byte, Clash.intValue", "java/lang/Character, would never run"})
    void namesTheMemberThatDoesNotFit(String target, String expected) throws IOException {
        ChainedSource source = TransformedClasses.testSource();
        TypeSystem types = new TypeSystem(source, List.of(new SubstitutionTransform(source, List.of(PACKAGE + "misfit"))));
        String message = assertThrows(SubstitutionProblem.class, () -> types.type(target)).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.lines().count() == 1, message);
    }

    @Test
    void namesTheTargetThatDoesNotExist() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "p/Lost", null, "java/lang/Object", null);
        writer.visitAnnotation("Lorg/bulkhead/vm/runtime/substitute/Substitutes;", false).visit("value", "java.lang.Nowhere");
        MemorySource source = new MemorySource();
        source.put("p/Lost", writer.toByteArray());
        String message = assertThrows(SubstitutionProblem.class, () -> new SubstitutionTransform(source, List.of("p"))).getMessage();
        assertTrue(message.contains("p.Lost") && message.contains("java.lang.Nowhere"), message);
    }
}
