package org.bulkhead.vm.compiler.simple;

import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.runtime.layout.CodeTableLayout;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The frame of a compiled method.
 *
 * <pre>
 *   rbp+16  parameters that did not fit into registers
 *   rbp+8   return address
 *   rbp     caller's rbp
 *   rbp-8   slot 0: local 0 … local n-1 | the locked object of a synchronized instance method | homes of the operand stack
 *   rsp     outgoing parameters that do not fit into registers, the first lowest
 * </pre>
 */
final class FrameLayout {
    private static final int STACK_ALIGNMENT = 16;
    private static final int INCOMING = 16;
    private static final int NO_SLOT = -1;

    private final int monitorSlot;
    private final int operandBase;
    private final int size;

    FrameLayout(VmMethod method) {
        MethodNode node = method.node();
        boolean locks = method.isSynchronized();
        monitorSlot = locks && !method.isStatic() ? node.maxLocals : NO_SLOT;
        operandBase = node.maxLocals + (monitorSlot == NO_SLOT ? 0 : 1);
        // Leaving a synchronized method keeps the result, or the exception, in the first home.
        int operands = Math.max(node.maxStack, locks ? 1 : 0);
        int words = operandBase + operands + outgoingWords(method);
        size = words * CodeTableLayout.SLOT_SIZE + STACK_ALIGNMENT - 1 & -STACK_ALIGNMENT;
    }

    private static int outgoingWords(VmMethod method) {
        TypeSystem types = method.owner().types();
        int most = 0;
        for (AbstractInsnNode each : method.node().instructions) {
            if (each instanceof MethodInsnNode call) {
                List<Type> parameters = List.of(Type.getArgumentTypes(call.desc));
                ArgumentLocations locations = new ArgumentLocations();
                if (call.getOpcode() != Opcodes.INVOKESTATIC) {
                    locations.next(Kind.REFERENCE);
                }
                parameters.forEach(type -> locations.next(Kind.of(type, types)));
                most = Math.max(most, locations.stackWords());
            }
        }
        return most;
    }

    /** Returns the bytes between rsp and rbp, a multiple of 16. */
    int size() {
        return size;
    }

    /** Returns the slot that keeps the object that a synchronized instance method has locked. */
    int monitorSlot() {
        return monitorSlot;
    }

    boolean hasMonitorSlot() {
        return monitorSlot != NO_SLOT;
    }

    /** Returns the home slot of the element of the operand stack that is {@code depth} above its bottom. */
    int home(int depth) {
        return operandBase + depth;
    }

    static Memory slot(int slot) {
        return Memory.at(Register.RBP, -CodeTableLayout.SLOT_SIZE * (slot + 1));
    }

    static Memory incoming(int word) {
        return Memory.at(Register.RBP, INCOMING + word * Long.BYTES);
    }

    static Memory outgoing(int word) {
        return Memory.at(Register.RSP, word * Long.BYTES);
    }
}
