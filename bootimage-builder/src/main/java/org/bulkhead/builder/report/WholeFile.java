package org.bulkhead.builder.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bulkhead.builder.UserProblem;

/** Files that are written whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text to a file, making its folder if need be.
     *
     * @throws UserProblem if the file cannot be written
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes to a file, making its folder if need be.
     *
     * @throws UserProblem if the file cannot be written
     */
    public static void write(Path file, byte[] contents) {
        write(file, part -> Files.write(part, contents));
    }

    /**
     * Writes a file that can be run, making its folder if need be.
     *
     * @throws UserProblem if the file cannot be written
     */
    public static void writeExecutable(Path file, byte[] contents) {
        write(file, part -> {
            Files.write(part, contents);
            if (!part.toFile().setExecutable(true)) {
                throw new IOException("it cannot be made executable");
            }
        });
    }

    private static void write(Path file, Writer writer) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(target.getParent());
            writer.write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            throw UserProblem.failure("cannot write " + file + ": " + e + "; name another file", e);
        }
    }

    /** Writes what the file is to hold. */
    private interface Writer {
        void write(Path part) throws IOException;
    }
}
