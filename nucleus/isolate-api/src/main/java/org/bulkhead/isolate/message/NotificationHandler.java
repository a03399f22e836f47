package org.bulkhead.isolate.message;

/** What a server does when notification bits arrive between requests. */
@FunctionalInterface
public interface NotificationHandler {
    /** Handles the bits in {@code bits}, which are taken. */
    void notified(long bits);
}
