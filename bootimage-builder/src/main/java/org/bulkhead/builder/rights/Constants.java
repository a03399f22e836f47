package org.bulkhead.builder.rights;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.transform.Origins;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What constants the arguments of the calls in one method can be: literals, static final fields that hold one, and local variables that are given nothing else. */
final class Constants {
    private final VmMethod method;
    private final Origins origins;

    /** Looks at a method that has code. */
    Constants(VmMethod method) {
        this.method = method;
        origins = new Origins(method.owner().name(), method.node());
    }

    /** Returns whether the call can be reached at all. */
    boolean isReachable(MethodInsnNode call) {
        return origins.isReachable(call);
    }

    /** Returns the constants that the first argument of a call, the receiver not counted, can be; empty if it can be something that is no constant. */
    Optional<Set<Object>> firstArgument(MethodInsnNode call) {
        Set<Object> constants = new LinkedHashSet<>();
        for (AbstractInsnNode each : origins.allOf(call, Type.getArgumentTypes(call.desc).length - 1)) {
            Object constant = constant(each);
            if (constant == null) {
                return Optional.empty();
            }
            constants.add(constant);
        }
        return constants.isEmpty() ? Optional.empty() : Optional.of(constants);
    }

    private Object constant(AbstractInsnNode made) {
        if (made instanceof LdcInsnNode literal) {
            return literal.cst;
        }
        if (made instanceof IntInsnNode number && number.getOpcode() != Opcodes.NEWARRAY) {
            return number.operand;
        }
        if (made instanceof InsnNode && made.getOpcode() >= Opcodes.ICONST_M1 && made.getOpcode() <= Opcodes.ICONST_5) {
            return made.getOpcode() - Opcodes.ICONST_0;
        }
        if (made instanceof FieldInsnNode read && read.getOpcode() == Opcodes.GETSTATIC) {
            VmField field = method.owner().types().resolveField(read.owner, read.name, read.desc);
            return field == null || !field.isFinal() ? null : field.constantValue();
        }
        return null;
    }
}
