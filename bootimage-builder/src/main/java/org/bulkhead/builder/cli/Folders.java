package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;

/** Temporary folders. */
final class Folders {
    private Folders() {}

    /**
     * Makes a folder for temporary files, which is removed at the latest when this program ends.
     *
     * @throws UserProblem if it cannot be made
     */
    static Path temporary(String prefix) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "temporary folder"));
            return folder;
        } catch (IOException e) {
            throw UserProblem.failure("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    /** Removes a folder and what it holds; what cannot be removed stays, a leftover in the temporary folder harms nobody. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            // As said above.
        }
    }
}
