package org.bulkhead.vm.compiler.model;

import org.objectweb.asm.tree.ClassNode;

/** Changes a class between parsing and linking, before anyone else sees it. */
@FunctionalInterface
public interface ClassTransform {
    /** Changes {@code node} in place; classes that it makes up are announced with {@link TypeSystem#define}. */
    void transform(ClassNode node, TypeSystem types);
}
