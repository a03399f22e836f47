package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.runtime.LinkageKind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Constants: pushed at compile time only. */
final class ConstantEmitter implements Opcodes {
    private final Emission e;
    private final OperandStack stack;

    ConstantEmitter(Emission emission) {
        e = emission;
        stack = emission.stack;
    }

    /** Pushes the constant of an ldc. */
    void load(Object value) {
        if (value instanceof Integer number) {
            stack.push(Operand.ofInt(number));
        } else if (value instanceof Long number) {
            stack.push(Operand.ofLong(number));
        } else if (value instanceof Float number) {
            stack.push(new Operand.Constant(Kind.FLOAT, Float.floatToRawIntBits(number)));
        } else if (value instanceof Double number) {
            stack.push(new Operand.Constant(Kind.DOUBLE, Double.doubleToRawLongBits(number)));
        } else if (value instanceof String text) {
            stack.push(Emission.literal(text));
        } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
            VmType found = e.types.find(type.getInternalName());
            if (found == null) {
                e.linkageError(LinkageKind.NO_CLASS_DEF, type.getInternalName());
            } else {
                stack.push(new Operand.ImageObject(new Symbol.Mirror(found)));
            }
        } else {
            throw new CompilationProblem(e.method + " loads the constant " + value + ", which only call sites turned into ordinary code can use");
        }
    }

    /** Pushes what an instruction without operands stands for; returns whether it is such an instruction. */
    boolean push(int opcode) {
        switch (opcode) {
            case ACONST_NULL -> stack.push(Operand.ofNull());
            case ICONST_M1, ICONST_0, ICONST_1, ICONST_2, ICONST_3, ICONST_4, ICONST_5 -> stack.push(Operand.ofInt(opcode - ICONST_0));
            case LCONST_0, LCONST_1 -> stack.push(Operand.ofLong(opcode - LCONST_0));
            case FCONST_0, FCONST_1, FCONST_2 -> load((float) (opcode - FCONST_0));
            case DCONST_0, DCONST_1 -> load((double) (opcode - DCONST_0));
            default -> {
                return false;
            }
        }
        return true;
    }
}
