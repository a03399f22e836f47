package org.bulkhead.builder.yaml;

import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;

/** A part of a YAML file that knows where it stands. */
public sealed interface YamlNode {
    /**
     * Where a node stands.
     *
     * @param file name of the file
     * @param line from 1 on
     */
    record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** Returns where it stands. */
    Place place();

    /** Returns what it is, for a message. */
    String describe();

    /** Returns the problem that {@code what} is wrong here; to be thrown. */
    default UserProblem problem(String what) {
        return UserProblem.usage(place() + ": " + what);
    }

    /** A text, number or truth value as it was written; empty for nothing at all. */
    record Scalar(String text, Place place) implements YamlNode {
        @Override
        public String describe() {
            return text.isEmpty() ? "nothing" : "\"" + text + "\"";
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys and their values, in the order of the file. */
    record Mapping(Map<String, YamlNode> entries, Place place) implements YamlNode {
        @Override
        public String describe() {
            return entries.isEmpty() ? "a mapping" : "a mapping with " + String.join(", ", entries.keySet());
        }
    }
}
