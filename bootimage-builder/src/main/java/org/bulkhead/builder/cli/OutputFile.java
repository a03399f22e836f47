package org.bulkhead.builder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bulkhead.builder.UserProblem;

/** Files that the user names for output: whether they can be written is known before the work begins, and they are written whole or not at all. */
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

    /**
     * Writes an executable file, whole or not at all.
     *
     * @throws UserProblem if it cannot be written
     */
    static void writeExecutable(byte[] contents, Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, contents);
            if (!part.toFile().setExecutable(true)) {
                throw new IOException("it cannot be made executable");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            throw UserProblem.failure("cannot write " + file + ": " + e.getMessage() + "; name another file", e);
        }
    }
}
