package org.bulkhead.builder.interpret;

import org.bulkhead.vm.compiler.model.VmMethod;
import org.bulkhead.vm.linker.World;
import org.objectweb.asm.Type;

/** A method ready to run: an implementation by the interpreter, or bytecode that is decoded at the first call. */
final class Code {
    /** A range of instructions {@code [start, end)} whose exceptions of a class (null: of any) continue at {@code target}. */
    record Handler(int start, int end, int target, String type) {}

    final VmMethod method;
    final ClassState owner;
    final World world;
    /** The implementation, or null if the method has bytecode. */
    final NativeMethod implementation;
    /** Null until decoded. */
    Instruction[] instructions;
    Handler[] handlers;
    int localSlots;
    int stackSlots;

    Code(VmMethod method, ClassState owner, NativeMethod implementation) {
        this.method = method;
        this.owner = owner;
        this.world = World.of(method.owner());
        this.implementation = implementation;
    }

    static int argumentSlots(VmMethod method) {
        int slots = method.isStatic() ? 0 : 1;
        for (Type each : Type.getArgumentTypes(method.descriptor())) {
            slots += each.getSize();
        }
        return slots;
    }

    /** Returns {@code Class.method:line} of an instruction. */
    String describe(Instruction at) {
        return method.owner().displayName() + "." + method.name() + (at == null || at.line == 0 ? "" : ":" + at.line);
    }
}
