package org.bulkhead.vm.compiler.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulkhead.vm.runtime.layout.ObjectLayout;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** A type: class, interface, array or primitive. There is one instance per type in a {@link TypeSystem}, so identity is equality. */
public final class VmType {
    /** The kinds of types. */
    public enum Kind { CLASS, INTERFACE, ARRAY, PRIMITIVE }

    private final TypeSystem types;
    private final Kind kind;
    private final String name;
    private final int access;
    private final VmType superclass;
    private final List<VmType> interfaces;
    private final VmType component;
    private final ClassNode node;
    private final Map<String, VmMethod> methods = new LinkedHashMap<>();
    private final Map<String, VmField> fields = new LinkedHashMap<>();
    private final int depth;
    private Set<VmType> allInterfaces;
    private List<VmMethod> vtable;
    private int fieldsEnd;
    private VmType array;

    VmType(TypeSystem types, Kind kind, String name, int access, VmType superclass, List<VmType> interfaces, VmType component, ClassNode node) {
        this.types = types;
        this.kind = kind;
        this.name = name;
        this.access = access;
        this.superclass = superclass;
        this.interfaces = List.copyOf(interfaces);
        this.component = component;
        this.node = node;
        this.depth = superclass == null ? 0 : superclass.depth + 1;
        if (node != null) {
            for (MethodNode method : node.methods) {
                methods.put(method.name + method.desc, new VmMethod(this, method));
            }
            for (FieldNode field : node.fields) {
                fields.put(field.name + ":" + field.desc, new VmField(this, field));
            }
        }
    }

    public TypeSystem types() {
        return types;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the internal name: {@code java/lang/String}, {@code [I}, {@code [Ljava/lang/String;}, and for primitives {@code int}. */
    public String name() {
        return name;
    }

    /** Returns the name as {@code Class.getName} gives it. */
    public String displayName() {
        return name.replace('/', '.');
    }

    /** Returns the descriptor: {@code Ljava/lang/String;}, {@code [I}, {@code I}. */
    public String descriptor() {
        return asmType().getDescriptor();
    }

    public Type asmType() {
        return kind == Kind.PRIMITIVE ? TypeSystem.primitive(name) : Type.getObjectType(name);
    }

    public int access() {
        return access;
    }

    public boolean isInterface() {
        return kind == Kind.INTERFACE;
    }

    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    public boolean isPrimitive() {
        return kind == Kind.PRIMITIVE;
    }

    public boolean isAbstract() {
        return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Returns the superclass; Object for arrays and interfaces, null for Object and primitives. */
    public VmType superclass() {
        return superclass;
    }

    /** Returns the interfaces that the type names itself. */
    public List<VmType> interfaces() {
        return interfaces;
    }

    /** Returns the component type of an array, null otherwise. */
    public VmType component() {
        return component;
    }

    /** Returns the array type whose component this type is. */
    public VmType array() {
        if (array == null) {
            array = types.type("[" + descriptor());
        }
        return array;
    }

    /** Returns the parsed class, null for arrays and primitives. */
    public ClassNode node() {
        return node;
    }

    public boolean isAnnotated(String annotation) {
        return annotation(annotation) != null;
    }

    /** Returns the annotation with the descriptor {@code annotation} on the type itself, or null. */
    public AnnotationNode annotation(String annotation) {
        return node == null ? null : find(node.invisibleAnnotations, node.visibleAnnotations, annotation);
    }

    static AnnotationNode find(List<AnnotationNode> invisible, List<AnnotationNode> visible, String descriptor) {
        for (List<AnnotationNode> list : java.util.Arrays.asList(invisible, visible)) {
            for (AnnotationNode annotation : list == null ? Collections.<AnnotationNode>emptyList() : list) {
                if (annotation.desc.equals(descriptor)) {
                    return annotation;
                }
            }
        }
        return null;
    }

    /** Returns the methods that this type declares, in class file order. */
    public Iterable<VmMethod> methods() {
        return methods.values();
    }

    /** Returns the fields that this type declares, in class file order. */
    public Iterable<VmField> fields() {
        return fields.values();
    }

    /** Returns the method that this very type declares, or null. */
    public VmMethod declaredMethod(String methodName, String descriptor) {
        return methods.get(methodName + descriptor);
    }

    /** Returns the field that this very type declares, or null. */
    public VmField declaredField(String fieldName, String descriptor) {
        return fields.get(fieldName + ":" + descriptor);
    }

    /** Returns the first field of that name that this very type declares, or null. */
    public VmField declaredField(String fieldName) {
        return fields.values().stream().filter(field -> field.name().equals(fieldName)).findFirst().orElse(null);
    }

    /** Returns whether this is an interface that declares a method that is neither abstract nor static, and so is initialised with its implementors (JVMS §5.5). */
    public boolean declaresDefaultMethods() {
        return isInterface() && methods.values().stream().anyMatch(method -> !method.isAbstract() && !method.isStatic());
    }

    /** Returns the class initialiser, or null. */
    public VmMethod classInitializer() {
        return declaredMethod("<clinit>", "()V");
    }

    /** Returns the number of superclasses. */
    public int depth() {
        return depth;
    }

    /** Returns all superinterfaces, direct and inherited; of an interface, itself first. Deterministic order. */
    public Set<VmType> allInterfaces() {
        if (allInterfaces == null) {
            Set<VmType> all = new LinkedHashSet<>();
            if (isInterface()) {
                all.add(this);
            }
            if (superclass != null) {
                all.addAll(superclass.allInterfaces());
            }
            interfaces.forEach(each -> all.addAll(each.allInterfaces()));
            allInterfaces = Collections.unmodifiableSet(all);
        }
        return allInterfaces;
    }

    /** Returns the type itself with all its superclasses and superinterfaces. */
    public Set<VmType> supertypes() {
        Set<VmType> all = new LinkedHashSet<>();
        for (VmType each = this; each != null; each = each.superclass) {
            all.add(each);
        }
        all.addAll(allInterfaces());
        return all;
    }

    /** Returns whether a value of this type can be assigned to {@code other} (JLS §4.10). */
    public boolean isSubtypeOf(VmType other) {
        if (this == other) {
            return true;
        }
        if (isPrimitive() || other.isPrimitive()) {
            return false;
        }
        if (other.isInterface()) {
            return allInterfaces().contains(other);
        }
        if (other.isArray()) {
            return isArray() && !component.isPrimitive() && component.isSubtypeOf(other.component);
        }
        for (VmType each = this; each != null; each = each.superclass) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the package of both types is the same. */
    public boolean isInPackageOf(VmType other) {
        return packageName().equals(other.packageName());
    }

    private String packageName() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** Returns the instance size in bytes, rounded to the alignment. */
    public int instanceSize() {
        layOut();
        return (int) ObjectLayout.align(fieldsEnd);
    }

    /** Returns the offsets of all reference fields of instances, inherited ones included, ascending. */
    public List<Integer> referenceOffsets() {
        List<Integer> offsets = new ArrayList<>();
        for (VmType each = this; each != null; each = each.superclass) {
            for (VmField field : each.fields()) {
                if (!field.isStatic() && field.isReference()) {
                    offsets.add(field.offset());
                }
            }
        }
        Collections.sort(offsets);
        return offsets;
    }

    /** Returns the virtual table: the method that each index selects for receivers of this very class. */
    public List<VmMethod> vtable() {
        layOut();
        return vtable;
    }

    void layOut() {
        if (vtable == null) {
            if (superclass != null) {
                superclass.layOut();
            }
            placeFields();
            vtable = buildVtable();
        }
    }

    private void placeFields() {
        int end = superclass == null ? ObjectLayout.FIRST_FIELD : superclass.fieldsEnd;
        List<VmField> instance = new ArrayList<>(fields.values().stream().filter(field -> !field.isStatic()).toList());
        instance.sort(Comparator.comparingInt((VmField field) -> -field.size()));
        while (!instance.isEmpty()) {
            // The widest field that needs no gap here, or else the widest of all: gaps are filled with smaller fields when there are any.
            int at = end;
            VmField next = instance.stream().filter(field -> at % field.size() == 0).findFirst().orElse(null);
            if (next == null) {
                next = instance.get(instance.size() - 1);
                end += next.size() - end % next.size();
            }
            instance.remove(next);
            next.place(end);
            end += next.size();
        }
        fieldsEnd = end;
    }

    private List<VmMethod> buildVtable() {
        if (isInterface() || isPrimitive()) {
            return List.of();
        }
        List<VmMethod> table = new ArrayList<>(superclass == null ? List.of() : superclass.vtable);
        for (VmMethod method : methods.values()) {
            if (method.isVirtual()) {
                boolean overrides = false;
                for (int i = 0; i < table.size(); i++) {
                    if (overrides(method, table.get(i))) {
                        table.set(i, method);
                        method.setVtableIndex(i);
                        overrides = true;
                    }
                }
                if (!overrides) {
                    method.setVtableIndex(table.size());
                    table.add(method);
                }
            }
        }
        return Collections.unmodifiableList(table);
    }

    /** JVMS §5.4.5, without the rule of transitive overriding across packages. */
    private static boolean overrides(VmMethod method, VmMethod inherited) {
        return method.name().equals(inherited.name()) && method.descriptor().equals(inherited.descriptor())
            && ((inherited.access() & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 || method.owner().isInPackageOf(inherited.owner()));
    }

    /**
     * Returns the method that a call of {@code called} selects for a receiver of this very class (JVMS §5.4.6), or null if there is none.
     * The result may be abstract.
     */
    public VmMethod select(VmMethod called) {
        if (!called.isVirtual()) {
            return called;
        }
        if (!called.owner().isInterface()) {
            return vtable().get(called.vtableIndex());
        }
        for (VmType each = this; each != null; each = each.superclass) {
            VmMethod found = each.isInterface() ? null : each.declaredMethod(called.name(), called.descriptor());
            if (found != null && found.isVirtual()) {
                return found;
            }
        }
        return types.mostSpecific(this, called.name(), called.descriptor());
    }

    @Override
    public String toString() {
        return displayName();
    }
}
