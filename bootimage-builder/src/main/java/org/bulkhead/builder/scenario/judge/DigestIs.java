package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.Locale;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * A program read what the host had put onto the disk: the SHA-256 in a marked line is that of a part of the disk before the run.
 *
 * @param line which line
 * @param key of the digest in it
 * @param area the part of the disk
 */
public record DigestIs(LinePattern line, String key, Area area) implements Expectation {
    @Override
    public List<Area> before() {
        return List.of(area);
    }

    @Override
    public Finding judge(Evidence evidence) {
        String expected = evidence.before().get(area);
        List<String> found = line.in(evidence).stream().map(this::digest).distinct().toList();
        return new Finding("digest in " + line, expected, found.isEmpty() ? "no such line" : String.join(", ", found), found.equals(List.of(expected)));
    }

    private String digest(MarkedLine each) {
        return each.values().getOrDefault(key, "no " + key).toLowerCase(Locale.ROOT);
    }
}
