package org.bulkhead.builder.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.linker.LinkProblem;
import org.bulkhead.vm.linker.World;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes of the VM must be initialised while building; what their initialisers do decides whether a build succeeds. */
class BuildTimeFailuresTest {
    private static final String CLASS = "org/bulkhead/vm/Made";
    private static final String VALUE = "value";

    /** Returns a build with a class whose static field holds what a static method of the library returns, and a root that reads it. */
    private static SampleBuild build(String owner, String method, String type) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, CLASS, null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, VALUE, type, null, null);
        MethodVisitor initializer = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, "()" + type, false);
        initializer.visitFieldInsn(Opcodes.PUTSTATIC, CLASS, VALUE, type);
        initializer.visitInsn(Opcodes.RETURN);
        initializer.visitMaxs(0, 0);
        MethodVisitor reader = writer.visitMethod(Opcodes.ACC_STATIC, "read", "()V", null, null);
        reader.visitFieldInsn(Opcodes.GETSTATIC, CLASS, VALUE, type);
        reader.visitInsn(type.equals("J") ? Opcodes.POP2 : Opcodes.POP);
        reader.visitInsn(Opcodes.RETURN);
        reader.visitMaxs(0, 0);
        MemorySource generated = new MemorySource();
        generated.put(CLASS, writer.toByteArray());
        SampleBuild build = new SampleBuild(World.ISOLATE, generated);
        build.closure.require(build.session.types().type(CLASS).declaredMethod("read", "()V"), "the test");
        return build;
    }

    @Test
    void whatIsTheSameInEverySystemIsDoneWhileBuilding() {
        SampleBuild build = build("java/util/Collections", "emptyList", "Ljava/util/List;");
        assertDoesNotThrow(build::complete);
        VmType type = build.session.types().type(CLASS);
        assertEquals("java/util/Collections$EmptyList", build.session.heap().typeOf((int) build.session.heap().getStatic(type.declaredField(VALUE))).name());
        assertTrue(!build.closure.methods().containsKey(type.classInitializer()), "nothing is left to do at run time");
    }

    @Test
    void aRequiredInitializerThatAsksForTheTimeFailsInOneLine() {
        SampleBuild build = build("java/lang/System", "nanoTime", "J");
        String message = assertThrows(UserProblem.class, build::complete).getMessage();
        assertTrue(message.startsWith("class org.bulkhead.vm.Made cannot be initialised while building: "), message);
        assertTrue(message.contains("java.lang.System.nanoTime") && !message.contains("\n"), message);
    }

    @Test
    void theBuildsOwnThreadDoesNotGetIntoAnImage() {
        SampleBuild build = build("java/lang/Thread", "currentThread", "Ljava/lang/Thread;");
        String message = assertThrows(LinkProblem.class, build::complete).getMessage();
        assertTrue(message.startsWith("an object of java.lang.Thread that exists only while building would get into the image"), message);
        assertTrue(message.contains("org.bulkhead.vm.Made.value") && message.endsWith("needed by the test"), message);
    }
}
