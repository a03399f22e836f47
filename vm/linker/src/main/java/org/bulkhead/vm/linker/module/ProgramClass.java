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
        ClassNode made = empty();
        made.methods.add(calling("main", "([Ljava/lang/String;)V", mainClass));
        return made;
    }

    /** Returns a class whose {@code start} calls the static method of the same name and arguments of the class with the internal name {@code owner}. */
    public static ClassNode ofIsolate(String owner) {
        ClassNode made = empty();
        made.methods.add(calling("start", "(IIJ)V", owner));
        return made;
    }

    /** As {@link #ofIsolate}; {@code client} calls the static method of {@code owner} as well. */
    public static ClassNode ofIsolateWithClients(String owner) {
        ClassNode made = ofIsolate(owner);
        made.methods.add(calling("client", "(Ljava/lang/Class;Ljava/lang/Object;)Ljava/lang/Object;", owner));
        return made;
    }

    private static ClassNode empty() {
        ClassNode made = new ClassNode(Opcodes.ASM9);
        made.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, NAME, null, OBJECT, new String[] {PROGRAM});
        return made;
    }

    private static MethodNode calling(String name, String descriptor, String owner) {
        MethodNode body = new MethodNode(Opcodes.ASM9, Opcodes.ACC_PUBLIC, name, descriptor, null, null);
        int local = 1;
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            body.instructions.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), local));
            local += parameter.getSize();
        }
        body.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false));
        body.instructions.add(new InsnNode(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN)));
        body.maxLocals = local;
        body.maxStack = local - 1;
        return body;
    }
}
