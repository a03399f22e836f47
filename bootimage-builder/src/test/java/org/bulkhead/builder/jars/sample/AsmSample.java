package org.bulkhead.builder.jars.sample;

import java.util.*;
import org.objectweb.asm.*;
import org.objectweb.asm.tree.*;
/** Reads, changes and writes classes with ASM. */
public final class AsmSample {
    private AsmSample() {}

    public static void main(String[] args) throws Exception {
        ClassWriter w = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);
        w.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "p/Made", null, "java/lang/Object", new String[] {"java/lang/Runnable"});
        w.visitField(Opcodes.ACC_PRIVATE, "count", "J", null, 5L).visitEnd();
        MethodVisitor m = w.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        m.visitCode();
        Label loop = new Label(), end = new Label();
        m.visitInsn(Opcodes.ICONST_0);
        m.visitVarInsn(Opcodes.ISTORE, 1);
        m.visitLabel(loop);
        m.visitVarInsn(Opcodes.ILOAD, 1);
        m.visitIntInsn(Opcodes.BIPUSH, 10);
        m.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        m.visitIincInsn(1, 1);
        m.visitJumpInsn(Opcodes.GOTO, loop);
        m.visitLabel(end);
        m.visitLdcInsn("text \u20ac");
        m.visitInsn(Opcodes.POP);
        m.visitInsn(Opcodes.RETURN);
        m.visitMaxs(0, 0);
        m.visitEnd();
        w.visitEnd(); byte[] made = w.toByteArray();
        System.out.println(made.length + " " + Arrays.hashCode(made));
        ClassNode node = new ClassNode(); new ClassReader(made).accept(node, 0);
        System.out.println(node.name + node.interfaces + node.fields.get(0).value + " " + node.methods.get(0).instructions.size() + " " + node.methods.get(0).maxStack);
        for (AbstractInsnNode i : node.methods.get(0).instructions) { if (i instanceof LdcInsnNode l) l.cst = "changed"; }
        ClassWriter again = new ClassWriter(0); node.accept(new ClassVisitor(Opcodes.ASM9, again) { @Override public MethodVisitor visitMethod(int a, String n, String d, String s, String[] e) { return super.visitMethod(a | Opcodes.ACC_FINAL, n, d, s, e); } });
        System.out.println(again.toByteArray().length + " " + Arrays.hashCode(again.toByteArray()) + " " + Type.getMethodType("(I[JLjava/lang/String;)V").getArgumentTypes().length + Type.getType("[[I").getClassName());
        try { new ClassReader(new byte[] {1, 2, 3}); } catch (RuntimeException e) { System.out.println(e.getClass().getName()); }
    }
}
