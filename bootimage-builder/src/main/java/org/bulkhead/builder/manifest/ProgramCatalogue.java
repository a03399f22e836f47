package org.bulkhead.builder.manifest;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.isolate.manifest.Driver;
import org.bulkhead.isolate.manifest.Program;
import org.bulkhead.isolate.manifest.Server;
import org.bulkhead.isolate.manifest.VersionOf;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The programs that can be put into an image: all classes with a manifest in some jars and class folders. */
public final class ProgramCatalogue {
    private static final Set<String> ANNOTATIONS = Set.of(Type.getDescriptor(Driver.class), Type.getDescriptor(Server.class), Type.getDescriptor(Program.class));
    private static final String VERSION = Type.getDescriptor(VersionOf.class);
    private static final String CLASS_SUFFIX = ".class";
    private static final String NAME = "name";

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
                Finder finder = new Finder();
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                reader.accept(finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                if (finder.name != null) {
                    entries.add(new Entry(finder.name, reader.getClassName().replace('/', '.'), finder.isVersion));
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

    private static final class Finder extends ClassVisitor {
        private String name;
        private boolean isVersion;

        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            isVersion |= descriptor.equals(VERSION);
            return !ANNOTATIONS.contains(descriptor) ? null : new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String key, Object value) {
                    if (key.equals(NAME)) {
                        name = (String) value;
                    }
                }
            };
        }
    }
}
