package org.bulkhead.vm.compiler.analysis;

import java.util.List;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Computes the kind of each instruction's result. */
final class KindInterpreter extends Interpreter<AbstractValue> implements Opcodes {
    private final TypeSystem types;

    KindInterpreter(TypeSystem types) {
        super(ASM9);
        this.types = types;
    }

    @Override
    public AbstractValue newValue(Type type) {
        if (type == null) {
            return AbstractValue.UNKNOWN;
        }
        if (type.getSort() == Type.VOID) {
            return null;
        }
        if (type.getSort() == Type.ARRAY && type.getElementType().getSort() == Type.OBJECT
            && types.isUnboxed(type.getElementType().getInternalName())) {
            return AbstractValue.wordArray(type.getDimensions());
        }
        return AbstractValue.of(Kind.of(type, types));
    }

    @Override
    public AbstractValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
        int opcode = instruction.getOpcode();
        return switch (opcode) {
            case ACONST_NULL -> AbstractValue.NULL;
            case LCONST_0, LCONST_1 -> AbstractValue.LONG;
            case FCONST_0, FCONST_1, FCONST_2 -> AbstractValue.FLOAT;
            case DCONST_0, DCONST_1 -> AbstractValue.DOUBLE;
            case LDC -> {
                Object constant = ((LdcInsnNode) instruction).cst;
                yield constant instanceof Integer ? AbstractValue.INT
                    : constant instanceof Long ? AbstractValue.LONG
                    : constant instanceof Float ? AbstractValue.FLOAT
                    : constant instanceof Double ? AbstractValue.DOUBLE : AbstractValue.REFERENCE;
            }
            case GETSTATIC -> newValue(Type.getType(((FieldInsnNode) instruction).desc));
            case NEW -> AbstractValue.REFERENCE;
            case JSR -> throw new AnalyzerException(instruction, "jsr is not supported: compile the class for Java 6 or later");
            default -> AbstractValue.INT;
        };
    }

    @Override
    public AbstractValue copyOperation(AbstractInsnNode instruction, AbstractValue value) {
        return value;
    }

    @Override
    public AbstractValue unaryOperation(AbstractInsnNode instruction, AbstractValue value) {
        return switch (instruction.getOpcode()) {
            case LNEG, I2L, F2L, D2L -> AbstractValue.LONG;
            case FNEG, I2F, L2F, D2F -> AbstractValue.FLOAT;
            case DNEG, I2D, L2D, F2D -> AbstractValue.DOUBLE;
            case GETFIELD -> newValue(Type.getType(((FieldInsnNode) instruction).desc));
            case NEWARRAY -> AbstractValue.REFERENCE;
            case ANEWARRAY -> newValue(Type.getType("[" + Type.getObjectType(((TypeInsnNode) instruction).desc).getDescriptor()));
            case CHECKCAST -> newValue(Type.getObjectType(((TypeInsnNode) instruction).desc));
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL, TABLESWITCH, LOOKUPSWITCH, IRETURN, LRETURN, FRETURN, DRETURN,
                ARETURN, PUTSTATIC, ATHROW, MONITORENTER, MONITOREXIT -> null;
            default -> AbstractValue.INT;
        };
    }

    @Override
    public AbstractValue binaryOperation(AbstractInsnNode instruction, AbstractValue left, AbstractValue right) {
        return switch (instruction.getOpcode()) {
            case LALOAD, LADD, LSUB, LMUL, LDIV, LREM, LSHL, LSHR, LUSHR, LAND, LOR, LXOR -> AbstractValue.LONG;
            case FALOAD, FADD, FSUB, FMUL, FDIV, FREM -> AbstractValue.FLOAT;
            case DALOAD, DADD, DSUB, DMUL, DDIV, DREM -> AbstractValue.DOUBLE;
            case AALOAD -> left.shape() == AbstractValue.Shape.WORD_ARRAY ? AbstractValue.wordArray(left.dimensions() - 1) : AbstractValue.REFERENCE;
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE, PUTFIELD -> null;
            default -> AbstractValue.INT;
        };
    }

    @Override
    public AbstractValue ternaryOperation(AbstractInsnNode instruction, AbstractValue a, AbstractValue b, AbstractValue c) {
        return null;
    }

    @Override
    public AbstractValue naryOperation(AbstractInsnNode instruction, List<? extends AbstractValue> values) {
        if (instruction instanceof MultiANewArrayInsnNode array) {
            return newValue(Type.getType(array.desc));
        }
        String descriptor = instruction instanceof InvokeDynamicInsnNode dynamic ? dynamic.desc : ((MethodInsnNode) instruction).desc;
        return newValue(Type.getReturnType(descriptor));
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, AbstractValue value, AbstractValue expected) {
        // The verifier's business.
    }

    @Override
    public AbstractValue merge(AbstractValue value, AbstractValue other) {
        return value.merge(other);
    }
}
