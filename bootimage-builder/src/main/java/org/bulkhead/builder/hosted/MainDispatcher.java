package org.bulkhead.builder.hosted;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes up a main class that runs one of several programs, named by the first argument: many programs share one executable. */
final class MainDispatcher {
    static final String NAME = "org/bulkhead/builder/hosted/Dispatcher$";
    private static final String MAIN = "([Ljava/lang/String;)V";

    private MainDispatcher() {}

    /** Returns a class file whose main method hands the arguments behind the first to the main method of the class named by the first; an unknown name throws IllegalArgumentException. */
    static byte[] of(List<String> mainClasses) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, NAME, null, "java/lang/Object", null);
        MethodVisitor main = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", MAIN, null, null);
        main.visitCode();
        for (String name : mainClasses) {
            Label next = new Label();
            main.visitVarInsn(Opcodes.ALOAD, 0);
            main.visitInsn(Opcodes.ICONST_0);
            main.visitInsn(Opcodes.AALOAD);
            main.visitLdcInsn(name);
            main.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
            main.visitJumpInsn(Opcodes.IFEQ, next);
            main.visitVarInsn(Opcodes.ALOAD, 0);
            main.visitInsn(Opcodes.ICONST_1);
            main.visitVarInsn(Opcodes.ALOAD, 0);
            main.visitInsn(Opcodes.ARRAYLENGTH);
            main.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Arrays", "copyOfRange", "([Ljava/lang/Object;II)[Ljava/lang/Object;", false);
            main.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/lang/String;");
            main.visitMethodInsn(Opcodes.INVOKESTATIC, name.replace('.', '/'), "main", MAIN, false);
            main.visitInsn(Opcodes.RETURN);
            main.visitLabel(next);
        }
        main.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalArgumentException");
        main.visitInsn(Opcodes.DUP);
        main.visitVarInsn(Opcodes.ALOAD, 0);
        main.visitInsn(Opcodes.ICONST_0);
        main.visitInsn(Opcodes.AALOAD);
        main.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IllegalArgumentException", "<init>", "(Ljava/lang/String;)V", false);
        main.visitInsn(Opcodes.ATHROW);
        main.visitMaxs(4, 1);
        main.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
