package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulkhead.builder.UserProblem;

/** Files that the user names for output: whether they can be written is known before the work begins. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Checks that a file can be written.
     *
     * @throws UserProblem if it is a folder, or its folder does not exist or cannot be written
     */
    static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw UserProblem.failure("output " + file + " is a folder: name a file in it");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw UserProblem.failure("output folder " + folder + " does not exist: make it, or name another");
        }
        checkWritable(folder);
    }

    /**
     * Makes sure that a folder exists and can be written.
     *
     * @throws UserProblem if it cannot be made or written
     */
    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UserProblem.failure("output folder " + folder + " cannot be made: name another", e);
        }
        checkWritable(folder);
    }

    /** By trying: what the permissions say is not all that can stand against it. */
    private static void checkWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".bulkhead-", ".part"));
        } catch (IOException e) {
            throw UserProblem.failure("output folder " + folder + " cannot be written: change its permissions, or name another", e);
        }
    }
}
