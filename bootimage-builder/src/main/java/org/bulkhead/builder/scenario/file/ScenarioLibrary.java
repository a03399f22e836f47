package org.bulkhead.builder.scenario.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.yaml.Nearest;

/** The folder with the scenarios that come with Bulkhead. */
public final class ScenarioLibrary {
    private static final Path PLACE = Path.of("scripts", "scenarios");

    private final Path folder;

    /** @param folder with files {@code NAME.yaml} */
    public ScenarioLibrary(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the library of the project in which a folder lies.
     *
     * @throws UserProblem if neither the folder nor one above it has {@code scripts/scenarios}
     */
    public static ScenarioLibrary of(Path start) {
        for (Path each = start.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve(PLACE))) {
                return new ScenarioLibrary(each.resolve(PLACE));
            }
        }
        throw UserProblem.failure("there is no folder " + PLACE + " in " + start + " or above: run scripts/bulkhead, or name a scenario's file");
    }

    /** Returns the files of all scenarios, sorted by name. */
    public List<Path> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(ScenarioReader.SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw UserProblem.failure("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the file that is meant by the name of a scenario or of a file.
     *
     * @throws UserProblem if there is none
     */
    public Path find(String name) {
        if (name.endsWith(ScenarioReader.SUFFIX) || name.contains("/")) {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw UserProblem.usage("no scenario's file " + file + ": check the name");
            }
            return file;
        }
        Path file = folder.resolve(name + ScenarioReader.SUFFIX);
        if (!Files.isRegularFile(file)) {
            List<String> names = all().stream().map(each -> each.getFileName().toString().replace(ScenarioReader.SUFFIX, "")).toList();
            throw UserProblem.usage("no scenario " + name + Nearest.hint(name, names));
        }
        return file;
    }
}
