package org.bulkhead.vm.compiler.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.source.ChainedSource;
import org.bulkhead.vm.compiler.source.JdkSource;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The transforms, over the whole class library. */
class JavaBaseTest {
    /** Classes that make method handles at run time, which the transforms leave to fail there; none is part of the usual library. */
    private static final List<String> DYNAMIC = List.of("java/lang/constant/", "java/lang/reflect/", "java/lang/runtime/", "sun/invoke/", "java/io/ObjectStreamClass", "java/io/ObjectInputStream.readRecord",
        "java/lang/StringConcatHelper.lookupStatic", "java/util/concurrent/atomic/Striped64$1.run", "jdk/internal/misc/ExtendedMapMode",
        "jdk/internal/reflect/", "jdk/internal/event/", "sun/nio/ch/DatagramSocketAdaptor");

    @Test
    void everyClassIsTransformedToValidCode() throws IOException {
        JdkSource jdk = new JdkSource();
        TypeSystem types = new TypeSystem(jdk, List.of(new CallSiteTransform(), new VarHandleTransform(jdk)));
        for (String name : jdk.listAll()) {
            types.type(name);
        }
        List<String> problems = new ArrayList<>();
        for (VmType type : types.loaded()) {
            if (type.node() != null && type.node().methods.stream().anyMatch(method -> method.name.contains("$")) || type.name().contains("$$")) {
                String complaints = TransformedClasses.verify(TransformedClasses.write(type.node(), types), null);
                if (!complaints.isEmpty()) {
                    problems.add(type + ": " + complaints.lines().findFirst().orElse(""));
                }
            }
        }
        assertEquals(List.of(), problems);
        assertNothingDynamicIsLeft(types);
    }

    private static void assertNothingDynamicIsLeft(TypeSystem types) {
        List<String> dynamic = new ArrayList<>();
        Map<String, Integer> unsupported = new TreeMap<>();
        int handled = 0;
        for (VmType type : types.loaded()) {
            if (type.node() == null) {
                continue;
            }
            dynamic.addAll(TransformedClasses.dynamicSites(type.node()));
            if (type.name().startsWith("java/lang/invoke/")) {
                continue;
            }
            for (MethodNode method : type.node().methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof MethodInsnNode call && call.owner.equals("java/lang/invoke/VarHandle") && AccessMode.of(call.name) != null) {
                        dynamic.add(type.name() + "." + method.name + ": " + call.name);
                    } else if (instruction instanceof MethodInsnNode call && call.name.startsWith("unsupported$")) {
                        unsupported.merge(type.name() + "." + method.name, 1, Integer::sum);
                    } else if (instruction instanceof MethodInsnNode call && call.name.startsWith("varHandle")) {
                        handled++;
                    }
                }
            }
        }
        assertEquals(List.of(), dynamic);
        assertTrue(handled > 350, "only " + handled);
        assertEquals(List.of(), unsupported.keySet().stream().filter(name -> DYNAMIC.stream().noneMatch(name::startsWith)).toList());
    }

    @Test
    void everySubstitutionFits() throws IOException {
        ChainedSource source = TransformedClasses.testSource();
        TypeSystem types = new TypeSystem(source, Transforms.forImage(source));
        List<String> problems = new ArrayList<>();
        for (String target : new SubstitutionTransform(source, Transforms.SUBSTITUTIONS).targets().values()) {
            String complaints = TransformedClasses.verify(TransformedClasses.write(types.type(target).node(), types), getClass().getClassLoader());
            if (!complaints.isEmpty()) {
                problems.add(target + ": " + complaints.lines().limit(2).toList());
            }
        }
        assertEquals(List.of(), problems);
    }
}
