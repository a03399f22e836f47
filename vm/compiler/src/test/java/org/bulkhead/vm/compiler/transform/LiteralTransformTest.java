package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bulkhead.vm.compiler.transform.samples.Literals;
import org.junit.jupiter.api.Test;

class LiteralTransformTest {
    @Test
    void aCallWithALiteralIsMadeOnceForEachText() throws Exception {
        String sample = Literals.class.getName();
        TransformedClasses loader = new TransformedClasses(TransformedClasses.testSource(), List.of(new LiteralTransform(sample.replace('.', '/'), "of")));
        assertEquals("5 calls, [once, ünlike, 3, once, ünlike, 3, once, ünlike, 3], true false", loader.loadClass(sample).getMethod("run").invoke(null));
    }
}
