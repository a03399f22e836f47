package org.bulkhead.builder.rights;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** What constants the arguments of the calls in one method can be: literals, static final fields that hold one, and local variables that are given nothing else. */
final class Constants {
    private final VmMethod method;
    private final Frame<SourceValue>[] frames;

    /** Looks at a method that has code. */
    Constants(VmMethod method) {
        this.method = method;
        try {
            frames = new Analyzer<>(new Copies()).analyze(method.owner().name(), method.node());
        } catch (AnalyzerException e) {
            throw new IllegalStateException("the code of " + method + " is not consistent: " + e.getMessage(), e);
        }
    }

    /** Returns whether the call can be reached at all. */
    boolean isReachable(MethodInsnNode call) {
        return frames[method.node().instructions.indexOf(call)] != null;
    }

    /** Returns the constants that the first argument of a call, the receiver not counted, can be; empty if it can be something that is no constant. */
    Optional<Set<Object>> firstArgument(MethodInsnNode call) {
        Frame<SourceValue> frame = frames[method.node().instructions.indexOf(call)];
        SourceValue argument = frame.getStack(frame.getStackSize() - Type.getArgumentTypes(call.desc).length);
        Set<Object> constants = new LinkedHashSet<>();
        for (AbstractInsnNode each : argument.insns) {
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

    /** Copies are looked through: a value comes from the instruction that made it first. Parameters and caught exceptions come from none. */
    private static final class Copies extends SourceInterpreter {
        Copies() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
            // A label of its own, so that what it is merged with does not seem to be all.
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
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }
    }
}
