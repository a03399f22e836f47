package org.bulkhead.vm.compiler.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;

/** The static methods that a transform adds to one class; what has the same key is added once. */
final class SyntheticMethods {
    /** An access flag that no class file has: the method is not in the class file, and reflection does not show it. */
    static final int ACC_MADE = 1 << 20;
    /** An access flag that no class file has: the method is native in the class file, and reflection says so. */
    static final int ACC_WAS_NATIVE = 1 << 21;
    private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | ACC_MADE;

    private final ClassNode node;
    private final Map<Object, String> names = new HashMap<>();
    private int next;

    SyntheticMethods(ClassNode node) {
        this.node = node;
    }

    /** Returns {@link #ACC_WAS_NATIVE} if the access flags of a method say that it is native, or was; otherwise 0. */
    static int nativeBefore(int access) {
        return (access & (Opcodes.ACC_NATIVE | ACC_WAS_NATIVE)) == 0 ? 0 : ACC_WAS_NATIVE;
    }

    /**
     * Returns a call of the static method that {@code body} writes.
     *
     * @param prefix what the name starts with
     * @param descriptor the method's descriptor
     * @param key tells two methods of the same prefix and descriptor apart
     * @param body writes the code, the return instruction included; run only if the key is new
     */
    MethodInsnNode call(String prefix, String descriptor, Object key, Consumer<GeneratorAdapter> body) {
        List<Object> whole = List.of(prefix, descriptor, key);
        String name = names.get(whole);
        if (name == null) {
            name = freeName(prefix);
            names.put(whole, name);
            node.methods.add(generate(node.name, ACCESS, name, descriptor, body));
        }
        return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, name, descriptor, isInterface());
    }

    /** Returns a call of a method with that descriptor that throws the error, an internal name of a class with a constructor for a message. */
    MethodInsnNode callThrowing(String error, String message, String descriptor) {
        return call("unsupported", descriptor, error + ": " + message, code -> code.throwException(Type.getObjectType(error), message));
    }

    private boolean isInterface() {
        return (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    private String freeName(String prefix) {
        while (true) {
            String name = prefix + "$" + next++;
            if (node.methods.stream().noneMatch(method -> method.name.equals(name))) {
                return name;
            }
        }
    }

    /** Returns a method whose code {@code body} writes, with its stack and locals measured. */
    static MethodNode generate(String owner, int access, String name, String descriptor, Consumer<GeneratorAdapter> body) {
        MethodNode method = new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
        GeneratorAdapter code = new GeneratorAdapter(method, access, name, descriptor);
        code.visitCode();
        body.accept(code);
        code.visitEnd();
        measure(owner, method);
        return method;
    }

    /** Sets the stack size and the number of locals of a method from its code. */
    static void measure(String owner, MethodNode method) {
        try {
            new Analyzer<>(new BasicInterpreter()).analyzeAndComputeMaxs(owner, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("code generated for " + owner + "." + method.name + method.desc + " is not consistent", e);
        }
    }
}
