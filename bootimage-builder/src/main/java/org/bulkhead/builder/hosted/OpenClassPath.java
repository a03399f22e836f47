package org.bulkhead.builder.hosted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.source.ClassPathSource;
import org.bulkhead.vm.linker.open.OpenWorld;

/** The class path of a program whose classes are all open: its classes by name, and its other files. */
final class OpenClassPath {
    private static final String CLASS = ".class";
    private static final String VERSIONS = "META-INF/versions/";
    private static final String MODULE = "module-info";

    private OpenClassPath() {}

    /** Returns the world in which the classes of a class path are open and its other files are resources. */
    static OpenWorld read(List<Path> classPath) {
        List<String> names = new ArrayList<>();
        SortedMap<String, List<byte[]>> resources = new TreeMap<>();
        try (ClassPathSource source = new ClassPathSource(classPath)) {
            for (String file : source.listAll()) {
                if (!file.endsWith(CLASS)) {
                    resources.put(file, source.findAll(file));
                } else if (!file.startsWith(VERSIONS) && !file.endsWith(MODULE + CLASS)) {
                    names.add(file.substring(0, file.length() - CLASS.length()));
                }
            }
        } catch (IOException e) {
            throw UserProblem.failure("the class path cannot be read: " + e.getMessage(), e);
        }
        return new OpenWorld(names, resources);
    }
}
