package org.bulkhead.vm.runtime.types;

/** Tells by the names of classes what belongs to the class library. */
public final class LibraryNames {
    private static final String BASE = "java.base";
    private static final String LOGGING = "java.logging";
    private static final String[] LOGGING_PREFIXES = {"java.util.logging.", "sun.util.logging.internal.", "sun.util.logging.resources.", "sun.net.www.protocol.http.logging."};
    private static final String[] PREFIXES = {"java.", "javax.", "jdk.", "sun."};

    private LibraryNames() {}

    private static boolean isLibrary(String className) {
        return startsWithOneOf(className, PREFIXES);
    }

    /** Returns the module of a class of that name, or null if it is not the class library's. */
    public static String module(String className) {
        if (!isLibrary(className)) {
            return null;
        }
        return startsWithOneOf(className, LOGGING_PREFIXES) ? LOGGING : BASE;
    }

    /** Returns the module of a primitive type or a class that is no array, or null if it is not the class library's. */
    public static String moduleOf(Class<?> type) {
        return type.isPrimitive() ? BASE : module(type.getName());
    }

    private static boolean startsWithOneOf(String className, String[] prefixes) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
