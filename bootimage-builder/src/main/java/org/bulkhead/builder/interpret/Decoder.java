package org.bulkhead.builder.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Turns the instructions of a method into the form that {@link Execution} runs. */
final class Decoder {
    /** The targets of a tableswitch for the keys from {@code low} on. */
    record Table(int low, int[] targets) {}

    /** The ascending keys of a lookupswitch and their targets. */
    record Lookup(int[] keys, int[] targets) {}

    private final MethodNode node;
    private final Map<LabelNode, Integer> positions = new HashMap<>();

    private Decoder(MethodNode node) {
        this.node = node;
    }

    /** Fills in instructions, handlers and frame size of {@code code}. */
    static void decode(Code code) {
        Decoder decoder = new Decoder(code.method.node());
        decoder.findLabels();
        code.instructions = decoder.instructions();
        code.handlers = decoder.handlers();
        code.localSlots = decoder.node.maxLocals;
        code.stackSlots = decoder.node.maxStack;
    }

    private void findLabels() {
        int position = 0;
        for (AbstractInsnNode each : node.instructions) {
            if (each instanceof LabelNode label) {
                positions.put(label, position);
            } else if (each.getOpcode() >= 0) {
                position++;
            }
        }
    }

    private Code.Handler[] handlers() {
        List<Code.Handler> handlers = new ArrayList<>();
        for (TryCatchBlockNode each : node.tryCatchBlocks) {
            handlers.add(new Code.Handler(positions.get(each.start), positions.get(each.end), positions.get(each.handler), each.type));
        }
        return handlers.toArray(Code.Handler[]::new);
    }

    private Instruction[] instructions() {
        List<Instruction> decoded = new ArrayList<>();
        int line = 0;
        for (AbstractInsnNode each : node.instructions) {
            if (each instanceof LineNumberNode number) {
                line = number.line;
            } else if (each.getOpcode() >= 0) {
                Instruction made = new Instruction(each.getOpcode(), line);
                decode(each, made);
                decoded.add(made);
            }
        }
        return decoded.toArray(Instruction[]::new);
    }

    private void decode(AbstractInsnNode from, Instruction to) {
        to.operand = from;
        switch (from.getType()) {
            case AbstractInsnNode.INSN -> decodePlain(to);
            case AbstractInsnNode.INT_INSN -> {
                to.a = ((IntInsnNode) from).operand;
                if (to.op != Opcodes.NEWARRAY) {
                    to.op = Op.PUSH;
                }
            }
            case AbstractInsnNode.VAR_INSN -> {
                to.a = ((VarInsnNode) from).var;
                to.op = switch (to.op) {
                    case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> Op.LOAD;
                    case Opcodes.LLOAD, Opcodes.DLOAD -> Op.LOAD_WIDE;
                    case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> Op.STORE;
                    case Opcodes.LSTORE, Opcodes.DSTORE -> Op.STORE_WIDE;
                    default -> to.op;
                };
            }
            case AbstractInsnNode.JUMP_INSN -> to.a = positions.get(((JumpInsnNode) from).label);
            case AbstractInsnNode.IINC_INSN -> {
                to.a = ((IincInsnNode) from).var;
                to.b = ((IincInsnNode) from).incr;
            }
            case AbstractInsnNode.LDC_INSN -> decodeConstant(((LdcInsnNode) from).cst, to);
            case AbstractInsnNode.TABLESWITCH_INSN -> {
                TableSwitchInsnNode table = (TableSwitchInsnNode) from;
                to.a = positions.get(table.dflt);
                to.operand = new Table(table.min, table.labels.stream().mapToInt(positions::get).toArray());
            }
            case AbstractInsnNode.LOOKUPSWITCH_INSN -> {
                LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) from;
                to.a = positions.get(lookup.dflt);
                to.operand = new Lookup(lookup.keys.stream().mapToInt(Integer::intValue).toArray(), lookup.labels.stream().mapToInt(positions::get).toArray());
            }
            default -> { }
        }
    }

    private static void decodePlain(Instruction to) {
        int op = to.op;
        if (op == Opcodes.ACONST_NULL) {
            to.op = Op.PUSH;
        } else if (op >= Opcodes.ICONST_M1 && op <= Opcodes.ICONST_5) {
            to.op = Op.PUSH;
            to.a = op - Opcodes.ICONST_0;
        } else if (op >= Opcodes.FCONST_0 && op <= Opcodes.FCONST_2) {
            to.op = Op.PUSH;
            to.a = Float.floatToRawIntBits(op - Opcodes.FCONST_0);
        } else if (op == Opcodes.LCONST_0 || op == Opcodes.LCONST_1) {
            to.op = Op.PUSH_WIDE;
            to.wide = op - Opcodes.LCONST_0;
        } else if (op == Opcodes.DCONST_0 || op == Opcodes.DCONST_1) {
            to.op = Op.PUSH_WIDE;
            to.wide = Double.doubleToRawLongBits(op - Opcodes.DCONST_0);
        } else {
            to.op = switch (op) {
                case Opcodes.IALOAD, Opcodes.FALOAD -> Op.LOAD_4;
                case Opcodes.LALOAD, Opcodes.DALOAD -> Op.LOAD_8;
                case Opcodes.IASTORE, Opcodes.FASTORE -> Op.STORE_4;
                case Opcodes.LASTORE, Opcodes.DASTORE -> Op.STORE_8;
                case Opcodes.IRETURN, Opcodes.FRETURN, Opcodes.ARETURN -> Op.RETURN_ONE;
                case Opcodes.LRETURN, Opcodes.DRETURN -> Op.RETURN_WIDE;
                default -> op;
            };
        }
    }

    private static void decodeConstant(Object constant, Instruction to) {
        if (constant instanceof Integer value) {
            to.op = Op.PUSH;
            to.a = value;
        } else if (constant instanceof Float value) {
            to.op = Op.PUSH;
            to.a = Float.floatToRawIntBits(value);
        } else if (constant instanceof Long value) {
            to.op = Op.PUSH_WIDE;
            to.wide = value;
        } else if (constant instanceof Double value) {
            to.op = Op.PUSH_WIDE;
            to.wide = Double.doubleToRawLongBits(value);
        } else if (constant instanceof Type type && type.getSort() == Type.METHOD) {
            to.operand = "a constant method type";
        }
    }
}
