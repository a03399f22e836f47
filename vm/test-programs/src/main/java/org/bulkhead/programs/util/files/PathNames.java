package org.bulkhead.programs.util.files;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Everything that paths do without a file. */
public final class PathNames {
    private static final String[] TEXTS = {"", "/", "a", "/a", "a/b", "a//b/", "/a/./b/../c", "..", "../..", "/..", "../a/../../b", "./", "a b/c.txt", ".hidden", "/a/b/c/d.tar.gz"};
    private static final String[] PATTERNS = {"glob:*.txt", "glob:**/*.{gz,txt}", "glob:/a/*/c/?.tar.*", "glob:[a-c]", "regex:.*b.*", "regex:a."};

    private PathNames() {}

    public static void main(String[] args) throws Exception {
        for (String text : TEXTS) {
            Path path = Path.of(text);
            System.out.println("'" + text + "' -> '" + path + "' root " + path.getRoot() + " parent " + path.getParent() + " name " + path.getFileName() + " count " + path.getNameCount()
                + " absolute " + path.isAbsolute() + " normal '" + path.normalize() + "' hash " + path.hashCode());
            List<String> names = new ArrayList<>();
            path.forEach(name -> names.add(name.toString()));
            System.out.println("  " + names + " " + (path.getNameCount() > 1 ? path.subpath(0, path.getNameCount() - 1) : "-"));
        }
        pairs();
        order();
        matchers();
        others();
        refusals();
    }

    private static void pairs() {
        for (String one : TEXTS) {
            for (String other : TEXTS) {
                Path left = Path.of(one);
                String relative;
                try {
                    relative = left.relativize(Path.of(other)).toString();
                } catch (IllegalArgumentException e) {
                    relative = e.getClass().getSimpleName() + " " + e.getMessage();
                }
                System.out.println(left.resolve(other) + " | " + left.resolveSibling(other) + " | " + relative + " | " + left.startsWith(other) + left.endsWith(other) + left.equals(Path.of(other))
                    + " " + Integer.signum(left.compareTo(Path.of(other))));
            }
        }
    }

    private static void order() {
        TreeSet<Path> sorted = new TreeSet<>();
        Arrays.stream(TEXTS).map(Paths::get).forEach(sorted::add);
        System.out.println(sorted);
    }

    private static void matchers() {
        FileSystem system = FileSystems.getDefault();
        for (String pattern : PATTERNS) {
            PathMatcher matcher = system.getPathMatcher(pattern);
            System.out.println(pattern + " " + Arrays.stream(TEXTS).filter(text -> matcher.matches(Path.of(text))).toList());
        }
    }

    private static void others() throws Exception {
        FileSystem system = FileSystems.getDefault();
        System.out.println(system.getSeparator() + " " + system.isOpen() + " " + system.isReadOnly() + " " + system.provider().getScheme() + " " + system.getRootDirectories().iterator().next());
        System.out.println(Path.of("a", "b", "", "c").equals(system.getPath("a/b/c")) + " " + Path.of("/", "x"));
        System.out.println(Path.of("/no such folder/a b").toUri() + " " + Path.of(new URI("file:///no%20such%20folder/a%20b")));
        System.out.println(Path.of("/a/../b").toAbsolutePath() + " " + Path.of("/a/b").toFile().getName());
        System.out.println(Path.of("x").toAbsolutePath().isAbsolute() + " " + Path.of("x").toAbsolutePath().endsWith("x"));
    }

    private static void refusals() throws Exception {
        refused(() -> Path.of("a\0b"));
        refused(() -> Path.of("a").getName(1));
        refused(() -> Path.of("a/b").subpath(1, 1));
        refused(() -> Path.of(new URI("file:relative")));
        refused(() -> FileSystems.getDefault().getPathMatcher("glob:[a"));
        refused(() -> FileSystems.getDefault().getPathMatcher("none"));
        refused(() -> FileSystems.getDefault().close());
    }

    private static void refused(Attempt attempt) throws Exception {
        try {
            attempt.run();
            System.out.println("not refused");
        } catch (InvalidPathException e) {
            System.out.println(e.getReason() + " at " + e.getIndex());
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }
}
