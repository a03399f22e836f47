package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.transform.samples.SmallMethods;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Expanded bytecode, run by HotSpot, against the original. */
class InlinerTest {
    private static final int SEEDS = 200;

    private final VmType sample;

    InlinerTest() throws IOException {
        sample = new TypeSystem(TransformedClasses.testSource(), List.of()).type(SmallMethods.class.getName().replace('.', '/'));
    }

    private List<VmMethod> methods() {
        return sample.node().methods.stream().map(each -> sample.declaredMethod(each.name, each.desc)).toList();
    }

    private MethodNode expanded(VmMethod method) {
        return new Inliner(called -> called.owner() == sample).expand(method);
    }

    /** The sample with every method expanded, as a class of its own. */
    private Class<?> expandedSample() throws Exception {
        ClassNode node = new ClassNode();
        sample.node().accept(node);
        node.methods.clear();
        for (VmMethod method : methods()) {
            node.methods.add(expanded(method));
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        node.accept(writer);
        byte[] bytes = writer.toByteArray();
        return new Definer().define(bytes);
    }

    @Test
    void changesNothingButTheCalls() throws Exception {
        Class<?> expanded = expandedSample();
        assertNotSame(SmallMethods.class, expanded);
        Method there = expanded.getMethod("run", int.class);
        for (int seed = -SEEDS; seed < SEEDS; seed++) {
            assertEquals(SmallMethods.run(seed), there.invoke(null, seed), "seed " + seed);
        }
    }

    @Test
    void leavesTheCallsThatItMust() {
        Set<String> left = new TreeSet<>();
        for (VmMethod method : methods()) {
            for (AbstractInsnNode each : expanded(method).instructions) {
                if (each instanceof MethodInsnNode call && call.owner.equals(sample.name())) {
                    left.add(call.name);
                }
            }
        }
        assertEquals(Set.of("<init>", "failing", "guarded", "inherited", "locked", "recursive"), left);
    }

    @Test
    void theOriginalStaysAsItIs() {
        VmMethod run = sample.declaredMethod("run", "(I)Ljava/lang/String;");
        int size = run.node().instructions.size();
        assertNotSame(run.node(), expanded(run));
        assertEquals(size, run.node().instructions.size());
        assertSame(run.node(), new Inliner(called -> false).expand(run), "and is all there is where nothing is allowed");
    }

    private static final class Definer extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(SmallMethods.class.getName(), bytes, 0, bytes.length);
        }
    }
}
