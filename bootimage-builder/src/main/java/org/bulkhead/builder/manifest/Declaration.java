package org.bulkhead.builder.manifest;

import java.util.Arrays;
import java.util.List;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.model.VmType;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** An annotation as it stands in a class file, with the defaults of its type filled in. */
final class Declaration {
    private final VmType type;
    private final AnnotationNode node;

    /** Reads {@code node}, whose annotation type is {@code type}. */
    Declaration(VmType type, AnnotationNode node) {
        this.type = type;
        this.node = node;
    }

    /** Returns the annotation of that type on a class, or null. */
    static Declaration on(VmType owner, Class<?> annotation) {
        String descriptor = Type.getDescriptor(annotation);
        for (List<AnnotationNode> list : Arrays.asList(owner.node().invisibleAnnotations, owner.node().visibleAnnotations)) {
            if (list != null) {
                for (AnnotationNode each : list) {
                    if (each.desc.equals(descriptor)) {
                        return new Declaration(owner.types().type(Type.getInternalName(annotation)), each);
                    }
                }
            }
        }
        return null;
    }

    /** Returns the annotation of that type on a class; if there is none, one with all its defaults. */
    static Declaration orDefaults(VmType owner, Class<?> annotation) {
        Declaration found = on(owner, annotation);
        return found != null ? found : new Declaration(owner.types().type(Type.getInternalName(annotation)), new AnnotationNode(Type.getDescriptor(annotation)));
    }

    /** Returns an annotation that this one contains. */
    Declaration nested(Object value) {
        AnnotationNode inner = (AnnotationNode) value;
        return new Declaration(type.types().type(Type.getType(inner.desc)), inner);
    }

    private Object value(String element) {
        if (node.values != null) {
            for (int i = 0; i < node.values.size(); i += 2) {
                if (node.values.get(i).equals(element)) {
                    return node.values.get(i + 1);
                }
            }
        }
        for (MethodNode each : type.node().methods) {
            if (each.name.equals(element) && each.annotationDefault != null) {
                return each.annotationDefault;
            }
        }
        throw UserProblem.failure("annotation " + type.displayName() + " has no value for " + element + ": compile its class again");
    }

    String text(String element) {
        return (String) value(element);
    }

    int number(String element) {
        return (Integer) value(element);
    }

    boolean flag(String element) {
        return (Boolean) value(element);
    }

    <E extends Enum<E>> E constant(String element, Class<E> of) {
        return Enum.valueOf(of, ((String[]) value(element))[1]);
    }

    Type classValue(String element) {
        return (Type) value(element);
    }

    List<?> list(String element) {
        return (List<?>) value(element);
    }
}
