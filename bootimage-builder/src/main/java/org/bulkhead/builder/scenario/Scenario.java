package org.bulkhead.builder.scenario;

/** A run of the whole system that is judged from outside. */
public interface Scenario {
    /** Returns the name by which the command line calls it. */
    String name();

    /** Returns one line that says what it shows. */
    String description();

    /** Runs it and returns the verdict; what the system did wrong is in the report, not thrown. */
    ScenarioReport run(ScenarioContext context);
}
