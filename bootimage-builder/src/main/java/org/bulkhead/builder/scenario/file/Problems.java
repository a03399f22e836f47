package org.bulkhead.builder.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bulkhead.builder.UserProblem;

/** Collects what is wrong in the parts of a file, so that all is told at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    /** Returns what {@code part} reads, or {@code otherwise} if it is wrong, which is remembered. */
    <T> T in(Supplier<T> part, T otherwise) {
        try {
            return part.get();
        } catch (UserProblem e) {
            if (e.kind() != UserProblem.Kind.USAGE) {
                throw e;
            }
            lines.add(e.getMessage());
            return otherwise;
        }
    }

    /** Throws UserProblem with a line for each part that was wrong, if any was. */
    void refuse() {
        if (!lines.isEmpty()) {
            throw UserProblem.usage(String.join("\n", lines));
        }
    }
}
