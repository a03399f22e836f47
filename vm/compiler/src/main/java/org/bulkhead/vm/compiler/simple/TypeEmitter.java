package org.bulkhead.vm.compiler.simple;

import java.util.List;
import org.bulkhead.vm.compiler.RuntimeCall;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmType;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Condition;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.LinkageKind;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** Allocation, type checks and monitors. */
final class TypeEmitter {
    private static final String OBJECT = "java/lang/Object";

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;

    TypeEmitter(Emission emission) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
    }

    private VmType resolve(String name) {
        return e.types.find(name);
    }

    private void missing(String name) {
        e.linkageError(LinkageKind.NO_CLASS_DEF, name);
    }

    void newInstance(String name) {
        VmType type = resolve(name);
        if (type == null) {
            missing(name);
        } else if (type.isAbstract() || type.isInterface()) {
            e.linkageError(LinkageKind.INSTANTIATION, type.displayName());
        } else {
            e.initialize(type);
            e.uses.add(new Use.Instantiation(type));
            e.call(RuntimeCall.NEW_INSTANCE, Emission.hub(type));
            pushNew();
        }
    }

    private void pushNew() {
        stack.push(new Operand.InRegister(Kind.REFERENCE, Register.RAX, Operand.Nullness.NON_NULL));
    }

    /** Allocates an array whose type has that descriptor. */
    void newArray(String descriptor) {
        VmType type = resolve(descriptor);
        if (type == null) {
            missing(Type.getType(descriptor).getElementType().getInternalName());
            return;
        }
        e.uses.add(new Use.Instantiation(type));
        Operand length = stack.pop();
        e.call(RuntimeCall.NEW_ARRAY, Emission.hub(type), length);
        pushNew();
    }

    void newMultiArray(MultiANewArrayInsnNode node) {
        VmType type = resolve(node.desc);
        if (type == null) {
            missing(Type.getType(node.desc).getElementType().getInternalName());
            return;
        }
        VmType each = type;
        for (int i = 0; i < node.dims; i++) {
            e.uses.add(new Use.Instantiation(each));
            each = each.component();
        }
        stack.flush();
        int first = e.frame.home(stack.depth() - node.dims);
        stack.pop(node.dims);
        stack.spillAll();
        e.moves.arguments(List.of(Emission.hub(type), Operand.ofInt(node.dims)));
        asm.loadAddress(Width.LONG, ArgumentLocations.integer(2), FrameLayout.slot(first));
        asm.call(e.runtime(RuntimeCall.NEW_MULTI_ARRAY));
        e.safepoint();
        pushNew();
    }

    /** Returns whether every instance that passes a check for the type has exactly that type. */
    private static boolean isExact(VmType type) {
        if (type.isArray()) {
            return type.component().isPrimitive() || isExact(type.component());
        }
        return (type.access() & Opcodes.ACC_FINAL) != 0 && !type.isInterface();
    }

    private static boolean isInDisplay(VmType type) {
        return !type.isInterface() && !type.isArray() && type.depth() < HubLayout.DISPLAY_LENGTH;
    }

    /** Sets the zero flag if the object is certainly of the type. */
    private void compareType(Register object, VmType type) {
        if (isExact(type)) {
            asm.compare(Memory.at(object, ObjectLayout.HUB), new Symbol.Hub(type));
        } else {
            asm.load(Access.INT, Moves.SCRATCH, Memory.at(object, ObjectLayout.HUB));
            asm.compare(Memory.at(Moves.SCRATCH, HubLayout.DISPLAY + type.depth() * Integer.BYTES), new Symbol.Hub(type));
        }
    }

    void checkCast(String name) {
        VmType type = resolve(name);
        boolean isNull = stack.peek(0) instanceof Operand.Constant constant && constant.isNull();
        if (isNull || name.equals(OBJECT) || e.types.isUnboxed(name)) {
            return;
        }
        Register object = stack.topToRegister(0);
        if (type == null) {
            asm.test(Width.INT, object, object);
            e.callIf(Condition.NOT_EQUAL, RuntimeCall.THROW_LINKAGE, Operand.ofInt(LinkageKind.NO_CLASS_DEF), Emission.literal(name));
            return;
        }
        boolean mayBeNull = stack.nullness(stack.peek(0)) == Operand.Nullness.UNKNOWN;
        asm.test(Width.INT, object, object);
        if (!isExact(type) && !isInDisplay(type)) {
            e.callIf(Condition.NOT_EQUAL, RuntimeCall.CHECK_CAST, stack.peek(0), Emission.hub(type));
            return;
        }
        int skip = mayBeNull ? asm.skip(Condition.EQUAL) : 0;
        compareType(object, type);
        e.callIf(Condition.NOT_EQUAL, RuntimeCall.CHECK_CAST, stack.peek(0), Emission.hub(type));
        if (mayBeNull) {
            asm.land(skip);
        }
    }

    void instanceOf(String name) {
        VmType type = resolve(name);
        Operand operand = stack.pop();
        Register object = stack.toRegister(operand);
        Register result = stack.allocate(Kind.INT);
        asm.clear(result);
        asm.test(Width.INT, object, object);
        if (type == null) {
            e.callIf(Condition.NOT_EQUAL, RuntimeCall.THROW_LINKAGE, Operand.ofInt(LinkageKind.NO_CLASS_DEF), Emission.literal(name));
        } else if (name.equals(OBJECT)) {
            asm.set(Condition.NOT_EQUAL, result);
        } else if (isExact(type) || isInDisplay(type)) {
            int skip = asm.skip(Condition.EQUAL);
            compareType(object, type);
            asm.set(Condition.EQUAL, result);
            asm.land(skip);
        } else {
            e.callIf(Condition.NOT_EQUAL, result, RuntimeCall.INSTANCE_OF, Operand.in(Kind.REFERENCE, object), Emission.hub(type));
        }
        stack.push(Kind.INT, result);
    }

    void monitor(RuntimeCall call) {
        Operand object = stack.pop();
        if (stack.nullness(object) == Operand.Nullness.UNKNOWN) {
            Register register = stack.toRegister(object);
            e.nullChecked(object);
            asm.touch(Memory.at(register, ObjectLayout.HUB));
        }
        e.call(call, object);
    }

    void arrayLength() {
        Operand array = stack.pop();
        Register register = stack.toRegister(array);
        Register length = stack.allocate(Kind.INT);
        e.nullChecked(array);
        asm.load(Access.INT, length, Memory.at(register, ObjectLayout.ARRAY_LENGTH));
        stack.push(Kind.INT, length);
    }

    void getClassOf(Operand object) {
        Register register = stack.toRegister(object);
        Register mirror = stack.allocate(Kind.REFERENCE);
        e.nullChecked(object);
        asm.load(Access.INT, mirror, Memory.at(register, ObjectLayout.HUB));
        asm.load(Access.INT, mirror, Memory.at(mirror, HubLayout.MIRROR));
        stack.push(new Operand.InRegister(Kind.REFERENCE, mirror, Operand.Nullness.NON_NULL));
    }
}
