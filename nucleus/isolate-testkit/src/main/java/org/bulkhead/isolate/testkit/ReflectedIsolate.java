package org.bulkhead.isolate.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;
import org.bulkhead.isolate.Updatable;
import org.bulkhead.isolate.manifest.Limits;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.manifest.Restarts;
import org.bulkhead.isolate.manifest.rules.Declaration;
import org.bulkhead.isolate.manifest.rules.DeclaredManifest;
import org.bulkhead.isolate.manifest.rules.Finding;
import org.bulkhead.isolate.manifest.rules.IsolateClass;
import org.bulkhead.isolate.manifest.rules.ManifestReader;
import org.bulkhead.isolate.manifest.rules.Place;

/** An isolate's class as HotSpot has loaded it, so that its annotations are read by the rules that the image builder goes by. */
final class ReflectedIsolate implements IsolateClass {
    /** Has the annotations with all their defaults. */
    @Limits
    @Restarts
    private static final class Defaults {}

    private final Class<?> type;
    private final Place place;

    ReflectedIsolate(Class<?> type) {
        this.type = type;
        place = new Place() {
            @Override
            public String toString() {
                return type.getName();
            }
        };
    }

    /** Returns the manifest of the class as program number {@code program}. Throws IllegalArgumentException with everything that is wrong with it. */
    Manifest manifest(int program) {
        List<Finding> findings = new ArrayList<>();
        Optional<DeclaredManifest> read = new ManifestReader(this, findings::add).read(program);
        return read.orElseThrow(() -> new IllegalArgumentException(String.join("\n", findings.stream().map(Finding::toString).toList()))).manifest();
    }

    @Override
    public String name() {
        return type.getName();
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Optional<Declaration> declaration(Class<? extends Annotation> annotation) {
        return Optional.ofNullable(type.getAnnotation(annotation)).map(this::declaration);
    }

    @Override
    public Declaration defaults(Class<? extends Annotation> annotation) {
        return declaration(Defaults.class.getAnnotation(annotation));
    }

    private Declaration declaration(Annotation annotation) {
        Map<String, Declaration.Value> values = new HashMap<>();
        for (Method element : annotation.annotationType().getDeclaredMethods()) {
            try {
                values.put(element.getName(), value(element.invoke(annotation)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type.getName() + ": the annotation " + annotation.annotationType().getName() + " cannot be read: compile the class again", e);
            }
        }
        return new Declaration(values, place);
    }

    private Declaration.Value value(Object value) {
        Object content = value;
        if (value instanceof Annotation inner) {
            content = declaration(inner);
        } else if (value instanceof Class<?> named) {
            content = named.getName();
        } else if (value instanceof Enum<?> constant) {
            content = constant.name();
        } else if (value.getClass().isArray()) {
            content = elements(value);
        }
        return new Declaration.Value(content, place);
    }

    private List<Declaration.Value> elements(Object array) {
        List<Declaration.Value> elements = new ArrayList<>();
        for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
            elements.add(value(java.lang.reflect.Array.get(array, i)));
        }
        return elements;
    }

    @Override
    public boolean isPublicAndConcrete() {
        boolean isPublic = true;
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            isPublic &= Modifier.isPublic(each.getModifiers());
        }
        return isPublic && !Modifier.isAbstract(type.getModifiers());
    }

    @Override
    public boolean isIsolate() {
        return Isolate.class.isAssignableFrom(type);
    }

    @Override
    public boolean isUpdatable() {
        return Updatable.class.isAssignableFrom(type);
    }

    @Override
    public boolean hasGrantsConstructor() {
        try {
            return type.getConstructor(Grants.class) != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    @Override
    public boolean isInterface(String className) {
        try {
            return Class.forName(className, false, type.getClassLoader()).isInterface();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
