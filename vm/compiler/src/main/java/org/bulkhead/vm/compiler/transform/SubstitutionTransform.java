package org.bulkhead.vm.compiler.transform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.compiler.model.ClassSource;
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
 * <p>Only classes of the package that the substitutions' package is in, and below, are searched for such references: others can't name a substitution.
 */
public final class SubstitutionTransform implements ClassTransform {
    private final ClassSource source;
    /** The target of each substitution, by internal names. */
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, List<String>> byTarget = new HashMap<>();
    /** What the names of classes begin with that may refer to substitutions. */
    private final Set<String> users = new HashSet<>();
    /** Those that have been read so far. */
    private final Map<String, Substitution> read = new HashMap<>();
    private final Remapper remapper = new Names();

    /**
     * Finds the substitutions of some packages.
     *
     * @param source where the substitutions and their targets are
     * @param packages internal names ({@code org/bulkhead/vm/runtime/substitute})
     * @throws IOException if a class cannot be read
     * @throws SubstitutionProblem if a substitution names a class that does not exist
     */
    public SubstitutionTransform(ListingSource source, List<String> packages) throws IOException {
        this.source = source;
        for (String each : packages) {
            for (String name : source.list(each)) {
                Substitution substitution = Substitution.of(source.find(name));
                if (substitution != null) {
                    if (!source.contains(substitution.target())) {
                        throw new SubstitutionProblem("substitution " + substitution.displayName() + " is for " + substitution.target().replace('/', '.')
                            + ", which does not exist: correct the name, or delete the substitution");
                    }
                    read.put(name, substitution);
                    add(name, substitution.target());
                }
            }
        }
    }

    /**
     * Takes the substitutions that another instance has found; each is read when its target is first asked for.
     *
     * @param source where the substitutions are
     * @param targets what the other's {@link #targets} returned
     */
    public SubstitutionTransform(ClassSource source, Map<String, String> targets) {
        this.source = source;
        targets.forEach(this::add);
    }

    private void add(String name, String target) {
        targets.put(name, target);
        byTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(name);
        int packageEnd = name.lastIndexOf('/');
        users.add(name.substring(0, name.lastIndexOf('/', packageEnd - 1) + 1));
    }

    /** Returns the internal name of the class that is substituted for each substitution's, in the order in which they are merged. */
    public Map<String, String> targets() {
        return Collections.unmodifiableMap(targets);
    }

    private Substitution substitution(String name) {
        return read.computeIfAbsent(name, key -> {
            try {
                byte[] file = source.find(key);
                Substitution found = file == null ? null : Substitution.of(file);
                if (found == null) {
                    throw new SubstitutionProblem("there is no substitution " + key.replace('/', '.') + " any more: build the image again");
                }
                return found;
            } catch (IOException e) {
                throw new SubstitutionProblem("substitution " + key.replace('/', '.') + " cannot be read: " + e.getMessage());
            }
        });
    }

    @Override
    public void transform(ClassNode node, TypeSystem types) {
        String itself = targets.get(node.name);
        if (itself != null) {
            throw new SubstitutionProblem("substitution " + node.name.replace('/', '.') + " was asked for by its own name: an image has only its target, " + itself.replace('/', '.'));
        }
        for (String name : byTarget.getOrDefault(node.name, List.of())) {
            Substitution each = substitution(name);
            new SubstitutionMerger(each, remap(each.parse()), node).merge();
        }
        if (users.stream().anyMatch(node.name::startsWith)) {
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
            return targets.getOrDefault(name, name);
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
            return targets.containsKey(owner) ? substitution(owner).newName(name, descriptor) : name;
        }
    }
}
