package org.bulkhead.servers.console;

/** Times since boot, for people. */
final class Seconds {
    private static final long MILLISECOND = 1_000_000;
    private static final int THOUSAND = 1000;

    private Seconds() {}

    /** Returns nanoseconds as seconds with three digits behind the point. */
    static String of(long nanoseconds) {
        long millis = nanoseconds / MILLISECOND;
        String rest = Long.toString(millis % THOUSAND);
        return millis / THOUSAND + "." + "0".repeat(3 - rest.length()) + rest;
    }
}
