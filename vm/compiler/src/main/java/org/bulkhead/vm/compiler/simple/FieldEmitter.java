package org.bulkhead.vm.compiler.simple;

import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmField;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Alu;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.compiler.x64.Width;
import org.bulkhead.vm.runtime.LinkageKind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/** Loads and stores of fields. */
final class FieldEmitter {
    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;

    FieldEmitter(Emission emission) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
    }

    /** Compiles getfield, putfield, getstatic or putstatic. */
    void access(FieldInsnNode node) {
        VmField field = e.types.resolveField(node.owner, node.name, node.desc);
        if (field == null) {
            boolean noClass = e.types.find(node.owner) == null;
            e.linkageError(noClass ? LinkageKind.NO_CLASS_DEF : LinkageKind.NO_SUCH_FIELD, noClass ? node.owner : node.name);
            return;
        }
        boolean wantsStatic = node.getOpcode() == Opcodes.GETSTATIC || node.getOpcode() == Opcodes.PUTSTATIC;
        if (field.isStatic() != wantsStatic) {
            e.linkageError(LinkageKind.INCOMPATIBLE_CLASS_CHANGE, "Expected " + (wantsStatic ? "" : "non-") + "static field " + field);
            return;
        }
        Kind kind = Kind.of(Type.getType(field.descriptor()), e.types);
        if (wantsStatic) {
            e.initialize(field.owner());
        }
        switch (node.getOpcode()) {
            case Opcodes.GETSTATIC -> stack.push(kind, load(field, kind, Memory.at(new Symbol.StaticField(field))));
            case Opcodes.PUTSTATIC -> store(field, kind, stack.pop(), null);
            case Opcodes.GETFIELD -> {
                Operand object = stack.pop();
                Register base = stack.toRegister(object);
                Register result = stack.allocate(kind);
                e.nullChecked(object);
                load(field, kind, result, Memory.at(base, field.offset()));
                stack.push(kind, result);
            }
            default -> {
                Operand value = stack.pop();
                store(field, kind, value, stack.pop());
            }
        }
    }

    private Register load(VmField field, Kind kind, Memory from) {
        Register result = stack.allocate(kind);
        load(field, kind, result, from);
        return result;
    }

    private void load(VmField field, Kind kind, Register result, Memory from) {
        if (kind.isFloating()) {
            asm.load(Moves.precision(kind), result, from);
        } else {
            asm.load(access(field.descriptor(), kind), result, from);
        }
    }

    /** Returns how a field of that type lies in memory; not for float and double. */
    static Access access(String descriptor, Kind kind) {
        return switch (descriptor.charAt(0)) {
            case 'Z' -> Access.UNSIGNED_BYTE;
            case 'B' -> Access.BYTE;
            case 'C' -> Access.CHAR;
            case 'S' -> Access.SHORT;
            default -> kind.isWide() ? Access.LONG : Access.INT;
        };
    }

    /** Stores to the field of {@code object}, or to a static field if that is null. */
    private void store(VmField field, Kind kind, Operand value, Operand object) {
        Operand stored = value;
        if (field.descriptor().equals("Z")) {
            if (value instanceof Operand.Constant constant) {
                stored = Operand.ofInt((int) constant.bits() & 1);
            } else {
                Register bit = object == null ? stack.toOwned(value) : stack.toOwned(value, object);
                asm.alu(Alu.AND, Width.INT, bit, 1);
                stored = Operand.in(kind, bit);
            }
        }
        boolean immediate = stored instanceof Operand.Constant constant && constant.isImmediate();
        Register from = immediate ? null : stack.toRegister(stored);
        Memory to;
        if (object == null) {
            to = Memory.at(new Symbol.StaticField(field));
        } else {
            to = Memory.at(stack.toRegister(object), field.offset());
            e.nullChecked(object);
        }
        if (immediate) {
            asm.store(access(field.descriptor(), kind), to, (int) ((Operand.Constant) stored).bits());
        } else if (kind.isFloating()) {
            asm.store(Moves.precision(kind), to, from);
        } else {
            asm.store(access(field.descriptor(), kind), to, from);
        }
        if ((field.access() & Opcodes.ACC_VOLATILE) != 0) {
            asm.memoryFence();
        }
    }
}
