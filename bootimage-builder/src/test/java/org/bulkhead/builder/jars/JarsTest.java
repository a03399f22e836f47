package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutures;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.bulkhead.builder.Progress;
import org.bulkhead.builder.hosted.HostedBuilder;
import org.bulkhead.builder.hosted.Reflection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Programs that use unmodified libraries print the same on HotSpot and as native code. */
class JarsTest {
    @TempDir
    Path folder;

    @Test
    void asm() throws Exception {
        check(AsmSample.class, Reflection.NONE, ClassReader.class, ClassNode.class);
    }

    @Test
    void guava() throws Exception {
        check(GuavaSample.class, Reflection.NONE, ImmutableList.class, InternalFutures.class);
    }

    /** It asks classes for what only open classes know: their simple names, and where they are declared. */
    @Test
    void commonsLang() throws Exception {
        check(LangSample.class, Reflection.OF_OPEN_CLASSES, StringUtils.class);
    }

    private void check(Class<?> main, Reflection reflection, Class<?>... ofJars) throws IOException, InterruptedException, URISyntaxException {
        List<Path> classPath = new ArrayList<>(List.of(classesOf(main)));
        for (Class<?> each : ofJars) {
            classPath.add(placeOf(each));
        }
        Path executable = folder.resolve(main.getSimpleName());
        Files.write(executable, new HostedBuilder(classPath, List.of(main.getName()), reflection).build(Progress.SILENT).elf());
        executable.toFile().setExecutable(true);
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=GMT",
            "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), main.getName());
        assertEquals(output(java), output(List.of(executable.toString())));
    }

    /** A folder with nothing but the program: all classes of a program's own class path may be open. */
    private Path classesOf(Class<?> main) throws IOException, URISyntaxException {
        Path from = placeOf(main);
        Path to = folder.resolve("classes");
        Path inPackage = Path.of(main.getPackageName().replace('.', '/'));
        Files.createDirectories(to.resolve(inPackage));
        try (Stream<Path> files = Files.list(from.resolve(inPackage))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(main.getSimpleName())).sorted().toList()) {
                Files.copy(file, to.resolve(inPackage).resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text + "status " + process.waitFor();
    }
}
