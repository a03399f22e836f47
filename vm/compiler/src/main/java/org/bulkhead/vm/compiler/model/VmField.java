package org.bulkhead.vm.compiler.model;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** A field of a {@link VmType}. */
public final class VmField {
    private final VmType owner;
    private final FieldNode node;
    private int offset = -1;

    VmField(VmType owner, FieldNode node) {
        this.owner = owner;
        this.node = node;
    }

    public VmType owner() {
        return owner;
    }

    public String name() {
        return node.name;
    }

    public String descriptor() {
        return node.desc;
    }

    public int access() {
        return node.access;
    }

    public boolean isStatic() {
        return (node.access & Opcodes.ACC_STATIC) != 0;
    }

    public boolean isFinal() {
        return (node.access & Opcodes.ACC_FINAL) != 0;
    }

    /** Returns the value of the ConstantValue attribute (Integer, Long, Float, Double, String), or null. */
    public Object constantValue() {
        return node.value;
    }

    /** Returns whether the collector must look at this field. */
    public boolean isReference() {
        return owner.types().isReference(node.desc);
    }

    /** Returns the bytes that the field occupies: 1, 2, 4 or 8. */
    public int size() {
        return owner.types().sizeOf(node.desc);
    }

    /** Returns the offset of an instance field from the start of the object. */
    public int offset() {
        owner.layOut();
        return offset;
    }

    void place(int at) {
        offset = at;
    }

    public FieldNode node() {
        return node;
    }

    @Override
    public String toString() {
        return owner.displayName() + "." + node.name;
    }
}
