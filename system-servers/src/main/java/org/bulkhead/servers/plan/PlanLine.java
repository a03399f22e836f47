package org.bulkhead.servers.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A line at the start of a disk block that tells a program what to do: {@code word key=value key=value …}, blanks between, a line feed at its end. */
public final class PlanLine {
    private static final char BLANK = ' ';

    private final Map<String, String> values = new LinkedHashMap<>();

    private PlanLine() {}

    /**
     * Returns the line in a block, or one without keys if the block does not begin with {@code word} and a blank.
     *
     * @throws IllegalArgumentException if a key is none of {@code keys}, or has no value; the message names it and what there is
     */
    public static PlanLine in(ByteBuffer block, String word, Set<String> keys) {
        byte[] bytes = new byte[block.remaining()];
        block.get(block.position(), bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        PlanLine line = new PlanLine();
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(word + BLANK)) {
            return line;
        }
        int at = word.length() + 1;
        while (at < end) {
            int blank = text.indexOf(BLANK, at);
            int next = blank < 0 || blank > end ? end : blank;
            line.add(word, text.substring(at, next), keys);
            at = next + 1;
        }
        return line;
    }

    private void add(String word, String pair, Set<String> keys) {
        int equals = pair.indexOf('=');
        if (equals < 0 || !keys.contains(pair.substring(0, equals))) {
            throw new IllegalArgumentException("\"" + pair + "\" in the plan \"" + word + "\": it knows KEY=VALUE for the keys " + keys);
        }
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** Returns the value of a key, {@code other} if the line does not have it. */
    public String text(String key, String other) {
        return values.getOrDefault(key, other);
    }

    /**
     * Returns the value of a key as a number, {@code other} if the line does not have it.
     *
     * @throws IllegalArgumentException if it is no number that is 0 or more
     */
    public long number(String key, long other) {
        String value = values.get(key);
        if (value == null) {
            return other;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
            value = values.get(key);
        }
        throw new IllegalArgumentException(key + "=" + value + " in the plan: a number from 0 on is wanted");
    }
}
