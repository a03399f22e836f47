package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.StreamSupport;
import org.bulkhead.vm.compiler.transform.samples.Privileged;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodInsnNode;

class PrivilegedTransformTest {
    @Test
    void actionsMadeAtTheCallRunThereAndOthersByTheController() throws Exception {
        TransformedClasses loader = new TransformedClasses(TransformedClasses.testSource(), List.of(new CallSiteTransform(), new PrivilegedTransform()));
        Class<?> transformed = loader.loadClass(Privileged.class.getName());
        assertEquals(Privileged.run(), transformed.getMethod("run").invoke(null));
        List<String> left = loader.types().type(Privileged.class.getName().replace('.', '/')).node().methods.stream()
            .flatMap(method -> StreamSupport.stream(method.instructions.spliterator(), false)
                .filter(each -> each instanceof MethodInsnNode call && call.owner.equals("java/security/AccessController") && call.name.equals("doPrivileged"))
                .map(each -> method.name))
            .toList();
        assertEquals(List.of("run", "handedOn"), left, "the one of two, and the one that is handed on");
    }
}
