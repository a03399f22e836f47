package org.bulkhead.vm.runtime.reflect;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.vm.runtime.ImageInfo;

/** Finds classes by their names and descriptors among all that the program holds. */
public final class TypeNames {
    private TypeNames() {}

    /** Returns the class with a name as {@code Class.forName} takes it, arrays included, or null if the program has none. */
    public static Class<?> find(String name) {
        if (!name.startsWith("[")) {
            return named(name);
        }
        int[] position = {1};
        Class<?> component = component(name, position);
        return component == null || position[0] != name.length() ? null : component.arrayType();
    }

    /** The type of an element of an array in the syntax of array names, from {@code position} on, which moves behind it. */
    private static Class<?> component(String name, int[] position) {
        if (position[0] >= name.length()) {
            return null;
        }
        char first = name.charAt(position[0]++);
        if (first == '[') {
            Class<?> component = component(name, position);
            return component == null ? null : component.arrayType();
        }
        if (first == 'L') {
            int end = name.indexOf(';', position[0]);
            if (end < 0) {
                return null;
            }
            String element = name.substring(position[0], end);
            position[0] = end + 1;
            return named(element);
        }
        return first == 'V' ? null : primitive(first);
    }

    /** Returns the class, not an array, with a name as {@code Class.forName} takes it, or null if the program has none. */
    public static Class<?> named(String name) {
        Class<?> found = named(ImageInfo.classes, name);
        return found == null ? named(ImageInfo.moduleClasses, name) : found;
    }

    private static Class<?> named(Class<?>[] all, String name) {
        int low = 0;
        int high = all == null ? -1 : all.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = all[middle].getName().compareTo(name);
            if (order == 0) {
                return all[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** Returns the class with that name, which a member or a class file names. */
    public static Class<?> required(String name) {
        Class<?> found = find(name);
        if (found == null) {
            throw new NoClassDefFoundError(name.replace('.', '/'));
        }
        return found;
    }

    /** Returns the type of a descriptor, as a member names it. */
    public static Class<?> ofDescriptor(String descriptor) {
        int[] position = {0};
        return next(descriptor, position);
    }

    /** Returns the parameter types of a method descriptor. */
    public static Class<?>[] parameters(String descriptor) {
        List<Class<?>> types = new ArrayList<>();
        int[] position = {1};
        while (descriptor.charAt(position[0]) != ')') {
            types.add(next(descriptor, position));
        }
        return types.toArray(new Class<?>[0]);
    }

    /** Returns the result type of a method descriptor. */
    public static Class<?> result(String descriptor) {
        return ofDescriptor(descriptor.substring(descriptor.indexOf(')') + 1));
    }

    private static Class<?> next(String descriptor, int[] position) {
        int start = position[0];
        int end = start;
        while (descriptor.charAt(end) == '[') {
            end++;
        }
        boolean named = descriptor.charAt(end) == 'L';
        end = named ? descriptor.indexOf(';', end) + 1 : end + 1;
        position[0] = end;
        if (descriptor.charAt(start) == '[') {
            return required(descriptor.substring(start, end).replace('/', '.'));
        }
        return named ? required(descriptor.substring(start + 1, end - 1).replace('/', '.')) : primitive(descriptor.charAt(start));
    }

    private static Class<?> primitive(char descriptor) {
        switch (descriptor) {
            case 'Z':
                return boolean.class;
            case 'B':
                return byte.class;
            case 'C':
                return char.class;
            case 'S':
                return short.class;
            case 'I':
                return int.class;
            case 'J':
                return long.class;
            case 'F':
                return float.class;
            case 'D':
                return double.class;
            case 'V':
                return void.class;
            default:
                return null;
        }
    }
}
