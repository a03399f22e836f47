package org.bulkhead.servers.exerciser;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bulkhead.servers.plan.PlanLine;

/**
 * What is to be exercised, and how long: all devices without end, unless block 0 of the scratch disk begins with a line {@code exercise devices=ata0,uart0 rounds=20 deadline=500}.
 *
 * @param devices names, empty for all
 * @param rounds how many, then the machine is switched off; 0 for no end
 * @param deadlineMillis longest time of a request
 */
record Plan(List<String> devices, long rounds, long deadlineMillis) {
    /** What is done where nothing is said. */
    static final Plan ALL = new Plan(List.of(), 0, 1_000);

    private static final String DEVICES = "devices";
    private static final String ROUNDS = "rounds";
    private static final String DEADLINE = "deadline";

    /** Returns the plan in a block, {@link #ALL} if there is none. Throws IllegalArgumentException, which names what is not understood, if there is one that says something else. */
    static Plan in(ByteBuffer block) {
        PlanLine line = PlanLine.in(block, "exercise", new TreeSet<>(Set.of(DEVICES, ROUNDS, DEADLINE)));
        String devices = line.text(DEVICES, "");
        return new Plan(devices.isEmpty() ? ALL.devices : List.of(devices.split(",")), line.number(ROUNDS, ALL.rounds), line.number(DEADLINE, ALL.deadlineMillis));
    }

    boolean includes(String device) {
        return devices.isEmpty() || devices.contains(device);
    }
}
