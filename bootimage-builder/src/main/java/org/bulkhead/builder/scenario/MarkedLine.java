package org.bulkhead.builder.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulkhead.builder.UserProblem;

/**
 * A line by which the system reports to a scenario: {@code @word key=value key=value …}.
 *
 * @param word what is reported
 * @param values the keys and values, in order; neither contains blanks
 */
public record MarkedLine(String word, Map<String, String> values) {
    private static final char MARK = '@';

    /** Returns the marked lines in a text, in order; other lines, and an incomplete last line, are left out. */
    public static List<MarkedLine> in(String text) {
        String complete = text.substring(0, text.lastIndexOf('\n') + 1);
        return complete.lines().map(MarkedLine::parse).flatMap(Optional::stream).toList();
    }

    static Optional<MarkedLine> parse(String line) {
        if (line.length() < 2 || line.charAt(0) != MARK || !Character.isLetter(line.charAt(1))) {
            return Optional.empty();
        }
        String[] parts = line.substring(1).trim().split("\\s+");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            values.put(equals < 0 ? parts[i] : parts[i].substring(0, equals), equals < 0 ? "" : parts[i].substring(equals + 1));
        }
        return Optional.of(new MarkedLine(parts[0], values));
    }

    /**
     * Returns the value of a key.
     *
     * @throws UserProblem if it is missing
     */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw UserProblem.failure("the system's line \"@" + word + " …\" has no " + key + ": " + values);
        }
        return value;
    }

    /**
     * Returns the value of a key as a number, decimal or with 0x.
     *
     * @throws UserProblem if it is missing or no number
     */
    public long number(String key) {
        String value = text(key);
        try {
            return value.startsWith("0x") ? Long.parseUnsignedLong(value.substring(2), 16) : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw UserProblem.failure("the system's line \"@" + word + " …\" has no number in " + key + "=" + value, e);
        }
    }
}
