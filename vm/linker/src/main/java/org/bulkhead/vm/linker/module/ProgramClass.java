package org.bulkhead.vm.linker.module;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Makes the class of which a module has one instance: where the image's runtime meets the module's program. */
public final class ProgramClass {
    /** Internal name of the class. */
    public static final String NAME = "org/bulkhead/vm/runtime/ModuleProgram$Made";

    private static final String PROGRAM = "org/bulkhead/vm/runtime/ModuleProgram";
    private static final String OBJECT = "java/lang/Object";

    private ProgramClass() {}

    /** Returns a class whose {@code main} calls that of the class with the internal name {@code mainClass}. */
    public static ClassNode ofMain(String mainClass) {
        return calling("main", "([Ljava/lang/String;)V", mainClass, "main");
    }

    /** Returns a class whose {@code start} calls the static method {@code method} of the class with the internal name {@code owner}, which takes the same arguments. */
    public static ClassNode ofIsolate(String owner, String method) {
        return calling("start", "(IIJ)V", owner, method);
    }

    private static ClassNode calling(String name, String descriptor, String owner, String method) {
        ClassNode made = new ClassNode(Opcodes.ASM9);
        made.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, NAME, null, OBJECT, new String[] {PROGRAM});
        MethodNode body = new MethodNode(Opcodes.ASM9, Opcodes.ACC_PUBLIC, name, descriptor, null, null);
        int local = 1;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            body.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), local));
            local += parameter.getSize();
        }
        body.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, method, descriptor, false));
        body.instructions.add(new InsnNode(Opcodes.RETURN));
        body.maxLocals = local;
        body.maxStack = local - 1;
        made.methods.add(body);
        return made;
    }
}
