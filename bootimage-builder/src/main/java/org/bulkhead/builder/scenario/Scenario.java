package org.bulkhead.builder.scenario;

import org.bulkhead.builder.manifest.BootSet;

/** A run of the whole system that is judged from outside. */
public interface Scenario {
    /** Returns the name by which the command line calls it. */
    String name();

    /** Returns one line that says what it shows. */
    String description();

    /** Returns the programs of the image that it boots. */
    BootSet bootSet();

    /** Runs it and returns the verdict; what the system did wrong is in the report, not thrown. */
    Verdict run(ScenarioContext context);
}
