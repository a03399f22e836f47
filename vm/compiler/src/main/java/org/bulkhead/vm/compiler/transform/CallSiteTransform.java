package org.bulkhead.vm.compiler.transform;

import java.util.List;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces every {@code invokedynamic}, and every constant that only a bootstrap method could make, by ordinary code.
 *
 * <p>Lambdas and method references become classes named {@code Outer$$Lambda$n}, numbered in the order of the class file; one without captured values has its only instance in a static final
 * field, so its class is best initialised at build time. Concatenations and the methods of records become private static methods. Any other bootstrap method becomes a call that throws
 * {@link BootstrapMethodError} with its name.
 */
public final class CallSiteTransform implements ClassTransform {
    private static final String DESERIALIZE = "$deserializeLambda$";
    private static final String ERROR = "java/lang/BootstrapMethodError";

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        // Reached only through reflection, by the deserialisation of a lambda, and full of lambdas of its own.
        node.methods.removeIf(method -> method.name.equals(DESERIALIZE) && (method.access & Opcodes.ACC_SYNTHETIC) != 0);
        SyntheticMethods methods = new SyntheticMethods(node);
        int lambdas = 0;
        for (MethodNode method : List.copyOf(node.methods)) {
            AbstractInsnNode next;
            for (AbstractInsnNode instruction = method.instructions.getFirst(); instruction != null; instruction = next) {
                next = instruction.getNext();
                AbstractInsnNode replacement = null;
                if (instruction instanceof InvokeDynamicInsnNode site) {
                    if (LambdaSite.handles(site)) {
                        LambdaSite lambda = new LambdaSite(node, methods, site, ++lambdas);
                        types.define(lambda.makeClass());
                        replacement = lambda.replacement();
                    } else {
                        replacement = replacement(node, methods, site);
                    }
                } else if (instruction instanceof LdcInsnNode constant) {
                    replacement = replacement(methods, constant);
                }
                if (replacement != null) {
                    method.instructions.set(instruction, replacement);
                }
            }
        }
    }

    private static AbstractInsnNode replacement(ClassNode node, SyntheticMethods methods, InvokeDynamicInsnNode site) {
        AbstractInsnNode made = null;
        if (site.bsm.getOwner().equals(ConcatenationSite.BOOTSTRAP)) {
            made = ConcatenationSite.replacement(methods, site);
        } else if (site.bsm.getOwner().equals(RecordSite.BOOTSTRAP)) {
            made = RecordSite.replacement(node, methods, site);
        }
        return made != null ? made : methods.callThrowing(ERROR, "call sites of " + display(site.bsm) + " cannot be compiled", site.desc);
    }

    private static AbstractInsnNode replacement(SyntheticMethods methods, LdcInsnNode constant) {
        if (constant.cst instanceof ConstantDynamic dynamic) {
            return methods.callThrowing(ERROR, "constants of " + display(dynamic.getBootstrapMethod()) + " cannot be compiled", "()" + dynamic.getDescriptor());
        }
        if (constant.cst instanceof Handle handle) {
            return methods.callThrowing(ERROR, "the method handle of " + display(handle) + " cannot be compiled", "()Ljava/lang/invoke/MethodHandle;");
        }
        if (constant.cst instanceof Type type && type.getSort() == Type.METHOD) {
            return methods.callThrowing(ERROR, "the method type " + type + " cannot be compiled", "()Ljava/lang/invoke/MethodType;");
        }
        return null;
    }

    private static String display(Handle handle) {
        return handle.getOwner().replace('/', '.') + "." + handle.getName();
    }
}
