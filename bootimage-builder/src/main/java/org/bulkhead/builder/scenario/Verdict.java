package org.bulkhead.builder.scenario;

import java.util.List;

/** How a run was judged; its components are what {@code report.json} holds. */
public interface Verdict {
    /** Returns the scenario's name. */
    String scenario();

    /** Returns whether there are no problems. */
    boolean passed();

    /** Returns what was wrong, one line each. */
    List<String> problems();

    /** Returns the tables and lines that people see, without problems and verdict. */
    String text();
}
