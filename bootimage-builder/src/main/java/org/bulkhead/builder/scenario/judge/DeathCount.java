package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bulkhead.servers.scenario.Requirement;

/**
 * A component died so many times, of nothing but certain reasons.
 *
 * @param component its name
 * @param count how often
 * @param reasons of any of which; all are allowed if there is none
 */
public record DeathCount(String component, Requirement count, Set<String> reasons) implements Expectation {
    /** Key of the requirement on the number, for messages. */
    public static final String DEATHS = "deaths:";

    @Override
    public Finding judge(Evidence evidence) {
        List<Death> deaths = evidence.deaths(component);
        Map<String, Long> found = deaths.stream().collect(Collectors.groupingBy(Death::reason, TreeMap::new, Collectors.counting()));
        boolean known = reasons.isEmpty() || reasons.containsAll(found.keySet());
        String expected = count + (reasons.isEmpty() ? "" : ", each of " + reasons.stream().sorted().collect(Collectors.joining(" or ")));
        return new Finding("deaths of " + component, expected, DEATHS + " " + deaths.size() + (found.isEmpty() ? "" : " " + found), known && count.isMet(Integer.toString(deaths.size())));
    }
}
