package org.bulkhead.builder.scenario.judge;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.builder.scenario.MarkedLine;

/**
 * As many isolates, queues and frames are in use at the end as at an earlier moment.
 *
 * @param since name of the inventory that is compared with the one at the end
 * @param isolates most more isolates
 * @param queues most more queues
 * @param frames most more frames
 */
public record NothingLeaks(String since, long isolates, long queues, long frames) implements Expectation {
    @Override
    public Finding judge(Evidence evidence) {
        List<MarkedLine> inventories = evidence.lines("inventory");
        List<MarkedLine> first = inventories.stream().filter(each -> since.equals(each.values().get("at"))).toList();
        List<MarkedLine> last = inventories.stream().filter(each -> "end".equals(each.values().get("at"))).toList();
        String expected = "more since \"" + since + "\": isolates at most " + isolates + ", queues at most " + queues + ", frames at most " + frames;
        if (first.isEmpty() || last.isEmpty()) {
            return new Finding("what is in use", expected, "there is no inventory \"" + (first.isEmpty() ? since : "end") + "\"", false);
        }
        List<String> found = new ArrayList<>();
        boolean holds = true;
        holds &= compare("isolates", isolates, first.get(0), last.get(0), found);
        holds &= compare("queues", queues, first.get(0), last.get(0), found);
        holds &= compare("frames", frames, first.get(0), last.get(0), found);
        return new Finding("what is in use", expected, String.join(", ", found), holds);
    }

    private static boolean compare(String what, long limit, MarkedLine first, MarkedLine last, List<String> found) {
        long more = last.number(what) - first.number(what);
        found.add(String.format("%s %+d (%d)", what, more, last.number(what)));
        return more <= limit;
    }
}
