package org.bulkhead.vm.verifier.types;

import org.bulkhead.vm.verifier.code.Instructions;
import org.bulkhead.vm.verifier.code.Opcode;
import org.bulkhead.vm.verifier.format.Constant;
import org.bulkhead.vm.verifier.types.VerificationType.Kind;

/** What each instruction wants of the frame before it, and what it leaves (JVMS 4.10.1.9). */
final class InstructionRules {
    private static final String PRIMITIVES = "IJFD";
    /** By type code of newarray from 4 on. */
    private static final String ARRAYS = "ZCFDBSIJ";
    private static final int FIRST_ARRAY = 4;

    private final MethodContext context;
    private final Instructions instructions;
    private final MemberRules members;
    private final StackRules stack;

    InstructionRules(MethodContext context) {
        this.context = context;
        this.instructions = context.instructions();
        members = new MemberRules(context);
        stack = new StackRules(context);
    }

    /** Changes {@code frame} as the instruction at {@code offset} does. */
    void execute(int offset, Frame frame) {
        int opcode = instructions.opcode(offset);
        String effect = SimpleRules.effect(opcode);
        if (effect != null) {
            simple(effect, frame);
        } else if (opcode >= Opcode.ILOAD && opcode < Opcode.ILOAD_0) {
            load(opcode - Opcode.ILOAD, instructions.index(offset), frame);
        } else if (opcode >= Opcode.ILOAD_0 && opcode <= Opcode.ALOAD_3) {
            load(opcode - Opcode.ILOAD_0 >> 2, opcode - Opcode.ILOAD_0 & 3, frame);
        } else if (opcode >= Opcode.ISTORE && opcode < Opcode.ISTORE_0) {
            store(opcode - Opcode.ISTORE, instructions.index(offset), frame);
        } else if (opcode >= Opcode.ISTORE_0 && opcode <= Opcode.ASTORE_3) {
            store(opcode - Opcode.ISTORE_0 >> 2, opcode - Opcode.ISTORE_0 & 3, frame);
        } else if (opcode >= Opcode.POP && opcode <= Opcode.SWAP) {
            stack.execute(opcode, frame);
        } else if (opcode > Opcode.ALOAD_3 && opcode < Opcode.ISTORE) {
            arrayLoad(opcode - Opcode.ALOAD_3 - 1, frame);
        } else if (opcode > Opcode.ASTORE_3 && opcode < Opcode.POP) {
            arrayStore(opcode - Opcode.ASTORE_3 - 1, frame);
        } else {
            other(opcode, offset, frame);
        }
    }

    private void simple(String effect, Frame frame) {
        int arrow = effect.indexOf('>');
        for (int i = arrow - 1; i >= 0; i--) {
            context.pop(frame, VerificationType.ofDescriptor(effect, i));
        }
        for (int i = arrow + 1; i < effect.length(); i++) {
            frame.push(VerificationType.ofDescriptor(effect, i));
        }
    }

    private void load(int type, int local, Frame frame) {
        VerificationType found = frame.local(local);
        boolean good = type < PRIMITIVES.length() ? found.equals(VerificationType.ofDescriptor(PRIMITIVES, type)) : found.isReference();
        if (!good) {
            throw context.site().unverifiable("local variable " + local + " is " + found + " where " + typeName(type) + " is needed");
        }
        frame.push(found);
    }

    private static String typeName(int type) {
        return type < PRIMITIVES.length() ? VerificationType.ofDescriptor(PRIMITIVES, type).toString() : "a reference";
    }

    private void store(int type, int local, Frame frame) {
        VerificationType value;
        if (type < PRIMITIVES.length()) {
            value = VerificationType.ofDescriptor(PRIMITIVES, type);
            context.pop(frame, value);
        } else {
            value = context.popAnyReference(frame);
        }
        frame.setLocal(local, value);
    }

    /** Array instructions come in the order int, long, float, double, reference, byte or boolean, char, short. */
    private static final String[] ARRAY_TYPES = {"[I", "[J", "[F", "[D", "", "[B", "[C", "[S"};
    private static final int REFERENCES = 4;
    private static final int BYTES = 5;

    private VerificationType popArray(int type, Frame frame) {
        VerificationType array = frame.pop();
        boolean good = array.kind() == Kind.NULL;
        if (type == REFERENCES) {
            good |= array.isArray() && (array.name().charAt(1) == '[' || array.name().charAt(1) == 'L');
        } else {
            good |= array.kind() == Kind.OBJECT && (array.name().equals(ARRAY_TYPES[type]) || type == BYTES && array.name().equals("[Z"));
        }
        if (!good) {
            throw context.site().unverifiable("the operand is " + array + " where " + (type == REFERENCES ? "an array of references" : "an array " + ARRAY_TYPES[type]) + " is needed");
        }
        return array;
    }

    private void arrayLoad(int type, Frame frame) {
        context.pop(frame, VerificationType.INT);
        VerificationType array = popArray(type, frame);
        if (type == REFERENCES) {
            frame.push(array.kind() == Kind.NULL ? VerificationType.NULL : VerificationType.ofDescriptor(array.name(), 1));
        } else {
            frame.push(VerificationType.ofDescriptor(ARRAY_TYPES[type], 1));
        }
    }

    private void arrayStore(int type, Frame frame) {
        if (type == REFERENCES) {
            // The store is checked when it happens.
            context.popReference(frame);
        } else {
            context.pop(frame, VerificationType.ofDescriptor(ARRAY_TYPES[type], 1));
        }
        context.pop(frame, VerificationType.INT);
        popArray(type, frame);
    }

    private void other(int opcode, int offset, Frame frame) {
        switch (opcode) {
            case Opcode.ACONST_NULL -> frame.push(VerificationType.NULL);
            case Opcode.LDC, Opcode.LDC + 1, Opcode.LDC2_W -> frame.push(constant(instructions.index(offset)));
            case Opcode.IINC -> {
                int local = instructions.index(offset);
                if (!frame.local(local).equals(VerificationType.INT)) {
                    throw context.site().unverifiable("local variable " + local + " is " + frame.local(local) + " where int is needed");
                }
            }
            case Opcode.IF_ACMPEQ, Opcode.IF_ACMPNE -> {
                context.popAnyReference(frame);
                context.popAnyReference(frame);
            }
            case Opcode.IFNULL, Opcode.IFNONNULL, Opcode.MONITORENTER, Opcode.MONITOREXIT -> context.popAnyReference(frame);
            case Opcode.IRETURN, Opcode.IRETURN + 1, Opcode.IRETURN + 2, Opcode.IRETURN + 3, Opcode.ARETURN -> context.returns(opcode - Opcode.IRETURN, frame);
            case Opcode.RETURN -> context.returnsNothing(frame);
            case Opcode.NEW -> stack.makes(offset, frame);
            case Opcode.NEWARRAY -> {
                context.pop(frame, VerificationType.INT);
                frame.push(VerificationType.object("[" + ARRAYS.charAt(instructions.primitive(offset) - FIRST_ARRAY)));
            }
            case Opcode.ANEWARRAY -> {
                context.pop(frame, VerificationType.INT);
                frame.push(context.classConstant(instructions.index(offset)).array());
            }
            case Opcode.MULTIANEWARRAY -> {
                for (int i = instructions.dimensions(offset); i > 0; i--) {
                    context.pop(frame, VerificationType.INT);
                }
                frame.push(context.classConstant(instructions.index(offset)));
            }
            case Opcode.ARRAYLENGTH -> {
                VerificationType array = frame.pop();
                if (array.kind() != Kind.NULL && !array.isArray()) {
                    throw context.site().unverifiable("the operand is " + array + " where an array is needed");
                }
                frame.push(VerificationType.INT);
            }
            case Opcode.ATHROW -> context.pop(frame, VerificationType.THROWABLE);
            case Opcode.CHECKCAST -> {
                context.popReference(frame);
                frame.push(context.classConstant(instructions.index(offset)));
            }
            case Opcode.INSTANCEOF -> {
                context.popReference(frame);
                frame.push(VerificationType.INT);
            }
            default -> members.execute(opcode, offset, frame);
        }
    }

    private VerificationType constant(int index) {
        Constant kind = context.constants().kind(index);
        return switch (kind) {
            case INTEGER -> VerificationType.INT;
            case FLOAT -> VerificationType.FLOAT;
            case LONG -> VerificationType.LONG;
            case DOUBLE -> VerificationType.DOUBLE;
            case STRING -> VerificationType.STRING;
            case CLASS -> VerificationType.object("java/lang/Class");
            case METHOD_HANDLE -> VerificationType.object("java/lang/invoke/MethodHandle");
            case METHOD_TYPE -> VerificationType.object("java/lang/invoke/MethodType");
            case DYNAMIC -> VerificationType.ofDescriptor(context.constants().dynamic(index).descriptor(), 0);
            default -> throw context.site().malformed("constant " + index + " is a " + kind + " and cannot be loaded");
        };
    }
}
