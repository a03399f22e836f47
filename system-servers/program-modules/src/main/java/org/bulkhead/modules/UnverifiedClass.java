package org.bulkhead.modules;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes that could not be verified because others are missing. On a JVM their first use is an error; here whatever of them is called throws it. */
final class UnverifiedClass {
    private static final String ERROR = Type.getInternalName(NoClassDefFoundError.class);
    private static final int STACK = 3;
    private static final int NO_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

    private UnverifiedClass() {}

    /** Returns the class with code in all of its methods that throws NoClassDefFoundError with that message, and nothing else of its code. */
    static byte[] withoutCode(byte[] classFile, String message) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                if ((access & NO_CODE) == 0) {
                    throwing(method, descriptor, message);
                }
                return method;
            }
        }, ClassReader.SKIP_CODE);
        return writer.toByteArray();
    }

    private static void throwing(MethodVisitor method, String descriptor, String message) {
        method.visitCode();
        method.visitTypeInsn(Opcodes.NEW, ERROR);
        method.visitInsn(Opcodes.DUP);
        method.visitLdcInsn(message);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, ERROR, "<init>", "(Ljava/lang/String;)V", false);
        method.visitInsn(Opcodes.ATHROW);
        // One more for the receiver, which a static method does not have.
        method.visitMaxs(STACK, Type.getArgumentsAndReturnSizes(descriptor) >> 2);
    }
}
