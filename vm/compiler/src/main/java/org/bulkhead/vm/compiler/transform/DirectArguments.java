package org.bulkhead.vm.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The arguments of a call that need no local of their own when the callee's body takes its place: numbers, null and locals of the caller, each pushed by one instruction, which can stand in the body as well.
 * A body that writes its parameter needs the local.
 *
 * <p>They are looked for backwards from the call. Fields of locals are looked through: they stay on the stack.
 */
final class DirectArguments {
    /** By the number of the callee's local. */
    private final Map<Integer, AbstractInsnNode> pushes = new HashMap<>();

    private DirectArguments() {}

    /** Finds those of {@code call} in a method whose own locals are those below {@code base}: the ones from there on belong to bodies, which may be the next one's too. */
    static DirectArguments of(VmMethod called, MethodNode body, AbstractInsnNode call, int base) {
        DirectArguments found = new DirectArguments();
        List<Type> parameters = called.parameters();
        int local = parameters.stream().mapToInt(Type::getSize).sum();
        AbstractInsnNode push = before(call);
        for (int i = parameters.size() - 1; i >= 0 && push != null; i--) {
            local -= parameters.get(i).getSize();
            boolean isValue = isPush(push);
            while (push != null && push.getOpcode() == Opcodes.GETFIELD) {
                push = before(push);
            }
            if (push == null || !isPush(push)) {
                break;
            }
            if (isValue && !writes(body, local) && !(push instanceof VarInsnNode variable && variable.var >= base)) {
                found.pushes.put(local, push);
            }
            push = before(push);
        }
        return found;
    }

    /** Returns the instruction that certainly runs right before another, or null. */
    private static AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode previous = instruction.getPrevious();
        while (previous instanceof LineNumberNode) {
            previous = previous.getPrevious();
        }
        return previous == null || previous.getOpcode() < 0 ? null : previous;
    }

    private static boolean isPush(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.SIPUSH || opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD
            || instruction instanceof LdcInsnNode constant && constant.cst instanceof Number;
    }

    private static boolean writes(MethodNode body, int local) {
        for (AbstractInsnNode each : body.instructions) {
            int opcode = each.getOpcode();
            if (each instanceof VarInsnNode variable && variable.var == local && opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
                || each instanceof IincInsnNode increment && increment.var == local) {
                return true;
            }
        }
        return false;
    }

    /** Returns the instruction that pushes what the callee has in a local, or null if it is not such an argument. */
    AbstractInsnNode of(int local) {
        return pushes.get(local);
    }

    /** Takes the pushes away from where they stand. */
    void remove(InsnList instructions) {
        pushes.values().forEach(instructions::remove);
    }
}
