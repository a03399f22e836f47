package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.model.ClassFormatProblem;
import org.bulkhead.vm.compiler.model.ClassSource;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns accesses through constant {@code VarHandle}s and atomic field updaters into field accesses and calls of {@code Unsafe}, and removes what made the handles.
 *
 * <p>A handle is constant if a class initialiser makes it from constants and stores it in a static final field; the field is null in the image. Every other use of a method handle, a lookup
 * or a handle that is not constant becomes a call that throws {@link UnsupportedOperationException} and says so. The classes of {@code java.lang.invoke} itself are left alone.
 *
 * <p>One instance serves one type system.
 */
public final class VarHandleTransform implements ClassTransform {
    private static final String INVOKE_PACKAGE = "java/lang/invoke/";
    private static final String INITIALIZER = "<clinit>";

    private final ClassSource source;
    private final Map<String, Map<String, HandleShape>> shapes = new HashMap<>();
    private final Map<String, ClassNode> parsed = new HashMap<>();
    private final Set<String> defined = new HashSet<>();

    /** @param source where classes other than the one being transformed are read when a handle of theirs is used */
    public VarHandleTransform(ClassSource source) {
        this.source = source;
    }

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        if (node.name.startsWith(INVOKE_PACKAGE) || UnsafeCode.isOffsetHolder(node.name)) {
            return;
        }
        HandleFinder finder = null;
        SyntheticMethods methods = new SyntheticMethods(node);
        for (MethodNode method : List.copyOf(node.methods)) {
            if (!HandleUses.mayHold(method)) {
                continue;
            }
            Origins origins = new Origins(node.name, method);
            if (method.name.equals(INITIALIZER)) {
                finder = new HandleFinder(node, method, origins);
                shapes.put(node.name, finder.shapes());
            }
            new HandleUses(this, types, node, method, methods, origins, method.name.equals(INITIALIZER) ? finder.makers() : Set.of()).replace();
        }
    }

    /** Returns what the static final field of that name holds, if it is a handle that was made from constants, or else null. */
    HandleShape shape(String owner, String field) {
        for (String each = owner; each != null;) {
            Map<String, HandleShape> known = shapes.get(each);
            if (known == null) {
                known = find(parse(each));
                shapes.put(each, known);
            }
            if (known.containsKey(field)) {
                return known.get(field);
            }
            ClassNode node = parse(each);
            each = node == null ? null : node.superName;
        }
        return null;
    }

    private static Map<String, HandleShape> find(ClassNode node) {
        if (node == null) {
            return Map.of();
        }
        for (MethodNode method : node.methods) {
            if (method.name.equals(INITIALIZER)) {
                return HandleUses.mayHold(method) ? new HandleFinder(node, method, new Origins(node.name, method)).shapes() : Map.of();
            }
        }
        return Map.of();
    }

    /** Returns the access flags of a field as its class file declares it, or 0 if there is no such field. */
    int fieldAccess(String owner, String name, String descriptor) {
        ClassNode node = parse(owner);
        return node == null ? 0 : node.fields.stream().filter(field -> field.name.equals(name) && field.desc.equals(descriptor)).mapToInt(field -> field.access).findFirst().orElse(0);
    }

    private ClassNode parse(String name) {
        return parsed.computeIfAbsent(name, key -> {
            try {
                byte[] bytes = source.find(key);
                if (bytes == null) {
                    return null;
                }
                ClassNode node = new ClassNode(Opcodes.ASM9);
                new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                return node;
            } catch (IOException e) {
                throw new ClassFormatProblem("class file of " + key.replace('/', '.') + " cannot be read: " + e.getMessage(), e);
            }
        });
    }

    /** Defines a class unless one of its name was defined before. */
    void define(TypeSystem types, ClassNode made) {
        if (defined.add(made.name)) {
            types.define(made);
        }
    }
}
