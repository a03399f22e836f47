package org.bulkhead.builder.interpret;

import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.linker.heap.HeapType;
import org.bulkhead.vm.linker.heap.ImageHeap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Resolves what instructions name (JVMS §5.4.3), at their first execution, and rewrites them to the resolved form. */
final class Resolver {
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

    private final Interpreter interpreter;
    private final ImageHeap heap;
    private final TypeSystem types;

    Resolver(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.heap = interpreter.heap();
        this.types = interpreter.types();
    }

    /** Decodes a method before its first run; refuses one that has neither bytecode nor an implementation. */
    void prepare(Code code) {
        VmMethod method = code.method;
        if (method.isNative()) {
            throw interpreter.refusal("native method " + method + " cannot run while building");
        }
        if (method.isAbstract()) {
            throw interpreter.thrown("java/lang/AbstractMethodError", method.toString());
        }
        Decoder.decode(code);
    }

    void resolve(Code code, Instruction in) {
        switch (in.op) {
            case Opcodes.LDC -> constant(code, in);
            case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> staticField(in);
            case Opcodes.GETFIELD, Opcodes.PUTFIELD -> instanceField(in);
            case Opcodes.INVOKESTATIC, Opcodes.INVOKESPECIAL, Opcodes.INVOKEVIRTUAL, Opcodes.INVOKEINTERFACE -> call(code, in);
            case Opcodes.NEW -> newInstance(in);
            case Opcodes.INVOKEDYNAMIC -> {
                InvokeDynamicInsnNode node = (InvokeDynamicInsnNode) in.operand;
                throw interpreter.refusal("invokedynamic " + node.name + node.desc + " of " + node.bsm.getOwner() + "." + node.bsm.getName() + " was not compiled");
            }
            default -> throw interpreter.refusal("instruction with opcode " + in.op + " is not supported");
        }
    }

    private void constant(Code code, Instruction in) {
        Object constant = in.operand instanceof LdcInsnNode node ? node.cst : in.operand;
        if (constant instanceof String value) {
            in.a = heap.literal(value, code.world);
        } else if (constant instanceof Type type && type.getSort() != Type.METHOD) {
            in.a = heap.mirror(find(type.getSort() >= Type.ARRAY ? type.getInternalName() : type.getClassName()));
        } else {
            throw interpreter.refusal("constant " + constant + " cannot be made while building");
        }
        in.op = Op.PUSH;
    }

    private VmType find(String name) {
        VmType type = types.find(name);
        if (type == null) {
            throw interpreter.thrown("java/lang/NoClassDefFoundError", name);
        }
        return type;
    }

    private VmField field(FieldInsnNode node, boolean isStatic) {
        find(node.owner);
        VmField field = types.resolveField(node.owner, node.name, node.desc);
        if (field == null) {
            throw interpreter.thrown("java/lang/NoSuchFieldError", node.name);
        }
        if (field.isStatic() != isStatic) {
            throw interpreter.thrown("java/lang/IncompatibleClassChangeError", "Expected " + (isStatic ? "" : "non-") + "static field " + field);
        }
        return field;
    }

    private void staticField(Instruction in) {
        VmField field = field((FieldInsnNode) in.operand, true);
        char kind = field.descriptor().charAt(0);
        boolean wide = kind == 'J' || kind == 'D';
        in.operand = new StaticField(interpreter.state(field.owner()), heap.staticSlot(field), kind);
        if (in.op == Opcodes.GETSTATIC) {
            in.op = wide ? Op.GET_STATIC_WIDE : Op.GET_STATIC;
        } else {
            in.op = wide ? Op.PUT_STATIC_WIDE : Op.PUT_STATIC;
        }
    }

    private void instanceField(Instruction in) {
        VmField field = field((FieldInsnNode) in.operand, false);
        in.a = field.offset();
        boolean get = in.op == Opcodes.GETFIELD;
        in.op = switch (field.descriptor().charAt(0)) {
            case 'Z' -> get ? Op.GET_BYTE : Op.PUT_BOOLEAN;
            case 'B' -> get ? Op.GET_BYTE : Op.PUT_BYTE;
            case 'C' -> get ? Op.GET_CHAR : Op.PUT_SHORT;
            case 'S' -> get ? Op.GET_SHORT : Op.PUT_SHORT;
            case 'I', 'F' -> get ? Op.GET_INT : Op.PUT_INT;
            case 'J', 'D' -> get ? Op.GET_LONG : Op.PUT_LONG;
            default -> {
                if (field.isReference()) {
                    yield get ? Op.GET_INT : Op.PUT_INT;
                }
                yield get ? Op.GET_WORD : Op.PUT_WORD;
            }
        };
    }

    private void newInstance(Instruction in) {
        VmType type = find(((TypeInsnNode) in.operand).desc);
        if (type.isAbstract()) {
            throw interpreter.thrown("java/lang/InstantiationError", type.displayName());
        }
        in.operand = interpreter.state(type);
        in.op = Op.NEW_RESOLVED;
    }

    private void call(Code code, Instruction in) {
        MethodInsnNode node = (MethodInsnNode) in.operand;
        find(node.owner);
        VmMethod method = types.resolveMethod(node.owner, node.name, node.desc);
        if (method == null) {
            throw interpreter.thrown("java/lang/NoSuchMethodError", node.owner.replace('/', '.') + "." + node.name + node.desc);
        }
        if (method.isStatic() != (in.op == Opcodes.INVOKESTATIC)) {
            throw interpreter.thrown("java/lang/IncompatibleClassChangeError", "Expected " + (method.isStatic() ? "non-" : "") + "static method " + method);
        }
        CallSite.Dispatch dispatch;
        switch (in.op) {
            case Opcodes.INVOKESTATIC -> dispatch = CallSite.Dispatch.STATIC;
            case Opcodes.INVOKESPECIAL -> {
                dispatch = CallSite.Dispatch.DIRECT;
                method = special(code.method.owner(), method);
            }
            default -> dispatch = types.isUnboxed(method.owner().name()) ? CallSite.Dispatch.STATIC // the receiver is a number, 0 included
                : method.isVirtual() ? CallSite.Dispatch.SELECTED : CallSite.Dispatch.DIRECT;
        }
        in.operand = new CallSite(dispatch, method, dispatch == CallSite.Dispatch.SELECTED ? null : interpreter.code(method), interpreter.state(method.owner()));
        in.op = Op.CALL;
    }

    /** JVMS §6.5 invokespecial: a superclass's method is looked up anew from the direct superclass. */
    private VmMethod special(VmType current, VmMethod resolved) {
        VmType owner = resolved.owner();
        if (resolved.isConstructor() || resolved.isPrivate() || owner.isInterface() || owner == current || !current.isSubtypeOf(owner)) {
            return resolved;
        }
        VmMethod selected = current.superclass().select(resolved);
        return selected == null ? resolved : selected;
    }

    /** Returns the array type that an instruction makes. */
    HeapType arrayType(Instruction in) {
        if (in.operand instanceof HeapType resolved) {
            return resolved;
        }
        VmType type;
        if (in.operand instanceof IntInsnNode) {
            type = types.type(PRIMITIVE_ARRAYS[in.a - Opcodes.T_BOOLEAN]);
        } else if (in.operand instanceof MultiANewArrayInsnNode node) {
            type = find(node.desc);
            in.b = node.dims;
        } else {
            type = find(((TypeInsnNode) in.operand).desc).array();
        }
        HeapType made = heap.heapType(type);
        in.operand = made;
        return made;
    }

    /** Returns the type that checkcast or instanceof names. */
    VmType checkedType(Instruction in) {
        if (in.operand instanceof TypeInsnNode node) {
            in.operand = find(node.desc);
        }
        return (VmType) in.operand;
    }
}
