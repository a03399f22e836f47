package org.bulkhead.builder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bulkhead.builder.UserProblem;

/** Text files that are written whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text to a file, making its folder if need be.
     *
     * @throws UserProblem if the file cannot be written
     */
    public static void write(Path file, String text) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(part, text);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            throw UserProblem.failure("cannot write " + file + ": " + e, e);
        }
    }
}
