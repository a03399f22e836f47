package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Classes as users would write them, compiled and put into jars for tests. */
public final class UserCode {
    private UserCode() {}

    /** Compiles a class of the package user into a folder and returns its class file; without the annotation processors, which would refuse what the builder is to refuse. */
    public static Path compile(Path folder, String name, String source) throws IOException {
        return compile(folder, name, source, "-proc:none");
    }

    /** Compiles a class of the package user into a folder as users do, with the annotation processors. */
    public static Path compileChecked(Path folder, String name, String source) throws IOException {
        return compile(folder, name, source, "-Xlint:none");
    }

    private static Path compile(Path folder, String name, String source, String option) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, option, "--release", "17",
                "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), file.toString());
        assertEquals(0, status, () -> messages.toString(StandardCharsets.UTF_8));
        return folder.resolve("user/" + name + ".class");
    }

    /** Writes a jar with one entry. */
    public static Path jar(Path jar, String entry, byte[] contents) throws IOException {
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
            stream.putNextEntry(new JarEntry(entry));
            stream.write(contents);
        }
        return jar;
    }
}
