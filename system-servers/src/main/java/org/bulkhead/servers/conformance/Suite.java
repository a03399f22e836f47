package org.bulkhead.servers.conformance;

import java.util.ArrayList;
import java.util.List;

/** All cases. */
public final class Suite {
    private final List<Case> cases = new ArrayList<>();
    private final Topic topic;

    private Suite(Topic topic) {
        this.topic = topic;
    }

    /** Returns all cases, in the order of their topics. */
    public static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            Suite suite = new Suite(topic);
            suite.fill();
            all.addAll(suite.cases);
        }
        return all;
    }

    private void fill() {
        switch (topic) {
            case DELIVERY -> Delivery.add(this);
            case BOUNDS -> Bounds.add(this);
            case CREDITS -> Credits.add(this);
            case BUFFERS -> Buffers.add(this);
            case DEADLINES -> Deadlines.add(this);
            case CANCELLATION -> Cancellation.add(this);
            case DEATH -> Deaths.add(this);
            case TOMBSTONE -> Tombstones.add(this);
            case HANDLES -> Handles.add(this);
            case RIGHTS -> ShrinkingRights.add(this);
            case TRANSFERS -> Transfers.add(this);
            case REVOCATION -> Revocation.add(this);
            case LEASES -> {
                Leases.add(this);
                MappedLeases.add(this);
            }
            case PRIORITY -> Priorities.add(this);
            case BUDGETS -> Budgets.add(this);
            case FAULTS -> Faults.add(this);
            case FLOATING_POINT -> FloatingPoint.add(this);
            case INTERRUPTS -> Interrupts.add(this);
            case DEVICES -> Devices.add(this);
            case MODULES -> Modules.add(this);
        }
    }

    /** Adds a case of the topic. */
    void that(String promise, Case.Script script) {
        cases.add(new Case(topic, promise, script));
    }
}
