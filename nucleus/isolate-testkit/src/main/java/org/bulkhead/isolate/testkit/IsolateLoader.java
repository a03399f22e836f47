package org.bulkhead.isolate.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.Isolate;

/**
 * Loads the classes of one incarnation of an isolate, so that its static fields are its own and begin anew, as in an image. The JDK, the isolate API and JUnit are shared with the test, which
 * is how devices' models and test reach each other.
 */
final class IsolateLoader extends ClassLoader {
    private static final List<String> SHARED = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.junit.", "org.opentest4j.", "org.bulkhead.isolate.", "org.bulkhead.nucleus.",
        "org.bulkhead.vm.");

    static {
        registerAsParallelCapable();
    }

    private IsolateLoader(ClassLoader parent) {
        super(parent);
    }

    /** Returns a new object of an isolate's class, loaded for it alone. */
    static Isolate instantiate(Class<? extends Isolate> type, Grants grants) {
        try {
            return (Isolate) new IsolateLoader(type.getClassLoader()).loadClass(type.getName()).getConstructor(Grants.class).newInstance(grants);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("isolate class " + type.getName() + " cannot be made", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
