package org.bulkhead.vm.linker.open;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bulkhead.vm.compiler.model.VmMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** Collects the types that a class file names where reflection shows it: members, signatures, annotations, and the classes around and within. */
final class NamedTypes {
    private final Set<String> found = new LinkedHashSet<>();

    /** Returns the internal names, those of arrays included. */
    Set<String> of(ClassNode node) {
        found.addAll(node.interfaces);
        signature(node.signature);
        annotations(node.visibleAnnotations);
        annotations(node.visibleTypeAnnotations);
        add(node.outerClass);
        add(node.nestHostClass);
        addAll(node.nestMembers);
        addAll(node.permittedSubclasses);
        for (InnerClassNode inner : node.innerClasses) {
            if (node.name.equals(inner.name)) {
                add(inner.outerName);
            } else if (node.name.equals(inner.outerName)) {
                add(inner.name);
            }
        }
        node.fields.forEach(this::field);
        node.methods.forEach(this::method);
        if (node.recordComponents != null) {
            node.recordComponents.forEach(this::component);
        }
        return found;
    }

    /** Returns the internal names of the supertypes of a class, with what they are parameterised by. */
    Set<String> ofSupertypes(ClassNode node) {
        found.addAll(node.interfaces);
        signature(node.signature);
        return found;
    }

    /** Returns the internal names that a generic signature has. */
    Set<String> of(String signature) {
        signature(signature);
        return found;
    }

    /** Returns the internal names of the parameters and the result of a method. */
    Set<String> of(VmMethod method) {
        method(method.node());
        return found;
    }

    private void field(FieldNode field) {
        type(Type.getType(field.desc));
        signature(field.signature);
        annotations(field.visibleAnnotations);
        annotations(field.visibleTypeAnnotations);
    }

    private void method(MethodNode method) {
        for (Type each : Type.getArgumentTypes(method.desc)) {
            type(each);
        }
        type(Type.getReturnType(method.desc));
        signature(method.signature);
        addAll(method.exceptions);
        annotations(method.visibleAnnotations);
        annotations(method.visibleTypeAnnotations);
        if (method.visibleParameterAnnotations != null) {
            for (List<AnnotationNode> each : method.visibleParameterAnnotations) {
                annotations(each);
            }
        }
        value(method.annotationDefault);
    }

    private void component(RecordComponentNode component) {
        signature(component.signature);
        annotations(component.visibleAnnotations);
        annotations(component.visibleTypeAnnotations);
    }

    private void add(String name) {
        if (name != null) {
            found.add(name);
        }
    }

    private void addAll(List<String> names) {
        if (names != null) {
            found.addAll(names);
        }
    }

    private void type(Type type) {
        found.add(type.getSort() >= Type.ARRAY ? type.getInternalName() : type.getClassName());
    }

    private void annotations(List<? extends AnnotationNode> annotations) {
        if (annotations != null) {
            annotations.forEach(this::annotation);
        }
    }

    private void annotation(AnnotationNode annotation) {
        type(Type.getType(annotation.desc));
        if (annotation.values != null) {
            for (int i = 1; i < annotation.values.size(); i += 2) {
                value(annotation.values.get(i));
            }
        }
    }

    private void value(Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof String[] constant) {
            type(Type.getType(constant[0]));
        } else if (value instanceof AnnotationNode nested) {
            annotation(nested);
        } else if (value instanceof List<?> list) {
            list.forEach(this::value);
        }
    }

    private void signature(String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new Names());
        }
    }

    /** Collects the classes of a signature; arguments have a visitor of their own, since a member class may follow them. */
    private final class Names extends SignatureVisitor {
        private String outer = "";

        Names() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitClassType(String name) {
            outer = name;
            found.add(name);
        }

        @Override
        public void visitInnerClassType(String name) {
            outer += "$" + name;
            found.add(outer);
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new Names();
        }
    }
}
