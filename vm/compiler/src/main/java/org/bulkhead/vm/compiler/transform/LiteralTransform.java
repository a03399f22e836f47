package org.bulkhead.vm.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Has a method called while the image is built, wherever its argument is a literal: for code that may not allocate when it runs.
 *
 * <p>The method takes one String, and returns the same for the same text every time. Each literal of a class gets a class {@code Outer$$Literal$n}, numbered in the order of the class file, with the
 * result in a static final field; these classes must be initialised at build time. Calls with other arguments stay, and so do those of class initialisers, which run once anyway.
 */
public final class LiteralTransform implements ClassTransform {
    private static final String VALUE = "VALUE";

    private final String owner;
    private final String method;

    /**
     * @param owner internal name of the method's class
     * @param method name of the method
     */
    public LiteralTransform(String owner, String method) {
        this.owner = owner;
        this.method = method;
    }

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        Map<Object, FieldInsnNode> known = new HashMap<>();
        for (MethodNode each : node.methods) {
            for (AbstractInsnNode instruction : each.instructions.toArray()) {
                if (!each.name.equals("<clinit>") && instruction instanceof MethodInsnNode call && isCandidate(call) && call.getPrevious() instanceof LdcInsnNode literal && literal.cst instanceof String) {
                    FieldInsnNode field = known.computeIfAbsent(literal.cst, text -> define(node, types, call, known.size() + 1, literal));
                    each.instructions.remove(literal);
                    each.instructions.set(call, new FieldInsnNode(field.getOpcode(), field.owner, field.name, field.desc));
                }
            }
        }
    }

    private boolean isCandidate(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKESTATIC && call.owner.equals(owner) && call.name.equals(method)
            && List.of(Type.getArgumentTypes(call.desc)).equals(List.of(Type.getType(String.class)));
    }

    private static FieldInsnNode define(ClassNode outer, TypeSystem types, MethodInsnNode call, int number, LdcInsnNode literal) {
        Type type = Type.getReturnType(call.desc);
        ClassNode made = new ClassNode(Opcodes.ASM9);
        made.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC, outer.name + "$$Literal$" + number, null, Type.getInternalName(Object.class), null);
        made.sourceFile = outer.sourceFile;
        made.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, VALUE, type.getDescriptor(), null, null));
        made.methods.add(SyntheticMethods.generate(made.name, Opcodes.ACC_STATIC, "<clinit>", "()V", code -> {
            code.push((String) literal.cst);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, call.owner, call.name, call.desc, call.itf);
            code.putStatic(Type.getObjectType(made.name), VALUE, type);
            code.returnValue();
        }));
        types.define(made);
        return new FieldInsnNode(Opcodes.GETSTATIC, made.name, VALUE, type.getDescriptor());
    }
}
