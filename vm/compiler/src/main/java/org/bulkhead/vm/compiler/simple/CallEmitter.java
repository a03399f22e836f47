package org.bulkhead.vm.compiler.simple;

import java.util.List;
import org.bulkhead.vm.compiler.Routine;
import org.bulkhead.vm.compiler.Symbol;
import org.bulkhead.vm.compiler.Use;
import org.bulkhead.vm.compiler.analysis.Kind;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.compiler.x64.Access;
import org.bulkhead.vm.compiler.x64.Assembler;
import org.bulkhead.vm.compiler.x64.Memory;
import org.bulkhead.vm.compiler.x64.Register;
import org.bulkhead.vm.runtime.LinkageKind;
import org.bulkhead.vm.runtime.layout.HubLayout;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of methods. */
final class CallEmitter {
    private static final String INTRINSIC = "Lorg/bulkhead/vm/magic/Intrinsic;";
    private static final String NEVER_RETURNS = "Lorg/bulkhead/vm/magic/NeverReturns;";

    private final Emission e;
    private final Assembler asm;
    private final OperandStack stack;
    private final MagicEmitter magic;
    private final LibraryEmitter library;

    CallEmitter(Emission emission, MagicEmitter magic, LibraryEmitter library) {
        e = emission;
        asm = emission.asm;
        stack = emission.stack;
        this.magic = magic;
        this.library = library;
    }

    void call(MethodInsnNode node) {
        VmMethod called = e.types.resolveMethod(node.owner, node.name, node.desc);
        boolean isStatic = node.getOpcode() == Opcodes.INVOKESTATIC;
        if (called == null) {
            boolean noClass = e.types.find(node.owner) == null;
            e.linkageError(noClass ? LinkageKind.NO_CLASS_DEF : LinkageKind.NO_SUCH_METHOD,
                noClass ? node.owner : Type.getObjectType(node.owner).getClassName() + "." + node.name + node.desc);
            return;
        }
        if (called.isStatic() != isStatic) {
            e.linkageError(LinkageKind.INCOMPATIBLE_CLASS_CHANGE, "Expected " + (isStatic ? "" : "non-") + "static method " + called);
            return;
        }
        if (called.isAnnotated(INTRINSIC)) {
            magic.emit(called);
            return;
        }
        if (library.emit(called)) {
            return;
        }
        switch (node.getOpcode()) {
            case Opcodes.INVOKESTATIC -> {
                e.initialize(called.owner());
                callDirectly(called);
            }
            case Opcodes.INVOKESPECIAL -> callSpecially(called, node);
            default -> {
                // Arrays inherit their methods and override none.
                if (called.isEffectivelyFinal() || node.owner.startsWith("[")) {
                    callReceiverDirectly(called);
                } else if (called.owner().isInterface()) {
                    callInterface(called);
                } else {
                    callVirtually(called);
                }
            }
        }
    }

    /** invokespecial: constructors, private methods, and methods of superclasses (JVMS §6.5). */
    private void callSpecially(VmMethod named, MethodInsnNode node) {
        VmMethod called = named;
        if (!named.isConstructor() && !named.isPrivate() && !named.owner().isInterface() && e.method.owner() != named.owner()
            && e.method.owner().superclass() != null) {
            called = e.types.resolveMethod(e.method.owner().superclass().name(), node.name, node.desc);
        }
        if (called == null || called.isAbstract()) {
            e.linkageError(LinkageKind.ABSTRACT_METHOD, named.toString());
        } else {
            callReceiverDirectly(called);
        }
    }

    private List<Operand> popArguments(VmMethod called) {
        return stack.pop(called.parameters().size());
    }

    private void callReceiverDirectly(VmMethod called) {
        List<Operand> arguments = popArguments(called);
        Operand receiver = arguments.get(0);
        boolean check = !called.isConstructor() && stack.nullness(receiver) == Operand.Nullness.UNKNOWN;
        e.passArguments(arguments);
        if (check) {
            checkReceiver(receiver);
        }
        finishDirectCall(called);
    }

    /** Touches the receiver, which is in its argument register. */
    private void checkReceiver(Operand receiver) {
        e.nullChecked(receiver);
        asm.touch(Memory.at(ArgumentLocations.integer(0), ObjectLayout.HUB));
    }

    private void callDirectly(VmMethod called) {
        e.passArguments(popArguments(called));
        finishDirectCall(called);
    }

    private void finishDirectCall(VmMethod called) {
        asm.call(new Symbol.Code(called));
        e.safepoint();
        if (called.isAnnotated(NEVER_RETURNS)) {
            asm.undefined();
            e.flow(Emission.Flow.ENDED);
            return;
        }
        e.pushResult(Kind.of(called.returnType(), e.types));
    }

    private void callVirtually(VmMethod called) {
        e.uses.add(new Use.VirtualCall(called));
        List<Operand> arguments = popArguments(called);
        e.passArguments(arguments);
        e.nullChecked(arguments.get(0));
        asm.load(Access.INT, Register.RAX, Memory.at(ArgumentLocations.integer(0), ObjectLayout.HUB));
        asm.load(Access.INT, Moves.SCRATCH, Memory.at(Register.RAX, HubLayout.VTABLE + called.vtableIndex() * Integer.BYTES));
        asm.call(Moves.SCRATCH);
        e.safepoint();
        e.pushResult(Kind.of(called.returnType(), e.types));
    }

    private void callInterface(VmMethod called) {
        e.uses.add(new Use.VirtualCall(called));
        List<Operand> arguments = popArguments(called);
        e.passArguments(arguments);
        if (stack.nullness(arguments.get(0)) == Operand.Nullness.UNKNOWN) {
            checkReceiver(arguments.get(0));
        }
        asm.move(Register.RAX, e.types.interfaceNumber(called));
        asm.call(new Symbol.RoutineCode(Routine.INTERFACE_LOOKUP));
        // The runtime may throw from there.
        e.safepoint();
        asm.call(Moves.SCRATCH);
        e.safepoint();
        e.pushResult(Kind.of(called.returnType(), e.types));
    }
}
