package org.bulkhead.vm.compiler.model;

import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** A method of a {@link VmType}. */
public final class VmMethod {
    /** The {@link #vtableIndex} of methods that are never called through a virtual table. */
    public static final int NOT_VIRTUAL = -1;

    private final VmType owner;
    private final MethodNode node;
    private int vtableIndex = NOT_VIRTUAL;

    VmMethod(VmType owner, MethodNode node) {
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

    private boolean has(int flag) {
        return (node.access & flag) != 0;
    }

    public boolean isStatic() {
        return has(Opcodes.ACC_STATIC);
    }

    public boolean isAbstract() {
        return has(Opcodes.ACC_ABSTRACT);
    }

    public boolean isNative() {
        return has(Opcodes.ACC_NATIVE);
    }

    public boolean isSynchronized() {
        return has(Opcodes.ACC_SYNCHRONIZED);
    }

    public boolean isPrivate() {
        return has(Opcodes.ACC_PRIVATE);
    }

    public boolean isFinal() {
        return has(Opcodes.ACC_FINAL);
    }

    public boolean isConstructor() {
        return node.name.equals("<init>");
    }

    public boolean isClassInitializer() {
        return node.name.equals("<clinit>");
    }

    /** Returns whether calls of this method are dispatched on the receiver's type. */
    public boolean isVirtual() {
        return !isStatic() && !isPrivate() && !isConstructor();
    }

    /** Returns whether an {@code invokevirtual} of this method can only ever reach this method. */
    public boolean isEffectivelyFinal() {
        return !isVirtual() || isFinal() || (owner.access() & Opcodes.ACC_FINAL) != 0;
    }

    /** Returns the index of this method in the virtual tables of its class and all subclasses, or {@link #NOT_VIRTUAL}. */
    public int vtableIndex() {
        owner.layOut();
        return vtableIndex;
    }

    void setVtableIndex(int index) {
        vtableIndex = index;
    }

    /** Returns the parameter types in order, the receiver of an instance method first, as ASM types. */
    public List<Type> parameters() {
        Stream<Type> declared = Stream.of(Type.getArgumentTypes(node.desc));
        return (isStatic() ? declared : Stream.concat(Stream.of(owner.asmType()), declared)).toList();
    }

    public Type returnType() {
        return Type.getReturnType(node.desc);
    }

    /** Returns whether the method carries the annotation with the descriptor {@code annotation} ({@code Lpackage/Name;}). */
    public boolean isAnnotated(String annotation) {
        return annotation(annotation) != null;
    }

    /** Returns the annotation with the descriptor {@code annotation}, or null. */
    public AnnotationNode annotation(String annotation) {
        return VmType.find(node.invisibleAnnotations, node.visibleAnnotations, annotation);
    }

    /** Returns this method, with another body; a compiler's private view, which no table of the type knows. */
    public VmMethod withBody(MethodNode body) {
        return body == node ? this : new VmMethod(owner, body);
    }

    public MethodNode node() {
        return node;
    }

    /** Returns {@code package.Class.method(descriptor)}. */
    @Override
    public String toString() {
        return owner.displayName() + "." + node.name + node.desc;
    }
}
