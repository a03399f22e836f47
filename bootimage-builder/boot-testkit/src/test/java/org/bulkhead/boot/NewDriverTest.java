package org.bulkhead.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.bulkhead.builder.cli.CommandLineTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What {@code driver new} makes compiles without a warning, passes its own tests on the desk and in Bochs, and {@code driver check} finds nothing wrong with it. */
class NewDriverTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void compile(Path sources, Path classes, String classPath) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing", "-Werror", "-cp", classPath, "-d", classes.toString()));
        files(sources).forEach(each -> arguments.add(each.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(new String[0])), () -> messages.toString(StandardCharsets.UTF_8));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream stream = new JarOutputStream(file)) {
            for (Path each : files(classes)) {
                stream.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                stream.write(Files.readAllBytes(each));
            }
        }
        return jar;
    }

    private static TestExecutionSummary test(Path classes, Path testClasses, String... names) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL(), testClasses.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(Stream.of(names).map(DiscoverySelectors::selectClass).toList()).build(), listener);
            return listener.getSummary();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theNewProjectWorks() throws IOException {
        Path project = folder.resolve("project");
        assertEquals(0, run("driver", "new", "my-screen", "--directory", project.toString(), "--package", "com.example.screen"), err.toString());
        assertTrue(files(project).stream().noneMatch(each -> each.toString().contains("{{")), files(project).toString());
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path testClasses = Files.createDirectory(folder.resolve("test-classes"));
        String classPath = System.getProperty("java.class.path");
        compile(project.resolve("src/main/java"), classes, classPath);
        compile(project.resolve("src/test/java"), testClasses, classes + ":" + classPath);

        TestExecutionSummary summary = test(classes, testClasses, "com.example.screen.MyScreenDriverTest", "com.example.screen.MyScreenBootTest");
        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertEquals(5, summary.getTestsSucceededCount(), failures.toString());

        Path jar = jar(classes, folder.resolve("my-screen.jar"));
        assertEquals(0, run("driver", "check", jar.toString()), err.toString());
        assertTrue(out.toString().contains("0 errors, 0 warnings"), out.toString());
    }
}
