package org.bulkhead.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out how values of a type lie in a payload. */
final class TypeReader {
    /** An ordinal is a byte. */
    private static final int CONSTANT_LIMIT = 256;
    private static final Map<TypeKind, WireType.Scalar> SCALARS = new EnumMap<>(TypeKind.class);

    static {
        SCALARS.put(TypeKind.BOOLEAN, new WireType.Scalar(TypeName.BOOLEAN, "Boolean", 1));
        SCALARS.put(TypeKind.BYTE, new WireType.Scalar(TypeName.BYTE, "Byte", Byte.BYTES));
        SCALARS.put(TypeKind.SHORT, new WireType.Scalar(TypeName.SHORT, "Short", Short.BYTES));
        SCALARS.put(TypeKind.CHAR, new WireType.Scalar(TypeName.CHAR, "Char", Character.BYTES));
        SCALARS.put(TypeKind.INT, new WireType.Scalar(TypeName.INT, "Int", Integer.BYTES));
        SCALARS.put(TypeKind.LONG, new WireType.Scalar(TypeName.LONG, "Long", Long.BYTES));
        SCALARS.put(TypeKind.FLOAT, new WireType.Scalar(TypeName.FLOAT, "Float", Float.BYTES));
        SCALARS.put(TypeKind.DOUBLE, new WireType.Scalar(TypeName.DOUBLE, "Double", Double.BYTES));
    }

    private final Annotations annotations;
    private final Problems problems;
    private final String packageName;
    private final Deque<TypeElement> open = new ArrayDeque<>();

    /** Reads types that code in the package {@code packageName} is to make. */
    TypeReader(Annotations annotations, Problems problems, String packageName) {
        this.annotations = annotations;
        this.problems = problems;
        this.packageName = packageName;
    }

    /**
     * Returns how {@code type} lies in a payload, or null after reporting why it cannot.
     *
     * @param carrier has the annotations: the parameter, the record component, the method whose result it is
     * @param where to report what is wrong
     */
    WireType read(TypeMirror type, Element carrier, Element where, String what) {
        AnnotationMirror maxLength = annotations.find(carrier, Names.MAX_LENGTH);
        WireType plain = plain(type, maxLength, where, what);
        if (plain == null) {
            return null;
        }
        if (maxLength != null && !(plain instanceof WireType.Text || plain instanceof WireType.PrimitiveArray)) {
            problems.report(where, what + " has @MaxLength, but a fixed length: only texts and arrays are limited");
            return null;
        }
        if (annotations.has(carrier, Names.NULLABLE)) {
            if (plain instanceof WireType.Scalar) {
                problems.report(where, what + " is @Nullable, but " + type + " is never null");
                return null;
            }
            return new WireType.OrNull(plain);
        }
        return plain;
    }

    private WireType plain(TypeMirror type, AnnotationMirror maxLength, Element where, String what) {
        if (SCALARS.containsKey(type.getKind())) {
            return SCALARS.get(type.getKind());
        }
        if (type instanceof ArrayType array && SCALARS.containsKey(array.getComponentType().getKind())) {
            WireType.Scalar element = SCALARS.get(array.getComponentType().getKind());
            WireType.Limit limit = limit(maxLength, element.size(), where, what);
            return limit == null ? null : new WireType.PrimitiveArray(element, limit);
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals("java.lang.String")) {
                WireType.Limit limit = limit(maxLength, 1, where, what);
                return limit == null ? null : new WireType.Text(limit);
            }
            if (element.getKind() == ElementKind.ENUM) {
                return constant(element, where, what);
            }
            if (element.getKind() == ElementKind.RECORD) {
                return struct(element, where, what);
            }
        }
        problems.report(where, what + " has the type " + type + ", which cannot be encoded: use a primitive type, String, an array of a primitive type, an enum, a record of these, "
            + "a ByteBuffer with @Lent, or a Handle");
        return null;
    }

    private WireType.Limit limit(AnnotationMirror maxLength, int size, Element where, String what) {
        if (maxLength == null) {
            return new WireType.Limit(WireType.Limit.LARGEST / size, false);
        }
        int value = (Integer) annotations.value(maxLength, "value");
        if (value < 1 || value * size > WireType.Limit.LARGEST) {
            problems.report(where, what + " has @MaxLength(" + value + "): a payload has room for 1 to " + WireType.Limit.LARGEST / size + " elements of " + size + " bytes");
            return null;
        }
        return new WireType.Limit(value, true);
    }

    private boolean isVisible(TypeElement element) {
        for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
            boolean inPackage = ClassName.get(element).packageName().equals(packageName) && !each.getModifiers().contains(Modifier.PRIVATE);
            if (!each.getModifiers().contains(Modifier.PUBLIC) && !inPackage) {
                return false;
            }
        }
        return true;
    }

    private boolean checkVisible(TypeElement element, Element where, String what) {
        if (!isVisible(element)) {
            problems.report(where, what + " has the type " + element + ", which generated code cannot see: make it public");
            return false;
        }
        return true;
    }

    private WireType constant(TypeElement element, Element where, String what) {
        List<String> constants = element.getEnclosedElements().stream().filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT).map(each -> each.getSimpleName().toString()).toList();
        if (constants.isEmpty() || constants.size() > CONSTANT_LIMIT) {
            problems.report(where, what + " has the type " + element + " with " + constants.size() + " constants: 1 to " + CONSTANT_LIMIT + " can be encoded");
            return null;
        }
        return checkVisible(element, where, what) ? new WireType.Constant(ClassName.get(element), constants) : null;
    }

    private WireType struct(TypeElement element, Element where, String what) {
        if (!element.getTypeParameters().isEmpty()) {
            problems.report(where, what + " has the type " + element + " with type parameters, which cannot be encoded: use a record without");
            return null;
        }
        if (open.contains(element)) {
            problems.report(where, what + " has the type " + element + ", which contains itself and so has no end");
            return null;
        }
        if (!checkVisible(element, where, what)) {
            return null;
        }
        open.push(element);
        List<WireType.Component> components = new ArrayList<>();
        boolean complete = true;
        for (RecordComponentElement each : element.getRecordComponents()) {
            String name = each.getSimpleName().toString();
            WireType type = read(each.asType(), each, where, what + "." + name);
            if (type == null) {
                complete = false;
            } else {
                components.add(new WireType.Component(name, type));
            }
        }
        open.pop();
        return complete ? new WireType.Struct(ClassName.get(element), List.copyOf(components)) : null;
    }
}
