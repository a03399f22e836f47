package org.bulkhead.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Jars of classes, made in memory. */
final class Jars {
    private Jars() {}

    /** Returns a jar with some classes of the tests. */
    static byte[] of(Class<?>... classes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Class<?> each : classes) {
            files.put(each.getName().replace('.', '/'), classFile(each));
        }
        return of(files);
    }

    /** Returns a jar with class files, by their internal names. */
    static byte[] of(Map<String, byte[]> classFiles) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : classFiles.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey() + ".class"));
                zip.write(each.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Returns the class file of a class. */
    static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return file.readAllBytes();
        }
    }
}
