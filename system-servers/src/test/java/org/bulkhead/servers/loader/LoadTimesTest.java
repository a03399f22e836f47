package org.bulkhead.servers.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bulkhead.modules.MakingStep;
import org.bulkhead.servers.loader.LoadTimes.Phase;
import org.junit.jupiter.api.Test;

/** Each phase gets the time since the one before. */
class LoadTimesTest {
    private long now = 5_000;

    @Test
    void phasesGetTheTimeSinceTheOneBefore() {
        LoadTimes times = new LoadTimes(() -> now);
        now += 12_999;
        times.done(Phase.READING);
        now += 3_000;
        times.done(MakingStep.COMPILING);
        times.done(Phase.KEEPING);
        now += 400;
        times.done(Phase.MAPPING);
        assertEquals("reading 12, compiling 3, mapping 0", times.toString());
    }
}
