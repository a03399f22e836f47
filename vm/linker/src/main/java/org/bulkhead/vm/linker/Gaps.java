package org.bulkhead.vm.linker;

import org.bulkhead.vm.compiler.CompiledMethod;
import org.bulkhead.vm.compiler.Compiler;
import org.bulkhead.vm.compiler.CompilerEnvironment;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Code for methods that have none: it throws. */
final class Gaps {
    private static final int NO_BODY = Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED;
    private static final int STACK = 3;

    private Gaps() {}

    /** Compiles, in the place of a method's own code, code that throws an error with a constructor for a message. */
    static CompiledMethod throwing(VmMethod method, Class<? extends Throwable> error, String message, Compiler compiler, CompilerEnvironment environment) {
        MethodNode body = new MethodNode(Opcodes.ASM9, method.access() & ~NO_BODY, method.name(), method.descriptor(), null, null);
        String name = Type.getInternalName(error);
        body.instructions.add(new TypeInsnNode(Opcodes.NEW, name));
        body.instructions.add(new InsnNode(Opcodes.DUP));
        body.instructions.add(new LdcInsnNode(message));
        body.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, name, "<init>", "(Ljava/lang/String;)V", false));
        body.instructions.add(new InsnNode(Opcodes.ATHROW));
        body.maxStack = STACK;
        body.maxLocals = Type.getArgumentsAndReturnSizes(method.descriptor()) >> 2;
        CompiledMethod code = compiler.compile(method.withBody(body), environment);
        return new CompiledMethod(method, code.code(), code.frameSize(), code.relocations(), code.safepoints(), code.handlers(), code.lines(), code.uses());
    }
}
