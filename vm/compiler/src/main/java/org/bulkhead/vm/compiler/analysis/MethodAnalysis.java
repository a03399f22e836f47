package org.bulkhead.vm.compiler.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** The kinds of all values in a method and where its basic blocks begin. Instructions are named by their index in the method's list. */
public final class MethodAnalysis {
    private final MethodNode node;
    private final Frame<AbstractValue>[] frames;
    private final BitSet targets = new BitSet();
    private final BitSet loops = new BitSet();
    private final BitSet handlers = new BitSet();
    private final BitSet storedLocals = new BitSet();
    private boolean callsItself;

    /**
     * Analyses a method that has a body.
     *
     * @throws CompilationProblem if the bytecode is not valid
     */
    public MethodAnalysis(VmMethod method) {
        node = method.node();
        Analyzer<AbstractValue> analyzer = new Analyzer<>(new KindInterpreter(method.owner().types()));
        try {
            // Generated methods leave it to their reader to find out how much stack they use.
            frames = node.maxStack == 0 && node.maxLocals == 0
                ? analyzer.analyzeAndComputeMaxs(method.owner().name(), node) : analyzer.analyze(method.owner().name(), node);
        } catch (AnalyzerException e) {
            throw new CompilationProblem("bytecode of " + method + " is not valid: " + e.getMessage(), e);
        }
        InsnList instructions = node.instructions;
        for (AbstractInsnNode each : instructions) {
            if (each instanceof JumpInsnNode jump) {
                target(each, jump.label);
            } else if (each instanceof TableSwitchInsnNode table) {
                table.labels.forEach(label -> target(each, label));
                target(each, table.dflt);
            } else if (each instanceof LookupSwitchInsnNode lookup) {
                lookup.labels.forEach(label -> target(each, label));
                target(each, lookup.dflt);
            } else if (each instanceof MethodInsnNode call) {
                callsItself |= call.name.equals(node.name) && call.desc.equals(node.desc) && !call.name.startsWith("<");
            } else if (each instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
                storedLocals.set(variable.var);
            }
        }
        for (TryCatchBlockNode block : node.tryCatchBlocks) {
            handlers.set(instructions.indexOf(block.handler));
        }
    }

    private void target(AbstractInsnNode from, LabelNode label) {
        int index = node.instructions.indexOf(label);
        targets.set(index);
        if (index <= node.instructions.indexOf(from)) {
            loops.set(index);
        }
    }

    /** Returns whether any path leads to the instruction. */
    public boolean isReachable(int index) {
        return frames[index] != null;
    }

    /** Returns whether the label at that index is the target of a jump or switch. */
    public boolean isTarget(int index) {
        return targets.get(index);
    }

    /** Returns whether the label at that index is the target of a jump or switch that does not stand before it. */
    public boolean isLoop(int index) {
        return loops.get(index);
    }

    /** Returns whether the method calls one of its own name and descriptor: itself, or its like in another object. */
    public boolean callsItself() {
        return callsItself;
    }

    /** Returns whether the label at that index begins an exception handler. */
    public boolean isHandler(int index) {
        return handlers.get(index);
    }

    /** Returns whether any instruction stores to the local (iinc aside). */
    public boolean isStored(int local) {
        return storedLocals.get(local);
    }

    /** Returns the kinds on the operand stack before a reachable instruction, the bottom first. */
    public List<Kind> stack(int index) {
        Frame<AbstractValue> frame = frames[index];
        List<Kind> kinds = new ArrayList<>(frame.getStackSize());
        for (int i = 0; i < frame.getStackSize(); i++) {
            kinds.add(frame.getStack(i).kind());
        }
        return kinds;
    }

    /** Returns the kind of the elements of the array {@code fromTop} below the top of the stack before an aaload or aastore. */
    public Kind elementKind(int index, int fromTop) {
        Frame<AbstractValue> frame = frames[index];
        AbstractValue array = frame.getStack(frame.getStackSize() - 1 - fromTop);
        return array.shape() == AbstractValue.Shape.WORD_ARRAY && array.dimensions() == 1 ? Kind.WORD : Kind.REFERENCE;
    }

    /** Returns the kind of a local before a reachable instruction. */
    public Kind local(int index, int local) {
        return frames[index].getLocal(local).kind();
    }

    /** Returns the locals that hold references before a reachable instruction. */
    public BitSet referenceLocals(int index) {
        Frame<AbstractValue> frame = frames[index];
        BitSet set = new BitSet();
        for (int i = 0; i < frame.getLocals(); i++) {
            if (frame.getLocal(i).kind() == Kind.REFERENCE) {
                set.set(i);
            }
        }
        return set;
    }
}
