package org.bulkhead.builder.campaign;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.bulkhead.builder.UserProblem;

/** Repeats a fault of a campaign: the machine boots again and gets all faults of its boot up to that one, since what went before decides what happens. */
public final class Replay {
    private static final Pattern ADDRESS = Pattern.compile("0x4[0-9a-f]{5}");

    private final CampaignImage image;
    private final ResultFile recorded;

    /**
     * @throws UserProblem if the results are another image's
     */
    public Replay(CampaignImage image, ResultFile recorded) {
        this.image = image;
        this.recorded = recorded;
        String difference = recorded.header().difference(CampaignHeader.of(recorded.header().plan(), image, 1, 1));
        if (!difference.isEmpty()) {
            throw UserProblem.failure("the results are of another image (" + difference + "): name theirs with --image, or check out the sources that it was built from");
        }
    }

    /** Runs the fault and shows it; returns whether it went as recorded. */
    public boolean run(long id, PrintWriter out) {
        FaultResult expected = recorded.results().stream().filter(each -> each.id() == id).findFirst()
            .orElseThrow(() -> UserProblem.usage("the results have no fault " + id));
        StringBuilder log = new StringBuilder();
        List<FaultResult> results = new BootRun(image, recorded.header().plan()).run(expected.boot(), id, (result, text) -> {
            out.print(result.id() == id ? "" : ".");
            out.flush();
            if (result.id() == id) {
                log.append(text);
            }
        });
        FaultResult actual = results.get(results.size() - 1);
        out.println();
        out.print(ResultFile.line(actual));
        out.println("What the system wrote from the injection on:");
        log.toString().lines().forEach(line -> out.println("  " + line));
        ADDRESS.matcher(log).results().map(each -> each.group()).distinct()
            .forEach(each -> out.println("  " + each + " is in " + image.map().describe(Integer.decode(each))));
        boolean same = actual.equals(expected);
        out.println(same ? "It went as recorded." : "It did NOT go as recorded: " + ResultFile.line(expected).strip());
        out.flush();
        return same;
    }
}
