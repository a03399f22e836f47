package org.bulkhead.vm.compiler.simple;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.analysis.MethodAnalysis;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Label;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** Jumps and switches. The operand stack is in its homes before each of them. */
final class BranchEmitter {
    private static final int FEW_CASES = 4;

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final FloatEmitter floats;

    BranchEmitter(Emission emission, FloatEmitter floats) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
        this.floats = floats;
    }

    void jump(JumpInsnNode node) {
        int opcode = node.getOpcode();
        switch (opcode) {
            case Opcodes.GOTO -> {
                stack.flush();
                asm.jump(e.label(node.label));
                e.flow(Emission.Flow.ENDED);
            }
            case Opcodes.IFNULL, Opcodes.IFNONNULL -> {
                Operand value = stack.pop();
                compareAndJump(Width.INT, value, Operand.ofInt(0), opcode == Opcodes.IFNULL ? Condition.EQUAL : Condition.NOT_EQUAL, node.label);
                if (opcode == Opcodes.IFNULL) {
                    stack.markNonNull(value);
                }
            }
            case Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE ->
                compareAndJump(Width.INT, stack.pop(), Operand.ofInt(0), condition(opcode - Opcodes.IFEQ), node.label);
            case Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE -> {
                Operand right = stack.pop();
                Operand left = stack.pop();
                Width width = left.kind() == Kind.WORD ? Width.LONG : Width.INT;
                compareAndJump(width, left, right, opcode == Opcodes.IF_ACMPEQ ? Condition.EQUAL : Condition.NOT_EQUAL, node.label);
            }
            default -> {
                Operand right = stack.pop();
                compareAndJump(Width.INT, stack.pop(), right, condition(opcode - Opcodes.IF_ICMPEQ), node.label);
            }
        }
    }

    private static Condition condition(int number) {
        return switch (number) {
            case 0 -> Condition.EQUAL;
            case 1 -> Condition.NOT_EQUAL;
            case 2 -> Condition.LESS;
            case 3 -> Condition.GREATER_EQUAL;
            case 4 -> Condition.GREATER;
            default -> Condition.LESS_EQUAL;
        };
    }

    private void compareAndJump(Width width, Operand left, Operand right, Condition condition, LabelNode target) {
        stack.flush();
        Condition taken = condition;
        Operand a = left;
        Operand b = right;
        if (a instanceof Operand.Constant && !(b instanceof Operand.Constant)) {
            a = right;
            b = left;
            taken = condition.swapped();
        }
        Memory memory = stack.memory(a);
        if (b instanceof Operand.Constant constant && constant.isImmediate()) {
            int value = (int) constant.bits();
            if (memory != null) {
                asm.alu(Alu.CMP, width, memory, value);
            } else if (value == 0) {
                Register register = stack.toRegister(a);
                asm.test(width, register, register);
            } else {
                asm.alu(Alu.CMP, width, stack.toRegister(a), value);
            }
        } else if (memory != null && stack.resolve(b) instanceof Operand.InRegister in) {
            asm.alu(Alu.CMP, width, memory, in.register());
        } else {
            stack.alu(Alu.CMP, width, stack.toRegister(a), b);
        }
        asm.jump(taken, e.label(target));
    }

    /** Returns the conditional jump against zero that follows the current instruction directly, or null. */
    JumpInsnNode followingZeroTest() {
        MethodAnalysis analysis = e.analysis;
        int index = e.index() + 1;
        for (AbstractInsnNode next = e.instruction().getNext(); next != null; next = next.getNext(), index++) {
            if (next.getOpcode() >= 0) {
                return next.getOpcode() >= Opcodes.IFEQ && next.getOpcode() <= Opcodes.IFLE ? (JumpInsnNode) next : null;
            }
            if (next instanceof LabelNode && (analysis.isTarget(index) || analysis.isHandler(index))) {
                return null;
            }
        }
        return null;
    }

    /**
     * Turns flags into the boolean that the condition says, or into a jump if the next instruction tests that boolean; nothing is emitted in between that
     * changes flags.
     */
    void finishBoolean(Condition condition) {
        JumpInsnNode test = followingZeroTest();
        if (test != null && (test.getOpcode() == Opcodes.IFEQ || test.getOpcode() == Opcodes.IFNE)) {
            stack.flush();
            asm.jump(test.getOpcode() == Opcodes.IFNE ? condition : condition.negated(), e.label(test.label));
            e.fused(test);
        } else {
            Register result = stack.allocate(Kind.INT);
            asm.set(condition, result);
            stack.push(Kind.INT, result);
        }
    }

    /** lcmp and the test of its result in one. */
    void compareLongs(JumpInsnNode node) {
        Operand right = stack.pop();
        compareAndJump(Width.LONG, stack.pop(), right, condition(node.getOpcode() - Opcodes.IFEQ), node.label);
        e.fused(node);
    }

    /** fcmpl to dcmpg and the test of the result in one. */
    void compareFloats(Kind kind, FloatEmitter.NaN nan, JumpInsnNode node) {
        Operand right = stack.pop();
        Operand left = stack.pop();
        stack.flush();
        e.fused(node);
        Label target = e.label(node.label);
        // Unordered sets carry, zero and parity. The operand order is chosen so that the side on which NaN falls is the carry's.
        boolean nanIsLess = nan == FloatEmitter.NaN.LESS;
        floats.compare(kind, nanIsLess ? left : right, nanIsLess ? right : left);
        switch (node.getOpcode()) {
            case Opcodes.IFLT -> asm.jump(nanIsLess ? Condition.BELOW : Condition.ABOVE, target);
            case Opcodes.IFGE -> asm.jump(nanIsLess ? Condition.ABOVE_EQUAL : Condition.BELOW_EQUAL, target);
            case Opcodes.IFGT -> asm.jump(nanIsLess ? Condition.ABOVE : Condition.BELOW, target);
            case Opcodes.IFLE -> asm.jump(nanIsLess ? Condition.BELOW_EQUAL : Condition.ABOVE_EQUAL, target);
            case Opcodes.IFEQ -> {
                int unordered = asm.skip(Condition.PARITY);
                asm.jump(Condition.EQUAL, target);
                asm.land(unordered);
            }
            default -> {
                asm.jump(Condition.PARITY, target);
                asm.jump(Condition.NOT_EQUAL, target);
            }
        }
    }

    void tableSwitch(int low, List<LabelNode> targets, LabelNode otherwise) {
        if (targets.size() <= FEW_CASES) {
            List<Integer> keys = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                keys.add(low + i);
            }
            lookupSwitch(keys, targets, otherwise);
            return;
        }
        Register key = stack.toOwned(stack.pop());
        stack.flush();
        if (low != 0) {
            asm.alu(Alu.SUB, Width.INT, key, low);
        } else {
            asm.move(Width.INT, key, key);
        }
        asm.alu(Alu.CMP, Width.INT, key, targets.size());
        asm.jump(Condition.ABOVE_EQUAL, e.label(otherwise));
        Label table = new Label();
        asm.loadAddress(Moves.SCRATCH, table);
        asm.signExtend(key, Memory.at(Moves.SCRATCH, key, 2, 0));
        asm.alu(Alu.ADD, Width.LONG, key, Moves.SCRATCH);
        asm.jump(key);
        asm.bind(table);
        targets.forEach(target -> asm.tableEntry(e.label(target), table));
        e.flow(Emission.Flow.ENDED);
    }

    /** Keys ascend. */
    void lookupSwitch(List<Integer> keys, List<LabelNode> targets, LabelNode otherwise) {
        Register key = stack.toRegister(stack.pop());
        stack.flush();
        search(key, keys, targets, otherwise);
        e.flow(Emission.Flow.ENDED);
    }

    private void search(Register key, List<Integer> keys, List<LabelNode> targets, LabelNode otherwise) {
        if (keys.size() <= FEW_CASES) {
            for (int i = 0; i < keys.size(); i++) {
                asm.alu(Alu.CMP, Width.INT, key, keys.get(i));
                asm.jump(Condition.EQUAL, e.label(targets.get(i)));
            }
            asm.jump(e.label(otherwise));
            return;
        }
        int middle = keys.size() / 2;
        Label upper = new Label();
        asm.alu(Alu.CMP, Width.INT, key, keys.get(middle));
        asm.jump(Condition.GREATER_EQUAL, upper);
        search(key, keys.subList(0, middle), targets.subList(0, middle), otherwise);
        asm.bind(upper);
        search(key, keys.subList(middle, keys.size()), targets.subList(middle, keys.size()), otherwise);
    }
}
