package org.bulkhead.vm.compiler.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The class library, {@code java.base} and {@code java.logging} of the JDK that runs the builder, which must be a JDK 17: the substitutions are written against its private members. */
public final class JdkSource implements ListingSource {
    private static final int FEATURE = 17;
    private static final String SUFFIX = ".class";

    private final List<Path> roots;

    /** @throws IOException if the running JDK is not a JDK 17; the message names it and the remedy */
    public JdkSource() throws IOException {
        this(Runtime.version().feature());
    }

    JdkSource(int feature) throws IOException {
        if (feature != FEATURE) {
            throw new IOException("the JDK at " + System.getProperty("java.home") + " is version " + feature + ", not " + FEATURE
                + ", whose java.base goes into the image: install openjdk-17-jdk-headless and point JAVA_HOME at it");
        }
        roots = modules();
    }

    /** Returns the modules that the class library consists of, as folders of class files; {@code java.base} is the first. */
    public static List<Path> modules() {
        Path all = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        return List.of(all.resolve("java.base"), all.resolve("java.logging"));
    }

    @Override
    public byte[] find(String name) throws IOException {
        for (Path root : roots) {
            Path file = root.resolve(name + SUFFIX);
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }

    @Override
    public List<String> list(String packageName) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path root : roots) {
            names.addAll(classesIn(root, root.resolve(packageName), 1));
        }
        Collections.sort(names);
        return names;
    }

    /** Returns the internal names of all classes of {@code java.base}, in ascending order. */
    public List<String> listAll() throws IOException {
        return classesIn(roots.get(0), roots.get(0), Integer.MAX_VALUE);
    }

    private static List<String> classesIn(Path root, Path directory, int depth) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, depth)) {
            return files.map(file -> root.relativize(file).toString())
                .filter(file -> file.endsWith(SUFFIX) && !file.equals("module-info" + SUFFIX))
                .map(file -> file.substring(0, file.length() - SUFFIX.length())).sorted().toList();
        }
    }
}
