package org.bulkhead.vm.linker.open;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Writes annotations as class files have them (JVMS §4.7.16 to §4.7.22), with the constants of one class collected aside. */
final class AnnotationWriter {
    private static final int INDEX_SHIFT = 16;
    private static final int PARAMETER_INDEX_SHIFT = 16;
    private static final int BYTE_MASK = 0xFF;
    private static final int SHORT_MASK = 0xFFFF;

    private final Constants constants;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    AnnotationWriter(Constants constants) {
        this.constants = constants;
    }

    /** Returns the bytes of a list of annotations, null for none. */
    static byte[] annotations(List<AnnotationNode> annotations, Constants constants) {
        if (annotations == null || annotations.isEmpty()) {
            return null;
        }
        AnnotationWriter writer = new AnnotationWriter(constants);
        writer.list(annotations);
        return writer.out.toByteArray();
    }

    /** Returns the bytes of a list of type annotations, null for none. */
    static byte[] typeAnnotations(List<TypeAnnotationNode> annotations, Constants constants) {
        if (annotations == null || annotations.isEmpty()) {
            return null;
        }
        AnnotationWriter writer = new AnnotationWriter(constants);
        writer.shortValue(annotations.size());
        for (TypeAnnotationNode each : annotations) {
            writer.target(each.typeRef);
            writer.path(each.typePath);
            writer.annotation(each);
        }
        return writer.out.toByteArray();
    }

    /** Returns the bytes of the annotations of parameters, null for none. */
    static byte[] parameters(List<AnnotationNode>[] parameters, int annotable, Constants constants) {
        if (parameters == null) {
            return null;
        }
        AnnotationWriter writer = new AnnotationWriter(constants);
        int count = annotable == 0 ? parameters.length : annotable;
        writer.out.write(count);
        for (int i = 0; i < count; i++) {
            writer.list(parameters[i] == null ? List.of() : parameters[i]);
        }
        return writer.out.toByteArray();
    }

    /** Returns the bytes of a default value, null for none. */
    static byte[] value(Object value, Constants constants) {
        if (value == null) {
            return null;
        }
        AnnotationWriter writer = new AnnotationWriter(constants);
        writer.element(value);
        return writer.out.toByteArray();
    }

    private void shortValue(int value) {
        out.write(value >>> Byte.SIZE);
        out.write(value);
    }

    private void list(List<AnnotationNode> annotations) {
        shortValue(annotations.size());
        annotations.forEach(this::annotation);
    }

    private void annotation(AnnotationNode annotation) {
        shortValue(constants.text(annotation.desc));
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        shortValue(values.size() / 2);
        for (int i = 0; i < values.size(); i += 2) {
            shortValue(constants.text((String) values.get(i)));
            element(values.get(i + 1));
        }
    }

    private void tagged(char tag, int index) {
        out.write(tag);
        shortValue(index);
    }

    private void element(Object value) {
        if (value instanceof Byte number) {
            tagged('B', constants.number(number));
        } else if (value instanceof Boolean truth) {
            tagged('Z', constants.number(truth ? 1 : 0));
        } else if (value instanceof Character character) {
            tagged('C', constants.number(character));
        } else if (value instanceof Short number) {
            tagged('S', constants.number(number));
        } else if (value instanceof Integer number) {
            tagged('I', constants.number(number));
        } else if (value instanceof Float number) {
            tagged('F', constants.number(Float.floatToRawIntBits(number)));
        } else if (value instanceof Long number) {
            tagged('J', constants.wide(number));
        } else if (value instanceof Double number) {
            tagged('D', constants.wide(Double.doubleToRawLongBits(number)));
        } else if (value instanceof String text) {
            tagged('s', constants.text(text));
        } else if (value instanceof Type type) {
            tagged('c', constants.text(type.getDescriptor()));
        } else if (value instanceof String[] constant) {
            tagged('e', constants.text(constant[0]));
            shortValue(constants.text(constant[1]));
        } else if (value instanceof AnnotationNode nested) {
            out.write('@');
            annotation(nested);
        } else if (value instanceof List<?> list) {
            tagged('[', list.size());
            list.forEach(this::element);
        } else {
            throw new IllegalArgumentException("an annotation has a value of " + value.getClass());
        }
    }

    /** The target of a type annotation; {@code reference} is ASM's {@code TypeReference} value. */
    private void target(int reference) {
        int sort = reference >>> Byte.SIZE * 3;
        out.write(sort);
        switch (sort) {
            case TypeReference.CLASS_TYPE_PARAMETER, TypeReference.METHOD_TYPE_PARAMETER, TypeReference.METHOD_FORMAL_PARAMETER -> out.write(reference >>> PARAMETER_INDEX_SHIFT & BYTE_MASK);
            case TypeReference.CLASS_TYPE_PARAMETER_BOUND, TypeReference.METHOD_TYPE_PARAMETER_BOUND -> {
                out.write(reference >>> INDEX_SHIFT & BYTE_MASK);
                out.write(reference >>> Byte.SIZE & BYTE_MASK);
            }
            case TypeReference.CLASS_EXTENDS, TypeReference.THROWS -> shortValue(reference >>> Byte.SIZE & SHORT_MASK);
            default -> { }
        }
    }

    private void path(TypePath path) {
        int length = path == null ? 0 : path.getLength();
        out.write(length);
        for (int i = 0; i < length; i++) {
            out.write(path.getStep(i));
            out.write(path.getStepArgument(i));
        }
    }
}
