package org.bulkhead.builder.scenario.judge;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bulkhead.servers.scenario.Requirement;

/**
 * A text has so many matches of a regular expression.
 *
 * @param source which text
 * @param pattern the expression
 * @param count how many matches
 */
public record TextHas(Source source, Pattern pattern, Requirement count) implements Expectation {
    /** Key of the requirement on the number, for messages. */
    public static final String MATCHES = "matches:";

    /** Which text. */
    public enum Source {
        /** The system's log. */
        LOG,
        /** What came over the serial line. */
        CONSOLE
    }

    @Override
    public Finding judge(Evidence evidence) {
        String text = switch (source) {
            case LOG -> evidence.log();
            case CONSOLE -> evidence.console();
        };
        String first = pattern.matcher(text).results().findFirst().map(MatchResult::group).orElse("");
        long matches = pattern.matcher(text).results().count();
        return new Finding((source == Source.LOG ? "log: /" : "console: /") + pattern + "/", count.toString(), MATCHES + " " + matches + (matches == 0 ? "" : ", first \"" + first.strip() + "\""),
            count.isMet(Long.toString(matches)));
    }
}
