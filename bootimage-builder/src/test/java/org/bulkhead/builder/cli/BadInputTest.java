package org.bulkhead.builder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.Main;
import org.bulkhead.builder.emulator.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a user can get wrong gives one line that names it and the remedy, status 1, and leaves nothing half-written behind. */
class BadInputTest {
    private static final int MINOR_OF_VERSION = 7;
    private static final int JAVA_21 = 65;

    private static final String PROGRAM = """
        package user;
        import org.bulkhead.isolate.*;
        import org.bulkhead.isolate.manifest.*;
        @Driver(name = "mydisk")
        %s
        public final class MyDriver implements Isolate {
            public MyDriver(Grants grants) { %s }
            @Override public void run() { }
        }
        """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    /** What the command may write to; it must stay empty. */
    @TempDir
    Path output;

    private void assertFails(List<String> arguments, String... parts) throws IOException {
        int status = CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments.toArray(new String[0]));
        String text = err.toString();
        assertEquals(1, status, text);
        assertEquals(1, text.lines().count(), text);
        for (String part : parts) {
            assertTrue(text.contains(part), text + " does not say " + part);
        }
        try (Stream<Path> left = Files.list(output)) {
            assertEquals(List.of(), left.toList(), "left behind");
        }
    }

    private void assertImageFails(Path jar, String... parts) throws IOException {
        assertFails(List.of("image", "--add", jar.toString(), "--output", output.resolve("new.img").toString()), parts);
    }

    private void assertHostedFails(String main, String... parts) throws IOException {
        assertFails(List.of("hosted", "-cp", folder.toString(), "--output", output.resolve("program").toString(), main), parts);
    }

    private Path compile(String name, String source) throws IOException {
        return UserCode.compile(folder, name, source);
    }

    private Path jar(String entry, byte[] contents) throws IOException {
        return UserCode.jar(folder.resolve("program.jar"), entry, contents);
    }

    private byte[] driver(String annotations) throws IOException {
        return driver(annotations, "");
    }

    private byte[] driver(String annotations, String constructor) throws IOException {
        return Files.readAllBytes(compile("MyDriver", PROGRAM.formatted(annotations, constructor)));
    }

    @Test
    void missingJar() throws IOException {
        assertImageFails(folder.resolve("missing.jar"), "missing.jar", "does not exist");
    }

    @Test
    void jarThatIsNone() throws IOException {
        assertImageFails(Files.writeString(folder.resolve("text.jar"), "no jar"), "text.jar", "no jar file");
    }

    @Test
    void jarWithoutProgram() throws IOException {
        byte[] plain = Files.readAllBytes(compile("Plain", "package user; public class Plain { }"));
        assertImageFails(jar("user/Plain.class", plain), "program.jar", "@Program");
    }

    @Test
    void truncatedClassFileInJar() throws IOException {
        byte[] whole = driver("");
        assertImageFails(jar("user/MyDriver.class", Arrays.copyOf(whole, whole.length / 2)), "user/MyDriver.class", "damaged", "compile it again");
    }

    @Test
    void tooNewClassFileInJar() throws IOException {
        byte[] newer = driver("");
        newer[MINOR_OF_VERSION] = JAVA_21;
        assertImageFails(jar("user/MyDriver.class", newer), "user/MyDriver.class", "Java 21", "--release 17");
    }

    @Test
    void manifestsThatAskForOverlappingPorts() throws IOException {
        byte[] greedy = driver("@UsesPorts(@Ports(name = \"all\", first = 0x1F4, count = 2))");
        assertImageFails(jar("user/MyDriver.class", greedy), "MyDriver.java:7: mydisk and ata0 both ask for ports", "0x1f4", "AtaDriver.java:");
    }

    @Test
    void manifestsThatAskForTheSameInterrupt() throws IOException {
        assertImageFails(jar("user/MyDriver.class", driver("@UsesInterrupt(14)")), "MyDriver.java:7: mydisk and ata0 both ask for interrupt 14", "AtaDriver.java:");
    }

    @Test
    void codeThatAsksForWhatItsManifestDoesNotGive() throws IOException {
        Path jar = jar("user/MyDriver.class", driver("", "grants.interrupt(11);"));
        List<String> arguments = List.of("image", "--add", jar.toString(), "--output", output.resolve("new.img").toString());
        assertEquals(1, CommandLineTool.printingTo(new PrintWriter(out), new PrintWriter(err), Runtime.version().feature()).run(arguments.toArray(new String[0])));
        // That the nucleus was compiled is said before.
        List<String> errors = err.toString().lines().filter(line -> !line.startsWith("compiled the nucleus")).toList();
        assertEquals(List.of("bulkhead: MyDriver.java:7: mydisk asks here for interrupt 11, which its manifest (MyDriver.java:7) does not give: "
            + "add @UsesInterrupt, or correct the name"), errors);
        assertFalse(Files.exists(output.resolve("new.img")));
    }

    @Test
    void missingMainClass() throws IOException {
        assertHostedFails("user.Missing", "user.Missing", "-cp");
    }

    @Test
    void missingMainMethod() throws IOException {
        compile("Plain", "package user; public class Plain { }");
        assertHostedFails("user.Plain", "user.Plain", "main");
    }

    @Test
    void truncatedMainClass() throws IOException {
        Path file = compile("Plain", "package user; public class Plain { public static void main(String[] args) { System.out.println(args.length); } }");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertHostedFails("user.Plain", "user.Plain", "damaged");
    }

    @Test
    void tooNewMainClass() throws IOException {
        Path file = compile("Plain", "package user; public class Plain { public static void main(String[] args) { } }");
        byte[] newer = Files.readAllBytes(file);
        newer[MINOR_OF_VERSION] = JAVA_21;
        Files.write(file, newer);
        assertHostedFails("user.Plain", "user.Plain", "--release 17");
    }

    @Test
    void missingClassPathEntry() throws IOException {
        assertFails(List.of("hosted", "-cp", folder.resolve("nowhere").toString(), "Main"), "nowhere", "does not exist");
    }

    @Test
    void outputFolderThatDoesNotExist() throws IOException {
        String file = output.resolve("missing/new").toString();
        assertFails(List.of("image", "--output", file), "output folder", "missing", "does not exist");
        err.getBuffer().setLength(0);
        assertFails(List.of("hosted", "-cp", folder.toString(), "--output", file, "Main"), "output folder", "missing", "does not exist");
    }

    @Test
    void outputThatIsAFolder() throws IOException {
        assertFails(List.of("image", "--output", output.toString()), output.toString(), "is a folder");
    }

    @Test
    void outputFolderThatCannotBeWritten() throws IOException {
        // Not even root can make files there.
        assertFails(List.of("image", "--output", "/proc/new.img"), "output folder /proc", "cannot be written");
    }

    @Test
    void folderInPlaceOfAJar() throws IOException {
        assertImageFails(folder, folder.toString(), "is a folder");
    }

    @Test
    void emulatorThatIsNotInstalled() throws Exception {
        Path image = StandIn.image(folder);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "run", "--headless", image.toString());
        builder.environment().put("PATH", output.toString());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), text);
        assertEquals("bulkhead: bochs is not installed: run scripts/setup (or apt-get install bochs bochs-term bochsbios vgabios)", text.strip());
    }

    @Test
    void aFileThatIsNoSealedModuleIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("x.module"), new byte[5000]);
        assertFails(List.of("module", "inspect", file.toString()), "x.module", "no sealed module");
    }

    @Test
    void aModuleOfAJarThatIsNotThereIsNotBuilt() throws IOException {
        assertFails(List.of("module", "build", folder.resolve("none.jar").toString(), "--output", output.resolve("x.module").toString()), "none.jar", "does not exist");
    }
}
