package org.bulkhead.vm.runtime.reflect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.bulkhead.vm.runtime.types.LibraryNames;

/** The application's class loader: it finds the classes and resources of the program, all of which are there already. */
public final class ProgramClassLoader extends ClassLoader {
    private static ProgramClassLoader instance;

    private ProgramClassLoader() {
        super("app", null);
    }

    /** Returns the one loader; it is made when it is first asked for. */
    public static ProgramClassLoader instance() {
        if (instance == null) {
            instance = new ProgramClassLoader();
        }
        return instance;
    }

    /** Returns the loader of a class as {@code Class.getClassLoader} has it: none for the class library's, primitive types, and arrays of those. */
    public static ClassLoader of(Class<?> type) {
        return LibraryNames.moduleOf(elementType(type)) == null ? instance() : null;
    }

    /** Returns the module of a class: one of the class library's, or the unnamed module of this loader. */
    public static Module moduleOf(Class<?> type) {
        String name = LibraryNames.moduleOf(elementType(type));
        return name == null ? instance().getUnnamedModule() : LibraryModules.named(name);
    }

    private static Class<?> elementType(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return findClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = name.startsWith("[") ? null : TypeNames.find(name);
        if (found == null) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    public URL getResource(String name) {
        return findResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return findResources(name);
    }

    @Override
    protected URL findResource(String name) {
        List<URL> found = Resources.find(name);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(Resources.find(name));
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] content = Resources.content(name, null);
        return content == null ? null : new ByteArrayInputStream(content);
    }
}
