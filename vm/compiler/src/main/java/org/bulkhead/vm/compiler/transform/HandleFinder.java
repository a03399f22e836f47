package org.bulkhead.vm.compiler.transform;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the {@code VarHandle}s that a class initialiser makes from constants and stores in static final fields of its class. */
final class HandleFinder {
    static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
    static final String METHOD_HANDLES = "java/lang/invoke/MethodHandles";
    static final String LOOKUP = METHOD_HANDLES + "$Lookup";
    static final String BOOTSTRAPS = "java/lang/invoke/ConstantBootstraps";
    private static final String DESCRIPTOR = "L" + VAR_HANDLE + ";";
    private static final String BYTE_ORDER = "java/nio/ByteOrder";
    private static final String EXACT = "withInvokeExactBehavior";
    private static final String INEXACT = "withInvokeBehavior";
    private static final String PRIMITIVE_CLASS = "TYPE";

    private final ClassNode node;
    private final Map<String, HandleShape> shapes = new HashMap<>();
    private final Set<AbstractInsnNode> makers = new HashSet<>();

    /**
     * @param initializer the class initialiser, or null if there is none
     * @param origins of the initialiser
     */
    HandleFinder(ClassNode node, MethodNode initializer, Origins origins) {
        this.node = node;
        if (initializer == null) {
            return;
        }
        Map<String, Integer> stores = new HashMap<>();
        for (AbstractInsnNode instruction : initializer.instructions) {
            if (isStore(instruction)) {
                stores.merge(((FieldInsnNode) instruction).name, 1, Integer::sum);
            }
        }
        for (AbstractInsnNode instruction : initializer.instructions) {
            if (isStore(instruction) && stores.get(((FieldInsnNode) instruction).name) == 1 && origins.isReachable(instruction)) {
                find((FieldInsnNode) instruction, origins);
            }
        }
    }

    /** Returns what the static final fields of the class hold, by field name. */
    Map<String, HandleShape> shapes() {
        return shapes;
    }

    /** Returns the calls that make these handles; their results are used for nothing else. */
    Set<AbstractInsnNode> makers() {
        return makers;
    }

    private boolean isStore(AbstractInsnNode instruction) {
        if (instruction.getOpcode() != Opcodes.PUTSTATIC || !(instruction instanceof FieldInsnNode store) || !store.owner.equals(node.name) || !store.desc.equals(DESCRIPTOR)) {
            return false;
        }
        for (FieldNode field : node.fields) {
            if (field.name.equals(store.name) && field.desc.equals(DESCRIPTOR)) {
                return (field.access & Opcodes.ACC_FINAL) != 0;
            }
        }
        return false;
    }

    private void find(FieldInsnNode store, Origins origins) {
        Set<AbstractInsnNode> calls = new HashSet<>();
        AbstractInsnNode consumer = store;
        AbstractInsnNode maker = origins.of(store, 0);
        while (maker instanceof MethodInsnNode call && origins.consumers(call).equals(Set.of(consumer))) {
            calls.add(call);
            if (call.owner.equals(VAR_HANDLE) && (call.name.equals(EXACT) || call.name.equals(INEXACT))) {
                consumer = call;
                maker = origins.of(call, 0);
                continue;
            }
            HandleShape shape = shape(call, origins);
            if (shape != null) {
                shapes.put(store.name, shape);
                makers.addAll(calls);
            }
            return;
        }
    }

    private static HandleShape shape(MethodInsnNode call, Origins origins) {
        return switch (call.owner + "." + call.name) {
            case LOOKUP + ".findVarHandle" -> field(origins, call, 2, 1, 0, Opcodes.GETFIELD);
            case LOOKUP + ".findStaticVarHandle" -> field(origins, call, 2, 1, 0, Opcodes.GETSTATIC);
            case BOOTSTRAPS + ".fieldVarHandle" -> field(origins, call, 1, 3, 0, Opcodes.GETFIELD);
            case BOOTSTRAPS + ".staticFieldVarHandle" -> field(origins, call, 1, 3, 0, Opcodes.GETSTATIC);
            case BOOTSTRAPS + ".arrayVarHandle", METHOD_HANDLES + ".arrayElementVarHandle" -> {
                Type array = classConstant(origins.of(call, 0));
                yield array == null || array.getSort() != Type.ARRAY ? null : new HandleShape.ArrayElement(array);
            }
            case METHOD_HANDLES + ".byteArrayViewVarHandle", METHOD_HANDLES + ".byteBufferViewVarHandle" -> {
                Type array = classConstant(origins.of(call, 1));
                ByteOrder order = order(origins.of(call, 0));
                if (array == null || array.getSort() != Type.ARRAY || order == null) {
                    yield null;
                }
                Type element = Type.getType(array.getDescriptor().substring(1));
                yield call.name.startsWith("byteArray") ? new HandleShape.ByteArrayView(element, order) : new HandleShape.ByteBufferView(element, order);
            }
            default -> null;
        };
    }

    /** The numbers are the depths of the operands that hold the owner, the name and the type of the field. */
    private static HandleShape field(Origins origins, MethodInsnNode call, int owner, int name, int type, int opcode) {
        Type ownerType = classConstant(origins.of(call, owner));
        Type fieldType = classConstant(origins.of(call, type));
        String fieldName = stringConstant(origins.of(call, name));
        if (ownerType == null || ownerType.getSort() != Type.OBJECT || fieldType == null || fieldName == null) {
            return null;
        }
        return opcode == Opcodes.GETFIELD ? new HandleShape.InstanceField(ownerType.getInternalName(), fieldName, fieldType)
            : new HandleShape.StaticField(ownerType.getInternalName(), fieldName, fieldType);
    }

    /** Returns the type that a class literal stands for, or null if the instruction is none. */
    static Type classConstant(AbstractInsnNode instruction) {
        if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Type type && type.getSort() != Type.METHOD) {
            return type;
        }
        if (instruction instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC && field.name.equals(PRIMITIVE_CLASS)) {
            return Conversion.primitiveOf(Type.getObjectType(field.owner));
        }
        return null;
    }

    /** Returns the string that the instruction loads, or null if it is no string literal. */
    static String stringConstant(AbstractInsnNode instruction) {
        return instruction instanceof LdcInsnNode constant && constant.cst instanceof String string ? string : null;
    }

    private static ByteOrder order(AbstractInsnNode instruction) {
        if (instruction instanceof FieldInsnNode field && field.owner.equals(BYTE_ORDER)) {
            return switch (field.name) {
                case "BIG_ENDIAN" -> ByteOrder.BIG_ENDIAN;
                case "LITTLE_ENDIAN" -> ByteOrder.LITTLE_ENDIAN;
                default -> null;
            };
        }
        // The target is x86-64.
        return instruction instanceof MethodInsnNode call && call.owner.equals(BYTE_ORDER) && call.name.equals("nativeOrder") ? ByteOrder.LITTLE_ENDIAN : null;
    }
}
