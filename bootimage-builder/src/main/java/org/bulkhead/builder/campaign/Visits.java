package org.bulkhead.builder.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.campaign.CampaignMachine.Event;

/** Finds out which methods of a driver its load calls, on a machine of its own. */
final class Visits {
    /** The emulator's debugger keeps 16 breakpoints, and the campaign has its own. */
    private static final int AT_ONCE = 6;
    /** After so many rounds the load has done everything that it does. */
    private static final int ROUNDS = 4;
    private static final long ROUND_LIMIT = 500_000_000L;

    private Visits() {}

    /** Returns the instructions of the methods that are called within a few rounds. */
    static List<Instruction> of(CampaignImage image, String driver) {
        List<List<Instruction>> methods = image.drivers().get(driver).methods();
        List<Instruction> visited = new ArrayList<>();
        try (CampaignMachine system = CampaignMachine.boot(image, driver)) {
            for (int i = 0; i < methods.size(); i += AT_ONCE) {
                List<List<Instruction>> some = methods.subList(i, Math.min(methods.size(), i + AT_ONCE));
                some.stream().filter(called(system, some)::contains).forEach(visited::addAll);
            }
        }
        if (visited.isEmpty()) {
            throw UserProblem.failure("the load of " + driver + " calls none of its methods: faults in it would prove nothing");
        }
        return visited;
    }

    private static List<List<Instruction>> called(CampaignMachine system, List<List<Instruction>> methods) {
        Map<Long, Integer> watches = new HashMap<>();
        methods.forEach(each -> watches.put(each.get(0).address(), system.machine().breakAt(each.get(0).address())));
        List<List<Instruction>> called = new ArrayList<>();
        for (int rounds = 0; rounds < ROUNDS && !watches.isEmpty();) {
            Event event = system.next(ROUND_LIMIT);
            if (event == Event.ROUND) {
                rounds++;
            } else if (event == Event.WATCHED) {
                long at = system.machine().programCounter();
                system.machine().delete(watches.remove(at));
                methods.stream().filter(each -> each.get(0).address() == at).forEach(called::add);
            } else {
                throw UserProblem.failure("the load ends by itself (" + event + ") before any fault; " + system.tail());
            }
        }
        watches.values().forEach(system.machine()::delete);
        return called;
    }
}
