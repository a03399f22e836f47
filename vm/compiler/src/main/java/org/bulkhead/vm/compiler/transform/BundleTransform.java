package org.bulkhead.vm.compiler.transform;

import java.util.List;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Bundles of locale data list their contents in a static field that is filled while the image is built. As the JDK has it, each list is made by a method of up to half a megabyte of machine code,
 * which would be compiled for every program that may format a date.
 */
final class BundleTransform implements ClassTransform {
    private static final List<String> PACKAGES = List.of("sun/util/resources/", "sun/text/resources/");
    private static final String CONTENTS = "getContents";
    private static final String MAKER = "makeContents";
    private static final String FIELD = "CONTENTS";
    private static final String TYPE = "[[Ljava/lang/Object;";
    private static final String INITIALIZER = "<clinit>";

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        if (PACKAGES.stream().noneMatch(node.name::startsWith) || has(node, INITIALIZER)) {
            return;
        }
        for (MethodNode method : List.copyOf(node.methods)) {
            if (method.name.equals(CONTENTS) && method.desc.equals("()" + TYPE) && (method.access & Opcodes.ACC_ABSTRACT) == 0 && !usesThis(method)) {
                node.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, FIELD, TYPE, null, null));
                node.methods.add(SyntheticMethods.generate(node.name, method.access, CONTENTS, method.desc, code -> {
                    code.visitFieldInsn(Opcodes.GETSTATIC, node.name, FIELD, TYPE);
                    code.returnValue();
                }));
                node.methods.add(SyntheticMethods.generate(node.name, Opcodes.ACC_STATIC, INITIALIZER, "()V", code -> {
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, node.name, MAKER, method.desc, false);
                    code.visitFieldInsn(Opcodes.PUTSTATIC, node.name, FIELD, TYPE);
                    code.returnValue();
                }));
                method.name = MAKER;
                method.access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | SyntheticMethods.ACC_MADE;
            }
        }
    }

    private static boolean has(ClassNode node, String method) {
        return node.methods.stream().anyMatch(each -> each.name.equals(method));
    }

    private static boolean usesThis(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof VarInsnNode variable && variable.var == 0) {
                return true;
            }
        }
        return false;
    }
}
