package org.bulkhead.vm.compiler.transform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Puts the bodies of small methods in the place of calls of them, where it is certain which method is called: bytecode for bytecode, with the arguments in locals of their own,
 * unless they are constants or locals that stand right before the call.
 *
 * <p>What is lost is the callee's own place in a stack trace and the check that the receiver is not null, which then is made where the body first uses it, if it does.
 */
public final class Inliner {
    /** Most instructions of a body that is put in the place of a call. */
    private static final int BODY_LIMIT = 32;
    /** Bodies within bodies. */
    private static final int DEPTH_LIMIT = 4;

    private static final String INLINE = "Lorg/bulkhead/vm/magic/Inline;";

    private final Predicate<VmMethod> allowed;
    private final Deque<VmMethod> open = new ArrayDeque<>();

    /** Makes an inliner that leaves calls of methods that are not {@code allowed} alone. */
    public Inliner(Predicate<VmMethod> allowed) {
        this.allowed = allowed;
    }

    /** Returns the method's body with those of small callees in it; the method's own node, which stays as it is, if there are none. */
    public MethodNode expand(VmMethod method) {
        MethodNode original = method.node();
        if (hasNoLimits(original)) {
            return original;
        }
        open.push(method);
        MethodNode copy = copyOf(original);
        boolean changed = false;
        for (AbstractInsnNode each : copy.instructions.toArray()) {
            VmMethod called = each instanceof MethodInsnNode call ? target(method, call) : null;
            MethodNode body = called == null ? null : bodyOf(called);
            if (body != null) {
                DirectArguments direct = DirectArguments.of(called, body, each, original.maxLocals);
                copy.instructions.insert(each, inlined(called, body, original.maxLocals, direct));
                direct.remove(copy.instructions);
                copy.instructions.remove(each);
                copy.maxLocals = Math.max(copy.maxLocals, original.maxLocals + body.maxLocals);
                copy.maxStack = Math.max(copy.maxStack, original.maxStack + body.maxStack);
                changed = true;
            }
        }
        open.pop();
        return changed ? copy : original;
    }

    /** Generated methods leave it to their reader to find out how many locals and how much stack they use. */
    private static boolean hasNoLimits(MethodNode node) {
        return node.maxLocals == 0 && node.maxStack == 0;
    }

    private static MethodNode copyOf(MethodNode original) {
        MethodNode copy = new MethodNode(Opcodes.ASM9, original.access, original.name, original.desc, original.signature, original.exceptions.toArray(String[]::new));
        original.accept(copy);
        return copy;
    }

    /** Returns the method that a call certainly reaches, or null. */
    private static VmMethod target(VmMethod caller, MethodInsnNode call) {
        VmMethod called = caller.owner().types().resolveMethod(call.owner, call.name, call.desc);
        boolean certain = called != null && called.isEffectivelyFinal() && called.isStatic() == (call.getOpcode() == Opcodes.INVOKESTATIC);
        return certain && !called.isConstructor() && call.getOpcode() != Opcodes.INVOKEINTERFACE ? called : null;
    }

    /** Returns the body of a method if it may take the place of a call, or null. */
    private MethodNode bodyOf(VmMethod called) {
        MethodNode node = called.node();
        boolean plain = !called.isAbstract() && !called.isNative() && !called.isSynchronized() && isOnlyMarked(node.visibleAnnotations) && isOnlyMarked(node.invisibleAnnotations)
            && node.tryCatchBlocks.isEmpty();
        if (!plain || !allowed.test(called) || open.contains(called) || open.size() > DEPTH_LIMIT) {
            return null;
        }
        int size = 0;
        for (AbstractInsnNode each : node.instructions) {
            // What invokespecial calls depends on the class that it stands in.
            if (each instanceof TableSwitchInsnNode || each instanceof LookupSwitchInsnNode || each.getOpcode() == Opcodes.ATHROW || each.getOpcode() == Opcodes.INVOKESPECIAL) {
                return null;
            }
            size += each.getOpcode() >= 0 ? 1 : 0;
        }
        return size > BODY_LIMIT || hasNoLimits(node) && size > 1 ? null : expand(called);
    }

    /** Other annotations than the one for this may be about the method as such, or about its frame. */
    private static boolean isOnlyMarked(List<AnnotationNode> annotations) {
        return annotations == null || annotations.stream().allMatch(each -> each.desc.equals(INLINE));
    }

    /** Returns what takes the place of a call: arguments to locals from {@code base} on, then the body, whose returns go to its end. */
    private static InsnList inlined(VmMethod called, MethodNode body, int base, DirectArguments direct) {
        InsnList list = new InsnList();
        int local = 0;
        for (Type parameter : called.parameters()) {
            if (direct.of(local) == null) {
                // The last argument lies on top.
                list.insert(new VarInsnNode(parameter.getOpcode(Opcodes.ISTORE), base + local));
            }
            local += parameter.getSize();
        }
        Map<LabelNode, LabelNode> labels = new HashMap<>();
        for (AbstractInsnNode each : body.instructions) {
            if (each instanceof LabelNode label) {
                labels.put(label, new LabelNode());
            }
        }
        LabelNode end = new LabelNode();
        AbstractInsnNode last = lastInstruction(body);
        boolean jumps = false;
        for (AbstractInsnNode each : body.instructions) {
            int opcode = each.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                if (each != last) {
                    list.add(new JumpInsnNode(Opcodes.GOTO, end));
                    jumps = true;
                }
            } else if (each instanceof VarInsnNode variable && direct.of(variable.var) != null) {
                list.add(direct.of(variable.var).clone(labels));
            } else if (opcode >= 0 || each instanceof LabelNode) {
                list.add(moved(each.clone(labels), base));
            }
        }
        if (jumps) {
            list.add(end);
        }
        if (list.size() == 0) {
            list.add(new InsnNode(Opcodes.NOP));
        }
        return list;
    }

    private static AbstractInsnNode lastInstruction(MethodNode body) {
        AbstractInsnNode last = body.instructions.getLast();
        while (last.getOpcode() < 0) {
            last = last.getPrevious();
        }
        return last;
    }

    private static AbstractInsnNode moved(AbstractInsnNode instruction, int base) {
        if (instruction instanceof VarInsnNode variable) {
            variable.var += base;
        } else if (instruction instanceof IincInsnNode increment) {
            increment.var += base;
        }
        return instruction;
    }
}
