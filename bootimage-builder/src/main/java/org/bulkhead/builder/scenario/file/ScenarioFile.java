package org.bulkhead.builder.scenario.file;

import java.util.List;
import java.util.Optional;
import org.bulkhead.builder.scenario.judge.ComesToTheEnd;
import org.bulkhead.builder.scenario.judge.Expectation;
import org.bulkhead.builder.scenario.judge.Judge;
import org.bulkhead.servers.scenario.Plan;

/**
 * A scenario as its file says it.
 *
 * @param name by which the command line calls it: that of the file
 * @param shows one line that says what it shows
 * @param machine what it runs on
 * @param programs names of the classes in its image
 * @param plan what the conductor does; none if a program of the image directs by itself
 * @param hostSteps the host's part of the plan
 * @param ending what must hold in every scenario
 * @param expectations what must hold besides
 * @param judge what judges what a file cannot say
 * @param repetition whether runs are compared
 * @param plots what the report shows besides what it shows of each scenario
 */
public record ScenarioFile(String name, String shows, MachineSpec machine, List<String> programs, Optional<Plan> plan, List<HostStep> hostSteps, ComesToTheEnd ending,
        List<Expectation> expectations, Optional<Judge> judge, Repetition repetition, List<PlotSpec> plots) {
    /** Whether two runs are compared. */
    public enum Repetition {
        /** One run is enough. */
        ONCE,
        /** In an emulator whose equal runs are equal there are two runs, which must print the same. */
        COMPARED
    }
}
