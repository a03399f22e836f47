package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.vm.compiler.model.ClassTransform;
import org.bulkhead.vm.compiler.model.TypeSystem;
import org.bulkhead.vm.compiler.source.ListingSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * Merges substitutions into their targets, and turns references to a substitution into references to its target; see {@code org.bulkhead.vm.runtime.substitute} for the rules.
 *
 * <p>Only classes under {@code org/bulkhead/} are searched for such references: others can't name a substitution.
 */
public final class SubstitutionTransform implements ClassTransform {
    private static final String OWN_CLASSES = "org/bulkhead/";

    private final Map<String, Substitution> byName = new LinkedHashMap<>();
    private final Map<String, List<Substitution>> byTarget = new LinkedHashMap<>();
    private final Remapper remapper = new Names();

    /**
     * Reads all substitutions of some packages.
     *
     * @param source where the substitutions and their targets are
     * @param packages internal names ({@code org/bulkhead/vm/runtime/substitute})
     * @throws IOException if a class cannot be read
     * @throws SubstitutionProblem if a substitution names a class that does not exist
     */
    public SubstitutionTransform(ListingSource source, List<String> packages) throws IOException {
        for (String each : packages) {
            for (String name : source.list(each)) {
                Substitution substitution = Substitution.of(source.find(name));
                if (substitution != null) {
                    add(substitution, source);
                }
            }
        }
    }

    private void add(Substitution substitution, ListingSource source) throws IOException {
        if (!source.contains(substitution.target())) {
            throw new SubstitutionProblem("substitution " + substitution.displayName() + " is for " + substitution.target().replace('/', '.')
                + ", which does not exist: correct the name, or delete the substitution");
        }
        byName.put(substitution.name(), substitution);
        byTarget.computeIfAbsent(substitution.target(), name -> new ArrayList<>()).add(substitution);
    }

    /** Returns the internal names of the classes that are substituted, in ascending order. */
    public Set<String> targets() {
        return new TreeSet<>(byTarget.keySet());
    }

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        Substitution itself = byName.get(node.name);
        if (itself != null) {
            throw new SubstitutionProblem("substitution " + itself.displayName() + " was asked for by its own name: an image has only its target, " + itself.target().replace('/', '.'));
        }
        for (Substitution each : byTarget.getOrDefault(node.name, List.of())) {
            new SubstitutionMerger(each, remap(each.parse()), node).merge();
        }
        if (node.name.startsWith(OWN_CLASSES)) {
            replace(node, remap(node));
        }
    }

    private ClassNode remap(ClassNode node) {
        ClassNode remapped = new ClassNode(Opcodes.ASM9);
        node.accept(new ClassRemapper(remapped, remapper));
        return remapped;
    }

    /** Gives {@code node} the content of {@code other}, a class of the same name. */
    private static void replace(ClassNode node, ClassNode other) {
        node.superName = other.superName;
        node.interfaces = other.interfaces;
        node.fields = other.fields;
        node.methods = other.methods;
        node.recordComponents = other.recordComponents;
        node.signature = other.signature;
        node.innerClasses = other.innerClasses;
        node.outerClass = other.outerClass;
        node.nestHostClass = other.nestHostClass;
        node.nestMembers = other.nestMembers;
        node.permittedSubclasses = other.permittedSubclasses;
    }

    /** The names of substitutions and their members, as they are in the targets. */
    private final class Names extends Remapper {
        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String name) {
            Substitution substitution = byName.get(name);
            return substitution == null ? name : substitution.target();
        }

        @Override
        public String mapInnerClassName(String name, String ownerName, String innerName) {
            return innerName;
        }

        @Override
        public String mapMethodName(String owner, String name, String descriptor) {
            return mapMember(owner, name, descriptor);
        }

        @Override
        public String mapFieldName(String owner, String name, String descriptor) {
            return mapMember(owner, name, descriptor);
        }

        private String mapMember(String owner, String name, String descriptor) {
            Substitution substitution = byName.get(owner);
            return substitution == null ? name : substitution.newName(name, descriptor);
        }
    }
}
