package org.bulkhead.vm.compiler.transform;

import java.util.Map;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Calls {@code MessageDigest.getInstance} with the literal name of a usual digest make that digest; a program that names one does not get the code of all. */
public final class DigestTransform implements ClassTransform {
    private static final String OWNER = "java/security/MessageDigest";
    private static final String RESULT = ")Ljava/security/MessageDigest;";
    /** Methods of the substitution of MessageDigest. */
    private static final Map<String, String> MAKERS = Map.of("MD5", "instanceOfMD5", "SHA-1", "instanceOfSHA1", "SHA-256", "instanceOfSHA256", "SHA-512", "instanceOfSHA512");

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        for (MethodNode method : node.methods) {
            AbstractInsnNode next;
            for (AbstractInsnNode instruction = method.instructions.getFirst(); instruction != null; instruction = next) {
                next = instruction.getNext();
                if (instruction instanceof MethodInsnNode call && call.owner.equals(OWNER) && call.name.equals("getInstance") && call.desc.equals("(Ljava/lang/String;" + RESULT)
                    && call.getPrevious() instanceof LdcInsnNode name && MAKERS.containsKey(name.cst)) {
                    method.instructions.set(name, new InsnNode(Opcodes.NOP));
                    method.instructions.set(call, new MethodInsnNode(Opcodes.INVOKESTATIC, OWNER, MAKERS.get(name.cst), "(" + RESULT, false));
                }
            }
        }
    }
}
