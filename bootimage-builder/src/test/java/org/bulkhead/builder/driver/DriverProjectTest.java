package org.bulkhead.builder.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New projects are written whole or not at all, and names that cannot be used are refused with the rule. */
class DriverProjectTest {
    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }

    private static UserProblem refusal(String name, String packageName) {
        UserProblem problem = assertThrows(UserProblem.class, () -> new DriverProject(name, packageName));
        assertEquals(UserProblem.Kind.USAGE, problem.kind());
        return problem;
    }

    @Test
    void placeholdersAreFilledInNamesAndContents() throws IOException {
        List<Path> written = new DriverProject("my-disk", "com.example.disk").write(folder.resolve("new"));
        assertEquals(written.stream().map(Path.of("new")::resolve).sorted().toList(), files());
        assertTrue(written.contains(Path.of("src/main/java/com/example/disk/MyDiskDriver.java")), written.toString());
        for (Path each : written) {
            assertFalse(Files.readString(folder.resolve("new").resolve(each)).contains("{{"), each.toString());
        }
        String pom = Files.readString(folder.resolve("new/pom.xml"));
        assertTrue(pom.matches("(?s).*<bulkhead.version>[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?</bulkhead.version>.*"), pom);
        assertFalse(pom.contains(".plugin.version}"), pom);
    }

    /** Versions, dependencies and plugins of a project of one's own: in a new one as in the example. */
    @Test
    void theExampleIsBuiltLikeANewProject() throws IOException {
        new DriverProject("disk", null).write(folder.resolve("new"));
        Path example = Path.of("").toAbsolutePath().getParent().resolve("device-drivers/example/pom.xml");
        assertEquals(howItIsBuilt(folder.resolve("new/pom.xml")), howItIsBuilt(example));
    }

    private static String howItIsBuilt(Path pom) throws IOException {
        String text = Files.readString(pom);
        return text.substring(text.indexOf("<properties>")).replaceFirst("\\s*<finalName>.*</finalName>", "");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        new DriverProject("disk", null).write(Files.createDirectory(folder.resolve("empty")));
        assertTrue(Files.exists(folder.resolve("empty/src/main/java/org/example/disk/DiskDriver.java")));
    }

    @Test
    void whatIsThereStays() throws IOException {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/thesis.txt"), "mine");
        String message = assertThrows(UserProblem.class, () -> new DriverProject("disk", null).write(folder.resolve("full"))).getMessage();
        assertTrue(message.contains("full is not empty: name a new one with --directory"), message);
        message = assertThrows(UserProblem.class, () -> new DriverProject("disk", null).write(folder.resolve("full/thesis.txt"))).getMessage();
        assertTrue(message.contains("is a file"), message);
        message = assertThrows(UserProblem.class, () -> new DriverProject("disk", null).write(folder.resolve("no/where"))).getMessage();
        assertTrue(message.contains("does not exist: make it"), message);
        assertEquals(List.of(Path.of("full/thesis.txt")), files());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndNothingIsLeft() {
        // Not even root can make folders there.
        String message = assertThrows(UserProblem.class, () -> new DriverProject("disk", null).write(Path.of("/proc/new"))).getMessage();
        assertTrue(message.startsWith("the project cannot be written to /proc/new"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Disk", "my disk", "-disk", "disk-", "my--disk", "9p", "disk_0", "../disk", "elevenchars"})
    void namesThatBreakTheRule(String name) {
        String message = refusal(name, null).getMessage();
        assertTrue(message.contains("\"" + name + "\"") && message.contains("1 to 10 characters a-z, 0-9 and -, beginning with a letter"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "int", "true", "null"})
    void wordsOfTheLanguage(String name) {
        assertTrue(refusal(name, "org.example").getMessage().contains("\"" + name + "\" is a word of the Java language"));
    }

    @ParameterizedTest
    @CsvSource({"org.class.x,word of the Java language", "org..x,is no name in Java", "3d.x,is no name in Java", "a-b,is no name in Java", "java.util,belongs to the JDK",
        "org.bulkhead,belongs to the JDK or to Bulkhead"})
    void packagesThatCannotBeUsed(String name, String part) {
        String message = refusal("disk", name).getMessage();
        assertTrue(message.contains("\"" + name + "\"") && message.contains(part), message);
    }
}
