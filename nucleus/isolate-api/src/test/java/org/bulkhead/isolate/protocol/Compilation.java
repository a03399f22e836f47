package org.bulkhead.isolate.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small project in a folder, with javac and the processor as a user has them: both on one class path. */
final class Compilation {
    /** What the compiler said. */
    record Message(Diagnostic.Kind kind, String file, long line, String text) {}

    private final Path root;
    private final Path sources;

    Compilation(Path root) {
        this.root = root;
        sources = root.resolve("src/main/java/sample");
        create(sources);
        create(root.resolve("classes"));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has schemas kept. */
    Path keepSchemas() {
        Path folder = root.resolve("src/main/protocols");
        create(folder);
        return folder;
    }

    /** Compiles the class {@code name} of the package {@code sample}; returns the errors, warnings and notes. */
    List<Message> compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            Path file = Files.writeString(sources.resolve(name + ".java"), source);
            List<String> options = List.of("--release", "17", "-Xlint:all,-processing,-options", "-cp", System.getProperty("java.class.path"), "-d", root.resolve("classes").toString());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(file)).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream().map(each -> new Message(each.getKind(), each.getSource() == null ? "" : Path.of(each.getSource().getName()).getFileName().toString(),
            each.getLineNumber(), each.getMessage(Locale.ROOT))).toList();
    }

    /** Returns the messages that are errors. */
    static List<Message> errors(List<Message> messages) {
        return messages.stream().filter(each -> each.kind() == Diagnostic.Kind.ERROR).toList();
    }
}
