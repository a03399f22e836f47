package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Calls of {@code AccessController.doPrivileged} with an action that the same method makes run that very action. Otherwise all of them would meet in one call of {@code PrivilegedAction.run},
 * so that a program which runs one action has the code of all.
 *
 * <p>Runs after {@link CallSiteTransform}, as lambdas are actions too, and after {@link VarHandleTransform}, which takes actions that make handles away. Actions that come from elsewhere are run by the
 * {@code AccessController}.
 */
final class PrivilegedTransform implements ClassTransform {
    private static final String CONTROLLER = "java/security/AccessController";
    private static final String PREFIX = "doPrivileged";
    private static final Type ACTION = Type.getObjectType("java/security/PrivilegedAction");
    private static final Type WRAPPER = Type.getObjectType("java/security/PrivilegedActionException");
    private static final Type EXCEPTION = Type.getType(Exception.class);
    private static final Method RUN = Method.getMethod("Object run ()");

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        SyntheticMethods methods = null;
        for (MethodNode method : List.copyOf(node.methods)) {
            List<MethodInsnNode> calls = calls(method);
            if (calls.isEmpty()) {
                continue;
            }
            if (methods == null) {
                methods = new SyntheticMethods(node);
            }
            Origins origins = new Origins(node.name, method);
            for (MethodInsnNode call : calls) {
                String action = typeMadeBy(node, origins.of(call, Type.getArgumentTypes(call.desc).length - 1));
                if (action != null) {
                    method.instructions.set(call, methods.call(PREFIX, call.desc, action, code -> writeRun(code, call.desc, Type.getObjectType(action))));
                }
            }
        }
    }

    private static List<MethodInsnNode> calls(MethodNode method) {
        List<MethodInsnNode> calls = List.of();
        for (AbstractInsnNode instruction = method.instructions.getFirst(); instruction != null; instruction = instruction.getNext()) {
            if (instruction instanceof MethodInsnNode call && call.owner.equals(CONTROLLER) && call.name.startsWith(PREFIX)) {
                calls = calls.isEmpty() ? new ArrayList<>() : calls;
                calls.add(call);
            }
        }
        return calls;
    }

    /** Returns the class of which the instruction gives an instance, as an internal name, or null if that is not certain. */
    private static String typeMadeBy(ClassNode node, AbstractInsnNode maker) {
        return maker instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW ? made.desc : LambdaSite.classMadeBy(node, maker);
    }

    /** Writes what {@code doPrivileged} does where everything is permitted. */
    private static void writeRun(GeneratorAdapter code, String descriptor, Type action) {
        Label start = code.mark();
        code.loadArg(0);
        code.checkCast(action);
        code.invokeVirtual(action, RUN);
        code.returnValue();
        if (!Type.getArgumentTypes(descriptor)[0].equals(ACTION)) {
            Label end = code.mark();
            code.catchException(start, end, Type.getType(RuntimeException.class));
            code.throwException();
            code.catchException(start, end, EXCEPTION);
            int cause = code.newLocal(EXCEPTION);
            code.storeLocal(cause);
            code.newInstance(WRAPPER);
            code.dup();
            code.loadLocal(cause);
            code.invokeConstructor(WRAPPER, new Method("<init>", Type.VOID_TYPE, new Type[] {EXCEPTION}));
            code.throwException();
        }
    }
}
