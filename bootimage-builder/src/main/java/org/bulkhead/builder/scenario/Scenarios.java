package org.bulkhead.builder.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.bulkhead.builder.UserProblem;

/** All scenarios. */
public final class Scenarios {
    private static final List<Scenario> ALL = List.of(new DiskDriverKilled(), new ForbiddenThings(), new Conformance(), new LargeDisk(), new NetworkAnswers());

    private Scenarios() {}

    /** Returns all scenarios in the order of a listing. */
    public static List<Scenario> all() {
        return ALL;
    }

    /**
     * Returns the scenario of a name.
     *
     * @throws UserProblem if there is none
     */
    public static Scenario named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst().orElseThrow(() -> UserProblem.usage(
                "no scenario " + name + "; there are: " + ALL.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }
}
