package org.bulkhead.vm.compiler.transform;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.runtime.substitute.Substitutes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Merges one substitution into its target. */
final class SubstitutionMerger {
    private static final String CONSTRUCTOR = "<init>";
    private static final String INITIALIZER = "<clinit>";
    private static final int BODY_FLAGS = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_SYNCHRONIZED;
    private static final Type UNAVAILABLE = Type.getType(UnsatisfiedLinkError.class);

    private final Substitution substitution;
    private final ClassNode from;
    private final ClassNode target;

    /**
     * @param from the substitution's class with all references renamed; its members stand in the same order
     */
    SubstitutionMerger(Substitution substitution, ClassNode from, ClassNode target) {
        this.substitution = substitution;
        this.from = from;
        this.target = target;
    }

    void merge() {
        MethodNode initializer = mergeInitializer();
        if (substitution.deletionReason() != null) {
            deleteAll();
        }
        List<FieldNode> keptFields = new ArrayList<>();
        List<MethodNode> keptMethods = new ArrayList<>();
        for (FieldNode field : from.fields) {
            FieldNode kept = merge(field);
            if (kept != null) {
                keptFields.add(kept);
            }
        }
        for (MethodNode method : from.methods) {
            MethodNode kept = merge(method);
            if (kept != null) {
                keptMethods.add(kept);
            }
        }
        if (substitution.mode() == Substitutes.Mode.WHOLE_CLASS) {
            target.fields.retainAll(keptFields);
            target.methods.removeIf(method -> !keptMethods.contains(method) && method != initializer);
        }
    }

    /** Merges the static initialisers and returns the one that the target has now, or null. */
    private MethodNode mergeInitializer() {
        MethodNode own = find(from, INITIALIZER, "()V");
        MethodNode old = find(target, INITIALIZER, "()V");
        if (old != null && (substitution.replacesInitializer() || substitution.deletionReason() != null)) {
            target.methods.remove(old);
            old = null;
        }
        if (own == null) {
            return old;
        }
        from.methods.remove(own);
        if (old == null) {
            target.methods.add(own);
            return own;
        }
        // Each of the two keeps its own locals, frames and handlers: the second becomes a method that the first calls wherever it returns.
        own.name = "classInitializer$" + simpleName();
        own.access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        target.methods.add(own);
        for (AbstractInsnNode instruction : old.instructions.toArray()) {
            if (instruction.getOpcode() == Opcodes.RETURN) {
                boolean isInterface = (target.access & Opcodes.ACC_INTERFACE) != 0;
                old.instructions.insertBefore(instruction, new MethodInsnNode(Opcodes.INVOKESTATIC, target.name, own.name, own.desc, isInterface));
            }
        }
        return old;
    }

    /** Deletes the methods that the substitution does not alias; those that it replaces come back. */
    private void deleteAll() {
        for (int i = 0; i < target.methods.size(); i++) {
            MethodNode method = target.methods.get(i);
            if ((method.access & Opcodes.ACC_ABSTRACT) == 0 && !method.name.equals(INITIALIZER) && !isAliased(method)) {
                target.methods.set(i, unavailable(method, substitution.deletionReason()));
            }
        }
    }

    private boolean isAliased(MethodNode method) {
        MethodNode named = find(from, method.name, method.desc);
        return named != null && substitution.action(named) == Substitution.Action.ALIAS;
    }

    private FieldNode merge(FieldNode field) {
        FieldNode old = find(target, field);
        return switch (substitution.action(field)) {
            case INJECT -> {
                requireAbsent(old, field.name);
                field.signature = null;
                target.fields.add(field);
                yield field;
            }
            case ALIAS -> {
                requirePresent(old, "field", field.name, field.desc, field.access, old == null ? 0 : old.access);
                if ((field.access & Opcodes.ACC_FINAL) == 0) {
                    old.access &= ~Opcodes.ACC_FINAL;
                }
                yield old;
            }
            case DELETE -> {
                requirePresent(old, "field", field.name, field.desc, field.access, old == null ? 0 : old.access);
                target.fields.remove(old);
                yield null;
            }
            case REPLACE -> throw new SubstitutionProblem(member(field.name) + " is a field and cannot be replaced: alias it, and give it a value in a static initialiser");
        };
    }

    private MethodNode merge(MethodNode method) {
        MethodNode old = find(target, method.name, method.desc);
        switch (substitution.action(method)) {
            case INJECT -> {
                if (method.name.equals(CONSTRUCTOR) && substitution.mode() == Substitutes.Mode.MERGE && !Substitution.isMarked(method)) {
                    if (!Substitution.isEmptyConstructor(method)) {
                        throw new SubstitutionProblem(member(method.name + method.desc) + " would never run: mark it @Replace, @Alias or @Inject, and give fields no initial values");
                    }
                    return null;
                }
                if (substitution.mode() == Substitutes.Mode.WHOLE_CLASS) {
                    target.methods.remove(old);
                } else {
                    requireAbsent(old, method.name + method.desc);
                }
                target.methods.add(adopt(method));
                return method;
            }
            case ALIAS -> {
                requirePresent(old, "method", method.name, method.desc, method.access, old == null ? 0 : old.access);
                return old;
            }
            case DELETE -> {
                requirePresent(old, "method", method.name, method.desc, method.access, old == null ? 0 : old.access);
                MethodNode unavailable = unavailable(old, Substitution.deletionReason(method));
                target.methods.set(target.methods.indexOf(old), unavailable);
                return unavailable;
            }
            case REPLACE -> {
                requirePresent(old, "method", method.name, method.desc, method.access, old == null ? 0 : old.access);
                method.access = old.access & ~BODY_FLAGS | method.access & BODY_FLAGS | SyntheticMethods.nativeBefore(old.access);
                target.methods.set(target.methods.indexOf(old), adopt(method));
                return method;
            }
        }
        throw new AssertionError();
    }

    private void requirePresent(Object old, String kind, String name, String descriptor, int access, int oldAccess) {
        if (old == null) {
            throw new SubstitutionProblem(member(name) + " is for the " + kind + " " + name + " " + descriptor + " of " + target.name.replace('/', '.')
                + ", which does not exist in this JDK: correct it, or mark it @Inject if it is new");
        }
        if (((access ^ oldAccess) & Opcodes.ACC_STATIC) != 0) {
            throw new SubstitutionProblem(member(name) + " is for the " + kind + " " + name + " " + descriptor + " of " + target.name.replace('/', '.')
                + ", but one of the two is static and the other is not");
        }
    }

    private void requireAbsent(Object old, String name) {
        if (old != null && substitution.mode() == Substitutes.Mode.MERGE) {
            throw new SubstitutionProblem(member(name) + " is also a member of " + target.name.replace('/', '.') + ": mark it @Replace, @Alias or @Delete");
        }
        if (old instanceof FieldNode) {
            target.fields.remove(old);
        }
    }

    private String member(String name) {
        return substitution.displayName() + "." + name;
    }

    private String simpleName() {
        return substitution.name().substring(substitution.name().lastIndexOf('/') + 1);
    }

    /** Makes calls of the substitution's superclass calls of the target's. */
    private MethodNode adopt(MethodNode method) {
        int pending = 0;
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
            if (instruction instanceof TypeInsnNode creation && creation.getOpcode() == Opcodes.NEW && creation.desc.equals(from.superName)) {
                pending++;
            } else if (instruction instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESPECIAL && call.owner.equals(from.superName)) {
                if (!call.name.equals(CONSTRUCTOR)) {
                    call.owner = target.superName == null ? call.owner : target.superName;
                } else if (pending > 0) {
                    pending--;
                } else if (target.superName == null) {
                    method.instructions.set(call, new InsnNode(Opcodes.POP));
                } else {
                    call.owner = target.superName;
                }
            }
        }
        method.signature = null;
        return method;
    }

    private MethodNode unavailable(MethodNode method, String reason) {
        String message = target.name.replace('/', '.') + "." + method.name + " is not available in an image: " + reason;
        MethodNode made = SyntheticMethods.generate(target.name, method.access & ~BODY_FLAGS | SyntheticMethods.nativeBefore(method.access), method.name, method.desc,
            (GeneratorAdapter code) -> code.throwException(UNAVAILABLE, message));
        made.exceptions = method.exceptions;
        return made;
    }

    private static MethodNode find(ClassNode node, String name, String descriptor) {
        for (MethodNode each : node.methods) {
            if (each.name.equals(name) && each.desc.equals(descriptor)) {
                return each;
            }
        }
        return null;
    }

    private static FieldNode find(ClassNode node, FieldNode like) {
        for (FieldNode each : node.fields) {
            if (each.name.equals(like.name) && each.desc.equals(like.desc)) {
                return each;
            }
        }
        return null;
    }
}
