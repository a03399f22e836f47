package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nobody dies but certain components; programs may end in order.
 *
 * @param components those that may die
 */
public record NobodyElseDies(Set<String> components) implements Expectation {
    @Override
    public Finding judge(Evidence evidence) {
        List<Death> others = evidence.deaths().stream().filter(each -> !components.contains(each.isolate()) && !each.isOrderly()).toList();
        String expected = components.isEmpty() ? "none" : "none but " + components.stream().sorted().collect(Collectors.joining(", "));
        return new Finding("who dies", expected, others.isEmpty() ? "nobody else" : others.stream().map(Death::describe).collect(Collectors.joining(", ")), others.isEmpty());
    }
}
