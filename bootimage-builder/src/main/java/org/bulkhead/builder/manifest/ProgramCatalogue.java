package org.bulkhead.builder.manifest;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.modules.manifest.ProgramAnnotation;
import org.objectweb.asm.ClassReader;

/** The programs that can be put into an image: all classes with a manifest in some jars and class folders. */
public final class ProgramCatalogue {
    private static final String CLASS_SUFFIX = ".class";

    /**
     * A program.
     *
     * @param name of the isolate; several programs may have the same, for an image takes one of them
     * @param className with dots
     * @param isVersion whether it is no component of its own, but another version of one
     */
    public record Entry(String name, String className, boolean isVersion) {
        /** Returns the class's name without its package. */
        public String simpleName() {
            return className.substring(className.lastIndexOf('.') + 1);
        }
    }

    private final List<Entry> entries;

    private ProgramCatalogue(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads the class files in jars and class folders. */
    public static ProgramCatalogue of(List<Path> classPath) {
        List<Entry> entries = new ArrayList<>();
        for (Path each : classPath) {
            try {
                if (Files.isDirectory(each)) {
                    read(each, entries);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(each)) {
                        read(jar.getPath("/"), entries);
                    }
                }
            } catch (IOException e) {
                throw UserProblem.failure("the class path cannot be read: " + each + ": " + e.getMessage(), e);
            }
        }
        entries.sort(Comparator.comparing(Entry::className));
        return new ProgramCatalogue(List.copyOf(entries));
    }

    private static void read(Path root, List<Entry> entries) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(each -> each.toString().endsWith(CLASS_SUFFIX))::iterator) {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                ProgramAnnotation found = ProgramAnnotation.of(reader);
                if (found != null) {
                    entries.add(new Entry(found.name(), reader.getClassName().replace('/', '.'), found.isVersion()));
                }
            }
        }
    }

    /** Returns all programs, sorted by the names of their classes. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the programs with that isolate's name, class name or class name without its package. */
    public List<Entry> find(String name) {
        return entries.stream().filter(each -> each.name().equals(name) || each.className().equals(name) || each.simpleName().equals(name)).toList();
    }

    /** Returns the program of that class. */
    public Entry ofClass(String className) {
        return entries.stream().filter(each -> each.className().equals(className)).findFirst().orElseThrow();
    }
}
