package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.CompilationProblem;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Shift;
import org.bulkhead.vm.compiler.x64.SseOp;
import org.bulkhead.vm.compiler.x64.Width;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Sends each bytecode instruction to the emitter that knows it. */
final class InstructionEmitter implements Opcodes {
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final ConstantEmitter constants;
    private final ArithmeticEmitter integers;
    private final FloatEmitter floats;
    private final ArrayEmitter arrays;
    private final FieldEmitter fields;
    private final TypeEmitter objects;
    private final StackEmitter shuffles;
    private final BranchEmitter branches;
    private final CallEmitter calls;

    InstructionEmitter(Emission emission) {
        e = emission;
        asm = e.asm;
        stack = e.stack;
        constants = new ConstantEmitter(e);
        integers = new ArithmeticEmitter(e);
        floats = new FloatEmitter(e);
        arrays = new ArrayEmitter(e);
        fields = new FieldEmitter(e);
        objects = new TypeEmitter(e);
        shuffles = new StackEmitter(e);
        branches = new BranchEmitter(e, floats);
        calls = new CallEmitter(e, new MagicEmitter(e, new WordEmitter(e, integers, branches)), new LibraryEmitter(e, integers, floats, objects));
    }

    void emit(AbstractInsnNode node) {
        if (node instanceof JumpInsnNode jump) {
            branches.jump(jump);
        } else if (node instanceof VarInsnNode variable) {
            local(variable);
        } else if (node instanceof FieldInsnNode field) {
            fields.access(field);
        } else if (node instanceof MethodInsnNode call) {
            calls.call(call);
        } else if (node instanceof TypeInsnNode type) {
            type(type);
        } else if (node instanceof LdcInsnNode constant) {
            constants.load(constant.cst);
        } else if (node instanceof IntInsnNode number) {
            number(number);
        } else if (node instanceof IincInsnNode increment) {
            stack.increment(increment.var, increment.incr);
        } else if (node instanceof TableSwitchInsnNode table) {
            branches.tableSwitch(table.min, table.labels, table.dflt);
        } else if (node instanceof LookupSwitchInsnNode lookup) {
            branches.lookupSwitch(lookup.keys, lookup.labels, lookup.dflt);
        } else if (node instanceof MultiANewArrayInsnNode array) {
            objects.newMultiArray(array);
        } else if (!constants.push(node.getOpcode()) && !arithmetic(node.getOpcode()) && !conversion(node.getOpcode()) && !array(node.getOpcode())) {
            other(node.getOpcode());
        }
    }

    private void local(VarInsnNode node) {
        int opcode = node.getOpcode();
        if (opcode < ISTORE) {
            Kind kind = switch (opcode) {
                case ILOAD -> Kind.INT;
                case LLOAD -> Kind.LONG;
                case FLOAD -> Kind.FLOAT;
                case DLOAD -> Kind.DOUBLE;
                default -> e.analysis.local(e.index(), node.var);
            };
            stack.push(new Operand.Local(kind, node.var));
        } else {
            stack.storeLocal(node.var, stack.pop());
        }
    }

    private void type(TypeInsnNode node) {
        switch (node.getOpcode()) {
            case NEW -> objects.newInstance(node.desc);
            case ANEWARRAY -> objects.newArray("[" + Type.getObjectType(node.desc).getDescriptor());
            case CHECKCAST -> objects.checkCast(node.desc);
            default -> objects.instanceOf(node.desc);
        }
    }

    private void number(IntInsnNode node) {
        if (node.getOpcode() == NEWARRAY) {
            objects.newArray(PRIMITIVE_ARRAYS[node.operand - T_BOOLEAN]);
        } else {
            stack.push(Operand.ofInt(node.operand));
        }
    }

    private boolean arithmetic(int opcode) {
        switch (opcode) {
            case IADD, LADD -> integers.binary(integerKind(opcode, IADD), Alu.ADD);
            case ISUB, LSUB -> integers.binary(integerKind(opcode, ISUB), Alu.SUB);
            case IMUL, LMUL -> integers.multiply(integerKind(opcode, IMUL));
            case IDIV, LDIV -> integers.divide(integerKind(opcode, IDIV), ArithmeticEmitter.Division.QUOTIENT);
            case IREM, LREM -> integers.divide(integerKind(opcode, IREM), ArithmeticEmitter.Division.REMAINDER);
            case INEG, LNEG -> integers.negate(integerKind(opcode, INEG));
            case ISHL, LSHL -> integers.shift(integerKind(opcode, ISHL), Shift.LEFT);
            case ISHR, LSHR -> integers.shift(integerKind(opcode, ISHR), Shift.ARITHMETIC_RIGHT);
            case IUSHR, LUSHR -> integers.shift(integerKind(opcode, IUSHR), Shift.LOGICAL_RIGHT);
            case IAND, LAND -> integers.binary(integerKind(opcode, IAND), Alu.AND);
            case IOR, LOR -> integers.binary(integerKind(opcode, IOR), Alu.OR);
            case IXOR, LXOR -> integers.binary(integerKind(opcode, IXOR), Alu.XOR);
            case FADD, DADD -> floats.binary(floatKind(opcode, FADD), SseOp.ADD);
            case FSUB, DSUB -> floats.binary(floatKind(opcode, FSUB), SseOp.SUB);
            case FMUL, DMUL -> floats.binary(floatKind(opcode, FMUL), SseOp.MUL);
            case FDIV, DDIV -> floats.binary(floatKind(opcode, FDIV), SseOp.DIV);
            case FREM, DREM -> floats.remainder(floatKind(opcode, FREM));
            case FNEG, DNEG -> floats.negate(floatKind(opcode, FNEG));
            default -> {
                return comparison(opcode);
            }
        }
        return true;
    }

    private static Kind integerKind(int opcode, int intOpcode) {
        return opcode == intOpcode ? Kind.INT : Kind.LONG;
    }

    private static Kind floatKind(int opcode, int floatOpcode) {
        return opcode == floatOpcode ? Kind.FLOAT : Kind.DOUBLE;
    }

    private boolean comparison(int opcode) {
        JumpInsnNode test = opcode >= LCMP && opcode <= DCMPG ? branches.followingZeroTest() : null;
        switch (opcode) {
            case LCMP -> {
                if (test == null) {
                    integers.compareLongs();
                } else {
                    branches.compareLongs(test);
                }
            }
            case FCMPL, FCMPG, DCMPL, DCMPG -> {
                Kind kind = opcode == FCMPL || opcode == FCMPG ? Kind.FLOAT : Kind.DOUBLE;
                FloatEmitter.NaN nan = opcode == FCMPL || opcode == DCMPL ? FloatEmitter.NaN.LESS : FloatEmitter.NaN.GREATER;
                if (test == null) {
                    floats.compareToInt(kind, nan);
                } else {
                    branches.compareFloats(kind, nan, test);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean conversion(int opcode) {
        switch (opcode) {
            case I2L -> integers.intToLong();
            case L2I -> integers.longToInt();
            case I2B -> integers.narrow(Access.BYTE);
            case I2C -> integers.narrow(Access.CHAR);
            case I2S -> integers.narrow(Access.SHORT);
            case I2F -> floats.fromInteger(Kind.INT, Kind.FLOAT);
            case I2D -> floats.fromInteger(Kind.INT, Kind.DOUBLE);
            case L2F -> floats.fromInteger(Kind.LONG, Kind.FLOAT);
            case L2D -> floats.fromInteger(Kind.LONG, Kind.DOUBLE);
            case F2I -> floats.toInteger(Kind.FLOAT, Kind.INT);
            case F2L -> floats.toInteger(Kind.FLOAT, Kind.LONG);
            case D2I -> floats.toInteger(Kind.DOUBLE, Kind.INT);
            case D2L -> floats.toInteger(Kind.DOUBLE, Kind.LONG);
            case F2D -> floats.convert(Kind.FLOAT, Kind.DOUBLE);
            case D2F -> floats.convert(Kind.DOUBLE, Kind.FLOAT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean array(int opcode) {
        switch (opcode) {
            case IALOAD -> arrays.load(Access.INT, Kind.INT);
            case LALOAD -> arrays.load(Access.LONG, Kind.LONG);
            case BALOAD -> arrays.load(Access.BYTE, Kind.INT);
            case CALOAD -> arrays.load(Access.CHAR, Kind.INT);
            case SALOAD -> arrays.load(Access.SHORT, Kind.INT);
            case FALOAD -> arrays.loadFloating(Kind.FLOAT);
            case DALOAD -> arrays.loadFloating(Kind.DOUBLE);
            case AALOAD -> {
                Kind element = e.analysis.elementKind(e.index(), 1);
                arrays.load(element == Kind.WORD ? Access.LONG : Access.INT, element);
            }
            case IASTORE -> arrays.store(Access.INT);
            case LASTORE -> arrays.store(Access.LONG);
            case BASTORE -> arrays.store(Access.BYTE);
            case CASTORE, SASTORE -> arrays.store(Access.SHORT);
            case FASTORE -> arrays.storeFloating(Kind.FLOAT);
            case DASTORE -> arrays.storeFloating(Kind.DOUBLE);
            case AASTORE -> {
                if (e.analysis.elementKind(e.index(), 2) == Kind.WORD) {
                    arrays.store(Access.LONG);
                } else {
                    arrays.storeReference();
                }
            }
            case ARRAYLENGTH -> objects.arrayLength();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void other(int opcode) {
        switch (opcode) {
            case NOP -> { }
            case POP, POP2, DUP, DUP_X1, DUP_X2, DUP2, DUP2_X1, DUP2_X2, SWAP -> shuffles.emit(opcode);
            case IRETURN, LRETURN, FRETURN, DRETURN, ARETURN, RETURN -> leave(opcode);
            case ATHROW -> e.callThrowing(RuntimeCall.THROW, stack.pop());
            case MONITORENTER -> objects.monitor(RuntimeCall.MONITOR_ENTER);
            case MONITOREXIT -> objects.monitor(RuntimeCall.MONITOR_EXIT);
            case INVOKEDYNAMIC -> throw new CompilationProblem(e.method + " has an invokedynamic call site that was not turned into ordinary code");
            default -> throw new CompilationProblem("bytecode of " + e.method + " has the unsupported opcode " + opcode);
        }
    }

    private void leave(int opcode) {
        if (opcode != RETURN) {
            Operand value = narrowResult(stack.pop());
            if (e.method.isSynchronized()) {
                e.moves.store(stack.resolve(value), FrameLayout.slot(e.frame.home(0)));
            } else {
                e.moves.load(stack.resolve(value), value.kind().isFloating() ? Register.XMM0 : Register.RAX);
            }
        }
        if (e.method.isSynchronized()) {
            asm.jump(e.unlockingExit);
        } else {
            asm.leave();
            asm.ret();
        }
        e.flow(Emission.Flow.ENDED);
    }

    /** A result is cut to the size of the return type (JVMS §6.5, ireturn). */
    private Operand narrowResult(Operand value) {
        Access cut = switch (e.method.returnType().getSort()) {
            case Type.BYTE -> Access.BYTE;
            case Type.SHORT -> Access.SHORT;
            case Type.CHAR -> Access.CHAR;
            default -> null;
        };
        boolean isBoolean = e.method.returnType().getSort() == Type.BOOLEAN;
        if (cut == null && !isBoolean || value instanceof Operand.Constant) {
            return value;
        }
        Register register = stack.toOwned(value);
        if (isBoolean) {
            asm.alu(Alu.AND, Width.INT, register, 1);
        } else {
            asm.extend(cut, register, register);
        }
        return Operand.in(Kind.INT, register);
    }
}
