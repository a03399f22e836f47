package org.bulkhead.servers.exerciser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    private static final String WORD = "exercise";
    private static final String DEVICES = "devices=";
    private static final String ROUNDS = "rounds=";
    private static final String DEADLINE = "deadline=";

    /** Returns the plan in a block, {@link #ALL} if there is none. Throws IllegalArgumentException, which names what is not understood, if there is one that says something else. */
    static Plan in(ByteBuffer block) {
        byte[] bytes = new byte[block.remaining()];
        block.get(block.position(), bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(WORD + " ")) {
            return ALL;
        }
        Plan plan = ALL;
        int at = WORD.length();
        while (at < end) {
            int blank = text.indexOf(' ', at + 1);
            int next = blank < 0 || blank > end ? end : blank;
            plan = plan.with(text.substring(at + 1, next));
            at = next;
        }
        return plan;
    }

    private Plan with(String word) {
        if (word.startsWith(DEVICES)) {
            return new Plan(list(word.substring(DEVICES.length())), rounds, deadlineMillis);
        }
        if (word.startsWith(ROUNDS)) {
            return new Plan(devices, Long.parseLong(word.substring(ROUNDS.length())), deadlineMillis);
        }
        if (word.startsWith(DEADLINE)) {
            return new Plan(devices, rounds, Long.parseLong(word.substring(DEADLINE.length())));
        }
        throw new IllegalArgumentException("\"" + word + "\" in the exerciser's plan: it knows devices=NAME,NAME rounds=NUMBER deadline=MILLISECONDS");
    }

    private static List<String> list(String names) {
        List<String> list = new ArrayList<>();
        int at = 0;
        while (at <= names.length()) {
            int comma = names.indexOf(',', at);
            int end = comma < 0 ? names.length() : comma;
            list.add(names.substring(at, end));
            at = end + 1;
        }
        return list;
    }

    boolean includes(String device) {
        return devices.isEmpty() || devices.contains(device);
    }
}
