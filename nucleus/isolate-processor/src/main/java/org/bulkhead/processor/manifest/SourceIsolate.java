package org.bulkhead.processor.manifest;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.bulkhead.isolate.manifest.rules.Declaration;
import org.bulkhead.isolate.manifest.rules.IsolateClass;
import org.bulkhead.isolate.manifest.rules.LineTable;
import org.bulkhead.isolate.manifest.rules.Place;

/** An isolate's class as its source shows it. */
final class SourceIsolate implements IsolateClass {
    private static final String ISOLATE = "org.bulkhead.isolate.Isolate";
    private static final String UPDATABLE = "org.bulkhead.isolate.Updatable";
    private static final String GRANTS = "org.bulkhead.isolate.Grants";

    private final TypeElement type;
    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final SourceLines source;
    private final LineTable lines = new LineTable();
    private final Map<String, TypeElement> named = new HashMap<>();

    /** An annotation that is not what its type says, which the compiler reports. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    SourceIsolate(TypeElement type, ProcessingEnvironment environment, SourceLines source) {
        this.type = type;
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.source = source;
        note(LineTable.CLASS, source.line(type));
    }

    /** Returns the lines of what has been read so far. */
    LineTable lines() {
        return lines;
    }

    private String note(String path, int line) {
        if (line != 0) {
            lines.put(path, line);
        }
        return source.file(type) + (line == 0 ? "" : ":" + line);
    }

    @Override
    public String name() {
        return elements.getBinaryName(type).toString();
    }

    @Override
    public Place place() {
        return new SourcePlace(type, null, null, note(LineTable.CLASS, source.line(type)));
    }

    private SourcePlace place(String path, AnnotationMirror annotation, AnnotationValue value) {
        return new SourcePlace(type, annotation, value, note(path, source.line(type, annotation, value)));
    }

    @Override
    public Optional<Declaration> declaration(Class<? extends Annotation> annotation) {
        for (AnnotationMirror each : type.getAnnotationMirrors()) {
            if (((TypeElement) each.getAnnotationType().asElement()).getQualifiedName().contentEquals(annotation.getName())) {
                return Optional.of(new Reader(each).read(each, place(annotation.getSimpleName(), each, null), annotation.getSimpleName()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Declaration defaults(Class<? extends Annotation> annotation) {
        Map<String, Declaration.Value> values = new HashMap<>();
        Place place = place();
        for (ExecutableElement each : ElementFilter.methodsIn(elements.getTypeElement(annotation.getName()).getEnclosedElements())) {
            // Annotations that may be left out have a default for everything, none of them an annotation or an array.
            values.put(each.getSimpleName().toString(), new Declaration.Value(simple(each.getDefaultValue(), each.getReturnType()), place));
        }
        return new Declaration(values, place);
    }

    /** Returns a value that is neither an array nor an annotation. */
    private Object simple(AnnotationValue value, TypeMirror expected) {
        Object content = value.getValue();
        if (expected instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM) {
            if (content instanceof VariableElement constant) {
                return constant.getSimpleName().toString();
            }
            throw new UnreadableException();
        }
        if (expected instanceof DeclaredType declared && isClass(declared)) {
            if (content instanceof DeclaredType type) {
                TypeElement element = (TypeElement) type.asElement();
                String name = elements.getBinaryName(element).toString();
                named.put(name, element);
                return name;
            }
            if (content instanceof TypeMirror other && other.getKind() != TypeKind.ERROR) {
                return other.toString();
            }
            throw new UnreadableException();
        }
        boolean fits = switch (expected.getKind()) {
            case INT -> content instanceof Integer;
            case BOOLEAN -> content instanceof Boolean;
            case LONG -> content instanceof Long;
            default -> content instanceof String;
        };
        if (!fits) {
            throw new UnreadableException();
        }
        return content;
    }

    private static boolean isClass(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(Class.class.getName());
    }

    /** Reads one annotation of the class, with those inside it. */
    private final class Reader {
        private final AnnotationMirror outermost;

        Reader(AnnotationMirror outermost) {
            this.outermost = outermost;
        }

        Declaration read(AnnotationMirror annotation, SourcePlace place, String path) {
            Map<String, Declaration.Value> values = new HashMap<>();
            Map<? extends ExecutableElement, ? extends AnnotationValue> all = elements.getElementValuesWithDefaults(annotation);
            for (ExecutableElement each : ElementFilter.methodsIn(annotation.getAnnotationType().asElement().getEnclosedElements())) {
                AnnotationValue value = all.get(each);
                if (value == null) {
                    throw new UnreadableException();
                }
                String name = each.getSimpleName().toString();
                boolean written = annotation.getElementValues().containsKey(each);
                values.put(name, value(value, each.getReturnType(), written ? place(path + "." + name, outermost, value) : place, path + "." + name));
            }
            return new Declaration(values, place);
        }

        private Declaration.Value value(AnnotationValue value, TypeMirror expected, SourcePlace place, String path) {
            if (expected instanceof ArrayType array) {
                if (!(value.getValue() instanceof List<?> list)) {
                    throw new UnreadableException();
                }
                List<Declaration.Value> content = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    String inner = path + "[" + i + "]";
                    AnnotationValue element = (AnnotationValue) list.get(i);
                    content.add(value(element, array.getComponentType(), place(inner, outermost, element), inner));
                }
                return new Declaration.Value(content, place);
            }
            if (value.getValue() instanceof AnnotationMirror inner) {
                return new Declaration.Value(read(inner, place, path), place);
            }
            return new Declaration.Value(simple(value, expected), place);
        }
    }

    @Override
    public boolean isPublicAndConcrete() {
        return type.getModifiers().contains(Modifier.PUBLIC) && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    @Override
    public boolean isIsolate() {
        return isSubtypeOf(ISOLATE);
    }

    @Override
    public boolean isUpdatable() {
        return isSubtypeOf(UPDATABLE);
    }

    private boolean isSubtypeOf(String name) {
        TypeElement other = elements.getTypeElement(name);
        return other != null && environment.getTypeUtils().isSubtype(environment.getTypeUtils().erasure(type.asType()), other.asType());
    }

    @Override
    public boolean hasGrantsConstructor() {
        if (type.getNestingKind() != NestingKind.TOP_LEVEL && !type.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream().anyMatch(each -> each.getModifiers().contains(Modifier.PUBLIC)
            && each.getParameters().size() == 1 && each.getParameters().get(0).asType().toString().equals(GRANTS));
    }

    @Override
    public boolean isInterface(String className) {
        Element element = named.get(className);
        return element != null && element.getKind().isInterface();
    }
}
