package org.bulkhead.builder.scenario.file;

import java.util.List;
import org.bulkhead.builder.scenario.judge.Area;

/**
 * A scenario's disk: a raw file, a hole where no contents are given.
 *
 * @param size in bytes
 * @param contents where there are random bytes, which follow from the run's seed in this order
 */
public record DiskSpec(long size, List<Area> contents) {
    /** The contents of all bytes. */
    public Area whole() {
        return new Area(0, size);
    }
}
