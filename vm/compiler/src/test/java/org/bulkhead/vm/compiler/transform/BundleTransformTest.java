package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

class BundleTransformTest {
    private static int[] opcodes(VmMethod method) {
        return Arrays.stream(method.node().instructions.toArray()).mapToInt(AbstractInsnNode::getOpcode).filter(opcode -> opcode >= 0).toArray();
    }

    @Test
    void contentsAreReadFromAFieldThatTheInitializerFills() throws IOException {
        TypeSystem types = new TypeSystem(new JdkSource(), List.of(new BundleTransform()));
        for (String name : List.of("sun/util/resources/cldr/LocaleNames_en", "sun/text/resources/FormatData", "sun/util/resources/TimeZoneNames")) {
            VmType bundle = types.type(name);
            assertTrue(Arrays.equals(new int[] {Opcodes.GETSTATIC, Opcodes.ARETURN}, opcodes(bundle.declaredMethod("getContents", "()[[Ljava/lang/Object;"))), name);
            assertTrue(Arrays.equals(new int[] {Opcodes.INVOKESTATIC, Opcodes.PUTSTATIC, Opcodes.RETURN}, opcodes(bundle.classInitializer())), name);
            VmMethod maker = bundle.declaredMethod("makeContents", "()[[Ljava/lang/Object;");
            assertTrue(maker.isStatic() && maker.node().instructions.size() > 100, name);
            String complaints = TransformedClasses.verify(TransformedClasses.write(bundle.node(), types), getClass().getClassLoader());
            assertEquals("", complaints, name);
        }
    }
}
