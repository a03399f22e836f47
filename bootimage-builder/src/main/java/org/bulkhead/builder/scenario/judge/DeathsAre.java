package org.bulkhead.builder.scenario.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulkhead.servers.scenario.Requirement;

/**
 * A component's deaths are exactly these: as many, in this order, each of a successor of the one before.
 *
 * @param component its name
 * @param causes what each death was of, in order
 */
public record DeathsAre(String component, List<Cause> causes) implements Expectation {
    /**
     * What a death was of.
     *
     * @param reasons any of these
     * @param detail what the death's detail must be; none if it does not matter
     */
    public record Cause(Set<String> reasons, List<Requirement> detail) {
        boolean isOf(Death death) {
            return reasons.contains(death.reason()) && detail.stream().allMatch(each -> each.isMet(death.detail()));
        }

        @Override
        public String toString() {
            return reasons.stream().sorted().collect(Collectors.joining(" or ")) + detail.stream().map(each -> " (" + each + ")").collect(Collectors.joining());
        }
    }

    @Override
    public Finding judge(Evidence evidence) {
        List<Death> deaths = evidence.deaths(component);
        String expected = causes.size() + ": " + causes.stream().map(Cause::toString).collect(Collectors.joining(", "));
        boolean holds = deaths.size() == causes.size();
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < Math.min(deaths.size(), causes.size()); i++) {
            Death death = deaths.get(i);
            if (!causes.get(i).isOf(death)) {
                wrong.append("; death ").append(i + 1).append(" was of ").append(death.reason()).append(" (detail ").append(death.detail()).append(") instead of ").append(causes.get(i));
            }
            if (i > 0 && death.incarnation() != deaths.get(i - 1).incarnation() + 1) {
                wrong.append("; death ").append(i + 1).append(" was of incarnation ").append(death.incarnation()).append(" after ").append(deaths.get(i - 1).incarnation());
            }
        }
        String found = deaths.size() + ": " + deaths.stream().map(Death::reason).collect(Collectors.joining(", ")) + wrong;
        return new Finding("deaths of " + component, expected, found, holds && wrong.isEmpty());
    }
}
