package org.bulkhead.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of all test programs, found by looking for classes with a {@code main} in the packages of the layers.
 *
 * <p>There is no list to maintain: a program is in the catalogue because it is there, and how it
 * ends is stated on the class itself by {@link Exits}.
 */
public final class Catalogue {
    private static final String PACKAGE = Catalogue.class.getPackageName();
    private static final String FOLDER = PACKAGE.replace('.', '/');
    private static final String CLASS_SUFFIX = ".class";

    private Catalogue() {
    }

    /**
     * One test program.
     *
     * @param className  binary name of the class with {@code main}
     * @param layer      how much of the library it needs
     * @param topic      package below the layer, such as {@code arrays}; empty if it stands in the layer's own package
     * @param exit       how it ends
     * @param status     exit status that the operating system sees, 0 to 255
     * @param allocation how much it allocates
     */
    public record Program(String className, Layer layer, String topic, ExitKind exit, int status, Allocation allocation) {
    }

    /**
     * Returns every program, by layer from the bottom up and then by class name.
     *
     * @throws UncheckedIOException if the folder or jar that holds this class cannot be read
     */
    public static List<Program> all() {
        try {
            Path origin = Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(origin)) {
                return in(origin);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + origin.toUri()), Map.of())) {
                return in(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the test programs is not a file: " + e.getInput(), e);
        }
    }

    /**
     * Returns the options that HotSpot must be started with for its output to be comparable: the heap that
     * native runs have, and the language of the root locale, whatever the user's is.
     */
    public static List<String> hotSpotOptions() {
        return List.of("-Xmx64m", "-Duser.language=en", "-Duser.country=US", "-Duser.variant=", "-Duser.timezone=GMT");
    }

    /** Returns the programs of one layer, by class name. */
    public static List<Program> of(Layer layer) {
        return all().stream().filter(p -> p.layer() == layer).toList();
    }

    /** Returns the programs that need nothing of reflection, in the order of {@link #all}. */
    public static List<Program> closed() {
        return all().stream().filter(p -> p.layer() != Layer.REFLECT).toList();
    }

    private static List<Program> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(FOLDER))) {
            return files.map(file -> root.relativize(file).toString())
                .filter(name -> name.endsWith(CLASS_SUFFIX))
                .map(name -> name.substring(0, name.length() - CLASS_SUFFIX.length()).replace('/', '.').replace('\\', '.'))
                .map(Catalogue::program)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Program::layer).thenComparing(Program::className))
                .collect(Collectors.toUnmodifiableList());
        }
    }

    private static Optional<Program> program(String className) {
        Optional<Layer> layer = layerOf(className);
        if (layer.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Not initialised: initialisers are part of what the programs test.
            Class<?> type = Class.forName(className, false, Catalogue.class.getClassLoader());
            int modifiers = type.getMethod("main", String[].class).getModifiers();
            if (!Modifier.isStatic(modifiers) || type.getMethod("main", String[].class).getDeclaringClass() != type) {
                return Optional.empty();
            }
            Exits exits = type.getAnnotation(Exits.class);
            return Optional.of(new Program(className, layer.get(), topicOf(className, layer.get()),
                exits == null ? ExitKind.NORMAL : exits.value(), exits == null ? 0 : exits.status(),
                type.isAnnotationPresent(AllocatesMuch.class) ? Allocation.MUCH : Allocation.LITTLE));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class " + className + " was listed but cannot be loaded.", e);
        }
    }

    private static Optional<Layer> layerOf(String className) {
        for (Layer layer : Layer.values()) {
            if (className.startsWith(PACKAGE + "." + layer.packageName() + ".")) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }

    private static String topicOf(String className, Layer layer) {
        String below = className.substring((PACKAGE + "." + layer.packageName() + ".").length());
        int end = below.lastIndexOf('.');
        return end < 0 ? "" : below.substring(0, end);
    }
}
