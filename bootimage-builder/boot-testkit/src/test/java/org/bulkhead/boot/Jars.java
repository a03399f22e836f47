package org.bulkhead.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars of classes, made in memory. */
final class Jars {
    private static final String CLASS = ".class";

    private Jars() {}

    /** Returns a jar with some classes of the tests. */
    static byte[] of(Class<?>... classes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Class<?> each : classes) {
            files.put(each.getName().replace('.', '/'), classFile(each));
        }
        return of(files);
    }

    /** Returns a member class that others cannot name. */
    static Class<?> inner(Class<?> outer, String name) throws IOException {
        try {
            return Class.forName(outer.getName() + "$" + name);
        } catch (ClassNotFoundException e) {
            throw new IOException(outer + " has no member " + name, e);
        }
    }

    /** Returns the jar of a Java program: its main class and others. */
    static byte[] program(Class<?> main, Class<?>... others) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\r\nMain-Class: " + main.getName() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        files.put(main.getName().replace('.', '/') + CLASS, classFile(main));
        for (Class<?> each : others) {
            files.put(each.getName().replace('.', '/') + CLASS, classFile(each));
        }
        return zip(files);
    }

    /** Returns a jar with class files, by their internal names. */
    static byte[] of(Map<String, byte[]> classFiles) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        classFiles.forEach((name, file) -> files.put(name + CLASS, file));
        return zip(files);
    }

    /** Returns an archive of files, by name. */
    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Returns a jar with all classes of the tests that are in the package of {@code one}, what the annotation processor made of them included. */
    static byte[] ofPackage(Class<?> one) throws IOException, URISyntaxException {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve(one.getPackageName().replace('.', '/'));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + CLASS)) {
            for (Path each : found) {
                files.put(one.getPackageName().replace('.', '/') + '/' + each.getFileName(), Files.readAllBytes(each));
            }
        }
        return zip(files);
    }

    /** Returns the class file of a class. */
    static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return file.readAllBytes();
        }
    }
}
