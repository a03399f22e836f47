package org.bulkhead.vm.compiler.transform;

import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A call of {@code Unsafe.objectFieldOffset} with constant arguments: the offset is known when code is linked, and nobody need ask for it at run time, where fields have no names. */
final class OffsetSite {
    private static final String DESCRIPTOR = "(Ljava/lang/Class;Ljava/lang/String;)J";

    private OffsetSite() {}

    static boolean handles(MethodInsnNode call) {
        return call.owner.equals(UnsafeCode.UNSAFE.getInternalName()) && call.name.equals("objectFieldOffset") && call.desc.equals(DESCRIPTOR);
    }

    /** Returns the call that takes the operands of the original and gives the offset, or null if an argument is not constant. */
    static AbstractInsnNode replacement(MethodInsnNode call, Origins origins, SyntheticMethods methods, Consumer<ClassNode> define) {
        Type owner = HandleFinder.classConstant(origins.of(call, 1));
        String field = HandleFinder.stringConstant(origins.of(call, 0));
        if (owner == null || field == null) {
            return null;
        }
        define.accept(UnsafeCode.makeOffsetHolder(owner.getInternalName(), field));
        return methods.call("fieldOffset", "(L" + call.owner + ";" + call.desc.substring(1), List.of(owner, field), code -> {
            UnsafeCode.pushFieldOffset(code, owner.getInternalName(), field);
            code.returnValue();
        });
    }
}
