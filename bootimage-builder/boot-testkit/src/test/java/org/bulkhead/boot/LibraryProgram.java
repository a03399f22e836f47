package org.bulkhead.boot;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A program that uses libraries as they come from Maven Central: one of those that the builder's own tests compile for Linux, compiled from its source, in a jar that names the libraries' jars as its class path. */
final class LibraryProgram {
    private static final String PACKAGE = "org.bulkhead.builder.jars.sample";
    private static final Path SOURCES = Path.of("..", "src", "test", "java");

    private final String name;
    private final String mainClass;
    private final List<Path> libraries;
    private final byte[] jar;
    private final Path classes;

    /**
     * Compiles a program.
     *
     * @param folder where its classes are put
     * @param name what the program's jar is called on the volume; the class is called {@code NameSample}
     * @param ofLibraries one class out of each library that the program uses
     */
    LibraryProgram(Path folder, String name, Class<?>... ofLibraries) throws IOException {
        this.name = name;
        mainClass = PACKAGE + '.' + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Sample";
        libraries = Arrays.stream(ofLibraries).map(LibraryProgram::origin).toList();
        classes = folder.resolve(name);
        Path source = SOURCES.resolve(mainClass.replace('.', '/') + ".java");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, "--release", "17", "-parameters", "-nowarn", "-proc:none", "-sourcepath", SOURCES.toString(), "-cp", join(libraries), "-d", classes.toString(), source.toString());
        if (status != 0) {
            throw new AssertionError(source + " does not compile: " + messages.toString(StandardCharsets.UTF_8));
        }
        jar = makeJar();
    }

    private byte[] makeJar() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries.stream().map(each -> each.getFileName().toString()).collect(Collectors.joining(" ")));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        manifest.write(text);
        files.put(JarFile.MANIFEST_NAME, text.toByteArray());
        try (Stream<Path> compiled = Files.walk(classes)) {
            for (Path each : compiled.filter(Files::isRegularFile).sorted().toList()) {
                files.put(classes.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
        return Jars.zip(files);
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(type.getName() + " comes from no file", e);
        }
    }

    private static String join(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns where the program's jar lies on the volume. */
    String path() {
        return "/modules/" + name + ".jar";
    }

    /** Returns its jar and the libraries' jars, by their places on the volume. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of(path(), jar));
        for (Path each : libraries) {
            files.put("/modules/" + each.getFileName(), Files.readAllBytes(each));
        }
        return files;
    }

    /** Returns all of these jars, the program's own first. */
    List<byte[]> jars() throws IOException {
        List<byte[]> jars = new ArrayList<>(List.of(jar));
        for (Path each : libraries) {
            jars.add(Files.readAllBytes(each));
        }
        return jars;
    }

    /** Returns what the program prints on HotSpot, a character for each byte; it must end with status 0. */
    String outputOnHotSpot() throws IOException, InterruptedException {
        return outputOnHotSpot(0);
    }

    /** As the other, for a program that must end with {@code status}. */
    String outputOnHotSpot(int status) throws IOException, InterruptedException {
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(libraries);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=GMT", "-Dfile.encoding=UTF-8",
            "-cp", join(classPath), mainClass).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        int ended = process.waitFor();
        if (ended != status) {
            throw new AssertionError(mainClass + " ends with " + ended + " on HotSpot: " + output);
        }
        return output;
    }
}
