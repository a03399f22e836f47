package org.bulkhead.vm.compiler.source;

import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The directories and jars of a class path. Of a multi-release jar it gives the Java 17 version. */
public final class ClassPathSource implements ListingSource, Closeable {
    private static final String SUFFIX = ".class";
    private static final Runtime.Version JAVA = Runtime.Version.parse("17");

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Opens the entries, in order.
     *
     * @throws IOException if one does not exist or is no jar; the message names it
     */
    public ClassPathSource(List<Path> entries) throws IOException {
        try {
            for (Path entry : entries) {
                this.entries.add(open(entry));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Opens a class path as the {@code -cp} option takes it; empty parts are left out. */
    public static ClassPathSource of(String classPath) throws IOException {
        return new ClassPathSource(Stream.of(classPath.split(File.pathSeparator)).filter(part -> !part.isEmpty()).map(Path::of).toList());
    }

    private static Entry open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Directory(path);
        }
        if (!Files.exists(path)) {
            throw new FileNotFoundException("class path entry " + path + " does not exist: build it, or correct the path");
        }
        try {
            return new Jar(new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JAVA));
        } catch (ZipException e) {
            throw new IOException("class path entry " + path + " is neither a directory nor a readable jar: build it again, or correct the path", e);
        }
    }

    @Override
    public byte[] find(String name) throws IOException {
        return findResource(name + SUFFIX);
    }

    /** Returns the content of a file by its path ({@code META-INF/notice.txt}), or null if no entry has it. */
    public byte[] findResource(String path) throws IOException {
        for (Entry entry : entries) {
            byte[] found = entry.read(path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns the names of all files, in ascending order, each once; of versions of a file only the one that counts. */
    public List<String> listAll() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (Entry entry : entries) {
            entry.listAll(files);
        }
        return List.copyOf(files);
    }

    /** Returns the contents of all files with that path, in the order of the entries. */
    public List<byte[]> findAll(String path) throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (Entry entry : entries) {
            byte[] content = entry.read(path);
            if (content != null) {
                found.add(content);
            }
        }
        return found;
    }

    @Override
    public List<String> list(String packageName) throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (Entry entry : entries) {
            entry.list(packageName + "/", files);
        }
        return files.stream().filter(file -> file.endsWith(SUFFIX)).map(file -> file.substring(0, file.length() - SUFFIX.length())).sorted().toList();
    }

    @Override
    public void close() throws IOException {
        for (Entry entry : entries) {
            entry.close();
        }
    }

    private interface Entry extends Closeable {
        /** Returns the content of the file, or null if there is none. */
        byte[] read(String file) throws IOException;

        /** Adds the files directly in {@code directory}, which ends with a slash, with their whole path. */
        void list(String directory, TreeSet<String> files) throws IOException;

        /** Adds all files, with their whole path. */
        void listAll(TreeSet<String> files) throws IOException;
    }

    private record Directory(Path root) implements Entry {
        @Override
        public byte[] read(String file) throws IOException {
            Path path = root.resolve(file);
            return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
        }

        @Override
        public void list(String directory, TreeSet<String> files) throws IOException {
            Path path = root.resolve(directory);
            if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    children.forEach(child -> files.add(directory + child.getFileName()));
                }
            }
        }

        @Override
        public void listAll(TreeSet<String> files) throws IOException {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile).forEach(file -> files.add(root.relativize(file).toString()));
            }
        }

        @Override
        public void close() {}
    }

    private record Jar(JarFile jar) implements Entry {
        @Override
        public byte[] read(String file) throws IOException {
            JarEntry entry = jar.getJarEntry(file);
            if (entry == null) {
                return null;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        @Override
        public void list(String directory, TreeSet<String> files) {
            jar.versionedStream().map(JarEntry::getName)
                .filter(file -> file.startsWith(directory) && file.indexOf('/', directory.length()) < 0).forEach(files::add);
        }

        @Override
        public void listAll(TreeSet<String> files) {
            jar.versionedStream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).forEach(files::add);
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
