package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.transform.samples.LooseHandles;
import org.bulkhead.vm.compiler.transform.samples.VarHandles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class VarHandleTransformTest {
    private static TransformedClasses loader() throws Exception {
        ChainedSource source = TransformedClasses.testSource();
        return new TransformedClasses(source, List.of(new CallSiteTransform(), new VarHandleTransform(source)));
    }

    @Test
    void givesTheSameResultsAsTheHandles() throws Exception {
        TransformedClasses loader = loader();
        Class<?> transformed = loader.loadClass(VarHandles.class.getName());
        assertEquals(VarHandles.run(), transformed.getMethod("run").invoke(null));
        List<String> left = new ArrayList<>();
        for (VmType type : loader.types().loaded()) {
            if (type.node() != null && type.name().contains("/samples/")) {
                for (MethodNode method : type.node().methods) {
                    for (AbstractInsnNode instruction : method.instructions) {
                        if (instruction instanceof MethodInsnNode call && call.owner.startsWith("java/lang/invoke/")) {
                            left.add(type.name() + "." + method.name + ": " + call.owner + "." + call.name);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "parameter", "method"})
    void saysWhatCannotBeCompiled(String method) throws Exception {
        Class<?> transformed = loader().loadClass(LooseHandles.class.getName());
        Throwable thrown = assertThrows(InvocationTargetException.class, () -> transformed.getMethod(method).invoke(null)).getCause();
        assertEquals(UnsupportedOperationException.class, thrown.getClass());
        assertTrue(thrown.getMessage().contains(LooseHandles.class.getName()), thrown.getMessage());
    }
}
