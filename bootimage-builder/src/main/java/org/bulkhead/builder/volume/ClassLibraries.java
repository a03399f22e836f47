package org.bulkhead.builder.volume;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bulkhead.builder.ImageClassPath;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.vm.compiler.source.JdkDataSource;
import org.bulkhead.vm.compiler.source.JdkSource;

/**
 * The jars of class files that lie on the system volume; equal class files give equal bytes.
 *
 * <p>Their entries are not compressed: a class is read in one piece from where it lies, and nothing has to be inflated before it can be compiled. {@code java.base} takes 27 MB so, 13 MB otherwise.
 */
public final class ClassLibraries {
    /** What is told of a jar, which another jar would not be. */
    private static final String OF_THE_JAR = "META-INF";
    /** The earliest that a jar can tell. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ClassLibraries() {}

    /** Returns the jar of the class library of the JDK that this runs on. */
    public static byte[] classLibrary() {
        return jar(JdkSource.modules().toArray(new Path[0]));
    }

    /** Returns the jar of what isolates are written against. */
    public static byte[] api() {
        return jar(ImageClassPath.api().toArray(new Path[0]));
    }

    /** Returns the jar of the class files that the images of these programs are made from, without those of {@code java.base}, and with those that the builder has made, by internal name. */
    public static byte[] image(List<Path> classPath, Map<String, byte[]> generated) {
        Map<String, byte[]> entries = new TreeMap<>();
        generated.forEach((name, file) -> entries.put(name + ".class", file));
        JdkDataSource data = new JdkDataSource();
        try {
            for (String name : data.list(JdkDataSource.PACKAGE)) {
                entries.put(name + ".class", data.find(name));
            }
        } catch (IOException e) {
            throw UserProblem.failure("the JDK's data cannot be read: " + e.getMessage(), e);
        }
        return jar(entries, ImageClassPath.with(classPath).toArray(new Path[0]));
    }

    private static byte[] jar(Path... places) {
        return jar(new TreeMap<>(), places);
    }

    private static byte[] jar(Map<String, byte[]> entries, Path... places) {
        for (Path place : places) {
            try {
                if (Files.isDirectory(place)) {
                    collect(place, entries);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(place)) {
                        collect(jar.getPath("/"), entries);
                    }
                }
            } catch (IOException e) {
                throw UserProblem.failure("class files of " + place + " cannot be read: " + e.getMessage(), e);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(entry(each.getKey(), each.getValue()));
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    private static void collect(Path root, Map<String, byte[]> entries) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (!root.relativize(file).startsWith(OF_THE_JAR)) {
                    entries.putIfAbsent(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private static ZipEntry entry(String name, byte[] contents) {
        CRC32 sum = new CRC32();
        sum.update(contents);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setSize(contents.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
