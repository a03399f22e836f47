package org.bulkhead.builder.scenario.judge;

import java.util.List;

/**
 * A part of the disk has after the run what a part of it had before.
 *
 * @param area the part after the run
 * @param from the part before the run; the same part if it must not have changed
 */
public record DiskHas(Area area, Area from) implements Expectation {
    @Override
    public List<Area> before() {
        return List.of(from);
    }

    @Override
    public List<Area> after() {
        return List.of(area);
    }

    @Override
    public Finding judge(Evidence evidence) {
        String expected = evidence.before().get(from);
        String found = evidence.after().get(area);
        return new Finding("disk 1, " + area, (area.equals(from) ? "unchanged, " : "what was in the " + from + ", ") + expected, found, expected.equals(found));
    }
}
