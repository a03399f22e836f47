package org.bulkhead.builder.driver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.bulkhead.builder.UserProblem;

/**
 * A new project of a driver: a driver that works, with a program that uses it and tests. Its files are templates among the resources, in which <code>{{key}}</code> stands for a value.
 */
public final class DriverProject {
    /** What a name must be: with {@code -demo} behind it, it is the name of an isolate, which has at most 15 characters. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int NAME_LIMIT = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String TEMPLATES = "project/";
    private static final String RESERVED_PACKAGES = "(java|javax|jdk|sun|org\\.bulkhead)(\\..*)?";

    private final Map<String, String> values = new HashMap<>();

    /**
     * Plans a project.
     *
     * @param name of the driver and its service
     * @param packageName of its classes; null for one made of the name
     * @throws UserProblem of the kind usage if a name cannot be used
     */
    public DriverProject(String name, String packageName) {
        if (!NAME.matcher(name).matches() || name.length() > NAME_LIMIT) {
            throw UserProblem.usage("the name \"" + name + "\" cannot be a driver's: use 1 to " + NAME_LIMIT
                + " characters a-z, 0-9 and -, beginning with a letter, each - between two others, like \"palette\" or \"my-disk\"");
        }
        if (SourceVersion.isKeyword(name)) {
            throw UserProblem.usage("the name \"" + name + "\" is a word of the Java language: choose another, like \"" + name + "0\"");
        }
        String used = packageName == null ? "org.example." + name.replace("-", "") : packageName;
        for (String part : used.split("\\.", -1)) {
            if (!SourceVersion.isIdentifier(part) || SourceVersion.isKeyword(part)) {
                throw UserProblem.usage("the package \"" + used + "\" cannot be used: "
                    + (SourceVersion.isKeyword(part) ? "\"" + part + "\" is a word of the Java language" : "\"" + part + "\" is no name in Java") + "; write it like org.example.palette");
            }
        }
        if (used.matches(RESERVED_PACKAGES)) {
            throw UserProblem.usage("the package \"" + used + "\" belongs to the JDK or to Bulkhead: use one of your own, like org.example.palette");
        }
        values.put("name", name);
        values.put("Name", Stream.of(name.split("-")).map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1)).collect(Collectors.joining()));
        values.put("package", used);
        values.put("path", used.replace('.', '/'));
        Properties versions = new Properties();
        try (InputStream in = Objects.requireNonNull(DriverProject.class.getResourceAsStream("versions.properties"), "versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("a resource of the builder cannot be read", e);
        }
        versions.forEach((key, value) -> values.put((String) key, (String) value));
    }

    /**
     * Writes the project, whole or not at all.
     *
     * @param folder where it goes; it must be empty or not exist, and the folder that holds it must exist
     * @return the files, relative to the folder
     * @throws UserProblem if there is something already, or it cannot be written
     */
    public List<Path> write(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw UserProblem.failure("the folder " + parent + " for the project does not exist: make it, or name another with --directory");
        }
        checkFree(target);
        Path part = parent.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectory(part);
            for (Map.Entry<String, String> each : files().entrySet()) {
                Path file = part.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(part);
            throw UserProblem.failure("the project cannot be written to " + folder + ": " + e + "; name another folder with --directory", e);
        }
        return files().keySet().stream().map(Path::of).toList();
    }

    private static void checkFree(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw UserProblem.failure(target + " is a file: name a new folder with --directory");
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw UserProblem.failure("the folder " + target + " is not empty: name a new one with --directory");
            }
        } catch (IOException e) {
            throw UserProblem.failure("the folder " + target + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            // The first problem is the one to report.
        }
    }

    /** Returns the files of the project by their paths. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        resource("files.txt").lines().map(line -> line.split(" ")).forEach(line -> files.put(filled(line[line.length - 1]), filled(resource(line[0]))));
        return files;
    }

    private String filled(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("a template has the unknown placeholder " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DriverProject.class.getResourceAsStream(TEMPLATES + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("a resource of the builder cannot be read", e);
        }
    }
}
