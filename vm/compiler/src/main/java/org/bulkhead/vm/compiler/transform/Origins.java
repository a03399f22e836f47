package org.bulkhead.vm.compiler.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which instruction of a method made a value, and which use it. Copies (loads, stores, dup) and casts are looked through. */
public final class Origins {
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;
    private final Map<AbstractInsnNode, Set<AbstractInsnNode>> consumers = new HashMap<>();

    /** Looks at a method that has code, of the class {@code owner}. Throws IllegalStateException if the code is not consistent. */
    public Origins(String owner, MethodNode method) {
        this.method = method;
        try {
            frames = new Analyzer<>(new Interpreter()).analyze(owner, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("the code of " + owner + "." + method.name + method.desc + " is not consistent: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the one instruction that makes the operand of {@code instruction} that lies {@code depth} values below the top of the stack; null if there are several, it is
     * none (a parameter, a caught exception), or the instruction cannot be reached.
     */
    AbstractInsnNode of(AbstractInsnNode instruction, int depth) {
        Set<AbstractInsnNode> made = allOf(instruction, depth);
        AbstractInsnNode only = made.size() == 1 ? made.iterator().next() : null;
        return only instanceof LabelNode ? null : only;
    }

    /** Returns all instructions that may have made that operand, with a label for what none makes (a parameter, a caught exception); none if the instruction cannot be reached. */
    public Set<AbstractInsnNode> allOf(AbstractInsnNode instruction, int depth) {
        Frame<SourceValue> frame = frames[method.instructions.indexOf(instruction)];
        return frame == null ? Set.of() : frame.getStack(frame.getStackSize() - 1 - depth).insns;
    }

    /** Returns whether the instruction can be reached at all. */
    public boolean isReachable(AbstractInsnNode instruction) {
        return frames[method.instructions.indexOf(instruction)] != null;
    }

    /** Returns the instructions that take the value that {@code instruction} makes as an operand. */
    Set<AbstractInsnNode> consumers(AbstractInsnNode instruction) {
        return consumers.getOrDefault(instruction, Set.of());
    }

    private final class Interpreter extends SourceInterpreter {
        Interpreter() {
            super(Opcodes.ASM9);
        }

        private SourceValue consume(AbstractInsnNode consumer, SourceValue value) {
            for (AbstractInsnNode each : value.insns) {
                consumers.computeIfAbsent(each, key -> new HashSet<>()).add(consumer);
            }
            return value;
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            // A label of its own makes the value differ from whatever it is merged with.
            return new SourceValue(type.getSize(), new LabelNode());
        }

        @Override
        public SourceValue newExceptionValue(TryCatchBlockNode handler, Frame<SourceValue> frame, Type type) {
            return new SourceValue(1, handler.handler);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            return value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, consume(instruction, value));
        }

        @Override
        public SourceValue binaryOperation(AbstractInsnNode instruction, SourceValue one, SourceValue other) {
            consume(instruction, one);
            return super.binaryOperation(instruction, one, consume(instruction, other));
        }

        @Override
        public SourceValue ternaryOperation(AbstractInsnNode instruction, SourceValue one, SourceValue two, SourceValue three) {
            consume(instruction, one);
            consume(instruction, two);
            return super.ternaryOperation(instruction, one, two, consume(instruction, three));
        }

        @Override
        public SourceValue naryOperation(AbstractInsnNode instruction, List<? extends SourceValue> values) {
            values.forEach(value -> consume(instruction, value));
            return super.naryOperation(instruction, values);
        }

        @Override
        public void returnOperation(AbstractInsnNode instruction, SourceValue value, SourceValue expected) {
            // Also seen as a unary operation.
            consume(instruction, value);
        }
    }
}
