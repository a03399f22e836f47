package org.bulkhead.vm.compiler.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The {@code java.base}, or another module, of the JDK that runs the builder, which must be a JDK 17: the substitutions are written against its private members. */
public final class JdkSource implements ListingSource {
    private static final int FEATURE = 17;
    private static final String SUFFIX = ".class";
    private static final String BASE = "java.base";

    private final Path root;

    /** @throws IOException if the running JDK is not a JDK 17; the message names it and the remedy */
    public JdkSource() throws IOException {
        this(Runtime.version().feature(), BASE);
    }

    /** Opens another module of that JDK than {@code java.base}. */
    public static JdkSource ofModule(String module) throws IOException {
        return new JdkSource(Runtime.version().feature(), module);
    }

    JdkSource(int feature) throws IOException {
        this(feature, BASE);
    }

    private JdkSource(int feature, String module) throws IOException {
        if (feature != FEATURE) {
            throw new IOException("the JDK at " + System.getProperty("java.home") + " is version " + feature + ", not " + FEATURE
                + ", whose java.base goes into the image: install openjdk-17-jdk-headless and point JAVA_HOME at it");
        }
        root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module);
    }

    @Override
    public byte[] find(String name) throws IOException {
        Path file = root.resolve(name + SUFFIX);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    @Override
    public List<String> list(String packageName) throws IOException {
        return classesIn(root.resolve(packageName), 1);
    }

    /** Returns the internal names of all classes of {@code java.base}, in ascending order. */
    public List<String> listAll() throws IOException {
        return classesIn(root, Integer.MAX_VALUE);
    }

    private List<String> classesIn(Path directory, int depth) throws IOException {
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
