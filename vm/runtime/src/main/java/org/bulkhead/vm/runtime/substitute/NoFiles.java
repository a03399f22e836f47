package org.bulkhead.vm.runtime.substitute;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a program is told that asks for a file: paths can be written down, and nothing is there. */
final class NoFiles {
    /** Why, and the end of every message. */
    static final String REASON = "programs have no files";

    private NoFiles() {}

    /** Returns that neither {@code path} nor the folder that it would be in is there. */
    static NoSuchFileException missing(Path path) {
        return new NoSuchFileException(path.toString(), null, REASON);
    }

    /** Returns that the streams of {@code java.io} open nothing. */
    static FileNotFoundException notFound(String path) {
        return new FileNotFoundException(withReason(path));
    }

    /** Returns that {@code java.io.File} makes nothing. */
    static IOException notMade(String path) {
        return new IOException(withReason(path));
    }

    private static String withReason(String path) {
        return path + " (" + REASON + ")";
    }
}
