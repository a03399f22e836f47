package org.bulkhead.vm.compiler.transform;

import java.util.Set;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Regular expressions, and the casing rules of few languages, ask {@code PatternTables} for tables of characters, so that a program has them only if it can come to that. */
public final class PatternTransform implements ClassTransform {
    private static final String PATTERN = "java/util/regex/Pattern";
    private static final String CASING = "java/lang/ConditionalSpecialCasing";
    private static final String TABLES = "org/bulkhead/vm/runtime/data/PatternTables";
    private static final Set<String> REDIRECTED = Set.of("java/text/Normalizer.normalize", "sun/text/Normalizer.getCombiningClass", "java/lang/Character.codePointOf");

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        if (!node.name.equals(PATTERN) && !node.name.startsWith(PATTERN + "$") && !node.name.equals(CASING)) {
            return;
        }
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call && REDIRECTED.contains(call.owner + "." + call.name)) {
                    call.owner = TABLES;
                }
            }
        }
    }
}
