package org.bulkhead.isolate.message;

/** What a server does when notification bits arrive between requests. */
@FunctionalInterface
public interface NotificationHandler {
    /**
     * Handles the bits in {@code bits}, which have been taken: they come once. Requests wait meanwhile; what it throws ends the isolate.
     *
     * @param bits a bit for each number, 0 to 63; never 0
     */
    void notified(long bits);
}
