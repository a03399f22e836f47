package org.bulkhead.servers.conformance;

/**
 * What kind of isolate a puppet is.
 *
 * @param percent processor budget
 * @param runMillis longest run without receiving, 0 for no limit
 * @param requestMillis longest service of a request, 0 for no limit
 * @param queuedMillis longest time that a request stays queued, 0 for no limit
 * @param module the conductor's handle of the module that it runs, 0 for none
 */
record Part(String name, int rank, int priority, int percent, int runMillis, int requestMillis, int queuedMillis, long module) {
    /** Ranks: clients stand above servers. */
    static final int SERVER_RANK = 2;
    static final int CLIENT_RANK = 5;
    private static final int SERVER_PRIORITY = 2;
    private static final int CLIENT_PRIORITY = 4;
    private static final int ALL = 100;

    static Part server(String name) {
        return new Part(name, SERVER_RANK, SERVER_PRIORITY, ALL, 0, 0, 0, 0);
    }

    static Part client(String name) {
        return new Part(name, CLIENT_RANK, CLIENT_PRIORITY, ALL, 0, 0, 0, 0);
    }

    Part withRank(int other) {
        return new Part(name, other, priority, percent, runMillis, requestMillis, queuedMillis, module);
    }

    /** 1 to 5: below is the idler, above the conductor. */
    Part withPriority(int other) {
        return new Part(name, rank, other, percent, runMillis, requestMillis, queuedMillis, module);
    }

    Part withPercent(int other) {
        return new Part(name, rank, priority, other, runMillis, requestMillis, queuedMillis, module);
    }

    Part withRunMillis(int other) {
        return new Part(name, rank, priority, percent, other, requestMillis, queuedMillis, module);
    }

    Part withRequestMillis(int other) {
        return new Part(name, rank, priority, percent, runMillis, other, queuedMillis, module);
    }

    Part withQueuedMillis(int other) {
        return new Part(name, rank, priority, percent, runMillis, requestMillis, other, module);
    }

    Part withModule(long other) {
        return new Part(name, rank, priority, percent, runMillis, requestMillis, queuedMillis, other);
    }
}
