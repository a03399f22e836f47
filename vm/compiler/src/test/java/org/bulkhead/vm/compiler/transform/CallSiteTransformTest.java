package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.MemorySource;
import org.bulkhead.vm.compiler.transform.samples.Concatenations;
import org.bulkhead.vm.compiler.transform.samples.Lambdas;
import org.bulkhead.vm.compiler.transform.samples.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class CallSiteTransformTest {
    @ParameterizedTest
    @ValueSource(classes = {Lambdas.class, Concatenations.class, Records.class})
    void givesTheSameResultsAsTheBootstrapMethods(Class<?> sample) throws Exception {
        TransformedClasses loader = new TransformedClasses(TransformedClasses.testSource(), List.of(new CallSiteTransform()));
        Class<?> transformed = loader.loadClass(sample.getName());
        assertNotSame(sample, transformed);
        assertEquals(sample.getMethod("run").invoke(null), transformed.getMethod("run").invoke(null));
        for (VmType type : loader.types().loaded()) {
            if (type.node() != null) {
                assertEquals(List.of(), TransformedClasses.dynamicSites(type.node()));
            }
        }
    }

    @Test
    void namesTheBootstrapMethodItCannotCompile() throws Exception {
        Handle strange = new Handle(Opcodes.H_INVOKESTATIC, "com/example/Strange", "bootstrap", "()V", false);
        String name = (TransformedClasses.SAMPLES + "Odd").replace('.', '/');
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor dynamic = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "site", "()J", null, null);
        dynamic.visitInvokeDynamicInsn("x", "()J", strange);
        dynamic.visitInsn(Opcodes.LRETURN);
        dynamic.visitMaxs(0, 0);
        MethodVisitor constant = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "constant", "()I", null, null);
        constant.visitLdcInsn(new ConstantDynamic("c", "I", strange));
        constant.visitInsn(Opcodes.IRETURN);
        constant.visitMaxs(0, 0);
        writer.visitEnd();
        MemorySource memory = new MemorySource();
        memory.put(name, writer.toByteArray());
        TransformedClasses loader = new TransformedClasses(
            new org.bulkhead.vm.compiler.source.ChainedSource(List.of(memory, new org.bulkhead.vm.compiler.source.JdkSource())), List.of(new CallSiteTransform()));
        Class<?> odd = loader.loadClass(name.replace('/', '.'));
        for (String method : List.of("site", "constant")) {
            Throwable thrown = assertThrows(InvocationTargetException.class, () -> odd.getMethod(method).invoke(null)).getCause();
            assertEquals(BootstrapMethodError.class, thrown.getClass());
            assertTrue(thrown.getMessage().contains("com.example.Strange.bootstrap"), thrown.getMessage());
        }
    }

    @Test
    void sharesEqualConcatenations() throws IOException {
        TypeSystem types = new TypeSystem(TransformedClasses.testSource(), List.of(new CallSiteTransform()));
        ClassNode node = types.type(Concatenations.class.getName().replace('.', '/')).node();
        long plain = node.methods.stream().filter(method -> method.name.startsWith("concatenate$")).count();
        long distinct = node.methods.stream().filter(method -> method.name.startsWith("concatenate$")).map(method -> method.name + method.desc).distinct().count();
        assertEquals(distinct, plain);
        assertTrue(plain > 5, "only " + plain);
    }
}
