package org.bulkhead.servers.scenario;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.protocol.DeathInfo;
import org.bulkhead.isolate.protocol.Supervision;

/** Counts the deaths of components, and those of them that no completed request has followed yet. */
final class DeathWatch {
    private final Supervision supervision;
    private final List<String> names = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    /** Numbers of the deaths that were not followed by a completed request at the last look, and who died. */
    private final List<Integer> unserved = new ArrayList<>();
    private final List<String> unservedNames = new ArrayList<>();
    private int next;

    DeathWatch(Supervision supervision) {
        this.supervision = supervision;
    }

    /** Counts the deaths since the last look. */
    void look() {
        for (int deaths = supervision.deaths(); next < deaths; next++) {
            DeathInfo death = supervision.death(next);
            if (death != null) {
                count(death.name());
                unserved.add(next);
                unservedNames.add(death.name());
            }
        }
        for (int i = unserved.size() - 1; i >= 0; i--) {
            DeathInfo death = supervision.death(unserved.get(i));
            if (death == null || death.serviceTicks() != 0) {
                unserved.remove(i);
                unservedNames.remove(i);
            }
        }
    }

    private void count(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            names.add(name);
            counts.add(1L);
        } else {
            counts.set(index, counts.get(index) + 1);
        }
    }

    /** Returns how often a component had died at the last look. */
    long deaths(String name) {
        int index = names.indexOf(name);
        return index < 0 ? 0 : counts.get(index);
    }

    /** Returns whether a completed request had followed each death of the component at the last look. */
    boolean isServed(String name) {
        return !unservedNames.contains(name);
    }
}
