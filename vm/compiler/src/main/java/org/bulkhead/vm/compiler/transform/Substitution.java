package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.vm.runtime.substitute.Alias;
import org.bulkhead.vm.runtime.substitute.Delete;
import org.bulkhead.vm.runtime.substitute.Inject;
import org.bulkhead.vm.runtime.substitute.Replace;
import org.bulkhead.vm.runtime.substitute.Substitutes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** One substitution as its class file states it: its target, and what is to happen to each member. */
final class Substitution {
    /** What is to happen to a member of the target. */
    enum Action { REPLACE, ALIAS, DELETE, INJECT }

    private static final String SUBSTITUTES = Type.getDescriptor(Substitutes.class);
    private static final String REPLACE = Type.getDescriptor(Replace.class);
    private static final String ALIAS = Type.getDescriptor(Alias.class);
    private static final String DELETE = Type.getDescriptor(Delete.class);
    private static final String INJECT = Type.getDescriptor(Inject.class);

    private static final String CONSTRUCTOR = "<init>";

    /** Annotations and names of members: all that is needed of a substitution whose target nobody asks for, and a module asks for few. */
    private static final int HEAD = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG;

    private final byte[] classFile;
    /** Without code. */
    private final ClassNode node;
    private final String target;
    private final Substitutes.Mode mode;
    private final Substitutes.Initializer initializer;
    private final Map<String, String> newNames = new HashMap<>();

    private Substitution(byte[] classFile, ClassNode node, AnnotationNode annotation) {
        this.classFile = classFile;
        this.node = node;
        target = ((String) value(annotation, "value", null)).replace('.', '/');
        mode = Substitutes.Mode.valueOf(constant(annotation, "mode", Substitutes.Mode.MERGE));
        initializer = Substitutes.Initializer.valueOf(constant(annotation, "initializer", Substitutes.Initializer.APPEND));
        node.methods.forEach(method -> rename(method.name, method.desc, method.access, annotations(method.invisibleAnnotations)));
        node.fields.forEach(field -> rename(field.name, field.desc, field.access, annotations(field.invisibleAnnotations)));
    }

    /** Returns the substitution that a class file holds, or null if it is an ordinary class; keeps the array. */
    static Substitution of(byte[] classFile) {
        ClassNode node = parse(classFile, HEAD);
        AnnotationNode annotation = find(annotations(node.invisibleAnnotations), SUBSTITUTES);
        return annotation == null ? null : new Substitution(classFile, node, annotation);
    }

    private void rename(String name, String descriptor, int access, List<AnnotationNode> annotations) {
        AnnotationNode alias = find(annotations, ALIAS);
        AnnotationNode replace = find(annotations, REPLACE);
        String aliased = alias != null ? (String) value(alias, "value", "") : replace != null ? (String) value(replace, "name", "") : "";
        if (!aliased.isEmpty()) {
            newNames.put(name + descriptor, aliased);
        } else if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
            // javac numbers its synthetic members per class, so those of two classes that become one would clash.
            newNames.put(name + descriptor, name + "$" + node.name.substring(node.name.lastIndexOf('/') + 1));
        }
    }

    private static ClassNode parse(byte[] classFile, int flags) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        new ClassReader(classFile).accept(node, flags);
        return node;
    }

    /** Returns all of the class, parsed anew. */
    ClassNode parse() {
        return parse(classFile, 0);
    }

    String name() {
        return node.name;
    }

    String displayName() {
        return node.name.replace('/', '.');
    }

    /** Returns the internal name of the class that it is merged into. */
    String target() {
        return target;
    }

    Substitutes.Mode mode() {
        return mode;
    }

    boolean replacesInitializer() {
        return mode == Substitutes.Mode.WHOLE_CLASS || initializer == Substitutes.Initializer.REPLACE;
    }

    /** Returns the name that a member has in the target. */
    String newName(String name, String descriptor) {
        return newNames.getOrDefault(name + descriptor, name);
    }

    /** Returns the reason for which the whole target is deleted, or null if it is not. */
    String deletionReason() {
        AnnotationNode delete = find(annotations(node.invisibleAnnotations), DELETE);
        return delete == null ? null : (String) value(delete, "reason", null);
    }

    Action action(FieldNode field) {
        return action(annotations(field.invisibleAnnotations), field.name);
    }

    Action action(MethodNode method) {
        return action(annotations(method.invisibleAnnotations), method.name + method.desc);
    }

    private Action action(List<AnnotationNode> annotations, String member) {
        List<Action> actions = new ArrayList<>();
        if (find(annotations, REPLACE) != null) {
            actions.add(Action.REPLACE);
        }
        if (find(annotations, ALIAS) != null) {
            actions.add(Action.ALIAS);
        }
        if (find(annotations, DELETE) != null) {
            actions.add(Action.DELETE);
        }
        if (find(annotations, INJECT) != null) {
            actions.add(Action.INJECT);
        }
        if (actions.size() > 1) {
            throw new SubstitutionProblem(displayName() + "." + member + " is marked " + actions + ": keep one of these annotations");
        }
        return actions.isEmpty() ? Action.INJECT : actions.get(0);
    }

    static String deletionReason(MethodNode method) {
        return (String) value(find(annotations(method.invisibleAnnotations), DELETE), "reason", null);
    }

    /** Returns whether it is a constructor that javac added, or one like it: it does nothing and is no part of the target. */
    static boolean isEmptyConstructor(MethodNode method) {
        if (!method.name.equals(CONSTRUCTOR) || !method.desc.equals("()V") || find(annotations(method.invisibleAnnotations), REPLACE) != null
                || find(annotations(method.invisibleAnnotations), INJECT) != null) {
            return false;
        }
        int[] opcodes = Arrays.stream(method.instructions.toArray()).mapToInt(AbstractInsnNode::getOpcode).filter(opcode -> opcode >= 0).toArray();
        return Arrays.equals(opcodes, new int[] {Opcodes.ALOAD, Opcodes.INVOKESPECIAL, Opcodes.RETURN});
    }

    static boolean isMarked(MethodNode method) {
        return List.of(REPLACE, ALIAS, DELETE, INJECT).stream().anyMatch(each -> find(annotations(method.invisibleAnnotations), each) != null);
    }

    private static List<AnnotationNode> annotations(List<AnnotationNode> list) {
        return list == null ? List.of() : list;
    }

    private static AnnotationNode find(List<AnnotationNode> annotations, String descriptor) {
        for (AnnotationNode each : annotations) {
            if (each.desc.equals(descriptor)) {
                return each;
            }
        }
        return null;
    }

    private static Object value(AnnotationNode annotation, String element, Object otherwise) {
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        int at = values.indexOf(element);
        return at < 0 ? otherwise : values.get(at + 1);
    }

    private static String constant(AnnotationNode annotation, String element, Enum<?> otherwise) {
        return ((String[]) value(annotation, element, new String[] {null, otherwise.name()}))[1];
    }
}
