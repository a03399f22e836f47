package org.bulkhead.vm.linker.open;

import java.util.LinkedHashSet;
import java.util.Set;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Classes and methods that a method looks for by names that it writes down: {@code Class.forName("java.util.TreeMap")}, {@code System.class.getMethod("console")}.
 *
 * <p>Which literal belongs to which call is not followed: in a method that looks for classes, every literal may name one; in a method that looks for members, every literal may name one of every class named there.
 */
final class LiteralNames {
    private static final String CLASS = "java/lang/Class";

    private final Set<VmType> classes = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private boolean looksForClasses;
    private boolean looksForMembers;

    /** Reads the code of a method. */
    LiteralNames(VmMethod method) {
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof MethodInsnNode call && call.owner.equals(CLASS)) {
                looksForClasses |= call.name.equals("forName");
                looksForMembers |= call.name.equals("getMethod") || call.name.equals("getDeclaredMethod");
            } else if (each instanceof LdcInsnNode literal && literal.cst instanceof String text) {
                texts.add(text);
            } else if (each instanceof LdcInsnNode literal && literal.cst instanceof Type type && type.getSort() == Type.OBJECT) {
                addClass(method.owner().types(), type.getInternalName());
            }
        }
        if (looksForClasses) {
            texts.stream().filter(LiteralNames::isClassName).forEach(each -> addClass(method.owner().types(), each.replace('.', '/')));
        }
    }

    private void addClass(TypeSystem types, String name) {
        VmType type = types.find(name);
        if (type != null) {
            classes.add(type);
        }
    }

    private static boolean isClassName(String text) {
        return text.indexOf('.') > 0 && text.chars().allMatch(each -> each == '.' || Character.isJavaIdentifierPart(each)) && !text.endsWith(".");
    }

    /** Returns the classes that the method may look for by name. */
    Set<VmType> classes() {
        return looksForClasses ? classes : Set.of();
    }

    /** Returns the methods that the method may look for by name. */
    Set<VmMethod> methods() {
        Set<VmMethod> found = new LinkedHashSet<>();
        if (looksForMembers) {
            for (VmType each : classes) {
                each.methods().forEach(method -> {
                    if (texts.contains(method.name())) {
                        found.add(method);
                    }
                });
            }
        }
        return found;
    }
}
