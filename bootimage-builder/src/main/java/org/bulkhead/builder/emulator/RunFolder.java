package org.bulkhead.builder.emulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bulkhead.builder.UserProblem;

/** The folder of one run, with what must stay open as long as it lasts; removed when closed, at the latest when this program ends. */
final class RunFolder implements Closeable {
    private final Path path;
    private final List<Closeable> open = new ArrayList<>();

    private RunFolder(Path path) {
        this.path = path;
    }

    static RunFolder create() {
        try {
            return new RunFolder(Files.createTempDirectory("bulkhead-run-"));
        } catch (IOException e) {
            throw UserProblem.failure("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    synchronized void keepOpen(Closeable resource) {
        open.add(resource);
    }

    @Override
    public synchronized void close() {
        for (Closeable resource : open) {
            try {
                resource.close();
            } catch (IOException e) {
                // It was only kept open; nothing is lost.
            }
        }
        open.clear();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }
}
