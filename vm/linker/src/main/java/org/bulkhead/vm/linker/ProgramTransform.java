package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Replaces the body of one static method of the runtime's {@code Program} by a call of a static method with the same parameters: where the runtime meets the image's programs. */
public final class ProgramTransform implements ClassTransform {
    private static final String PROGRAM = "org/bulkhead/vm/runtime/Program";

    private final String method;
    private final String targetOwner;
    private final String targetName;

    /**
     * @param method the method of {@code Program}
     * @param targetOwner internal name of the class to call
     * @param targetName its static method with the same descriptor
     */
    public ProgramTransform(String method, String targetOwner, String targetName) {
        this.method = method;
        this.targetOwner = targetOwner;
        this.targetName = targetName;
    }

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        if (!node.name.equals(PROGRAM)) {
            return;
        }
        for (MethodNode each : node.methods) {
            if (each.name.equals(method)) {
                InsnList body = new InsnList();
                int local = 0;
                for (Type parameter : Type.getArgumentTypes(each.desc)) {
                    body.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), local));
                    local += parameter.getSize();
                }
                body.add(new MethodInsnNode(Opcodes.INVOKESTATIC, targetOwner, targetName, each.desc, false));
                body.add(new InsnNode(Opcodes.RETURN));
                each.instructions = body;
                each.tryCatchBlocks.clear();
                each.localVariables = null;
                each.maxLocals = local;
                each.maxStack = local;
            }
        }
    }
}
