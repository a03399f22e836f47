package org.bulkhead.builder.scenario.judge;

import java.util.List;

/** What must hold after a run. */
public interface Expectation {
    /** Returns what was found. */
    Finding judge(Evidence evidence);

    /** Returns the parts of the disk whose digests before the run it asks the evidence for. */
    default List<Area> before() {
        return List.of();
    }

    /** Returns the parts of the disk whose digests after the run it asks the evidence for. */
    default List<Area> after() {
        return List.of();
    }
}
