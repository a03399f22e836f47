package org.bulkhead.builder.scenario.judge;

import java.util.List;

/** Judges what a scenario's file cannot say. */
public interface Judge {
    /** Returns what must hold, and what was found. */
    List<Finding> judge(Evidence evidence);

    /** Returns tables for people, or nothing. */
    default String text(Evidence evidence) {
        return "";
    }

    /** Whether the system prints more than the serial line can keep up with, and so is heard at the debug port only. */
    default Hearing hearing() {
        return Hearing.EVERYWHERE;
    }

    /** Where the system's marked lines are looked for. */
    enum Hearing {
        /** On the serial line and at the debug port. */
        EVERYWHERE,
        /** At the debug port alone. */
        DEBUG_PORT
    }
}
