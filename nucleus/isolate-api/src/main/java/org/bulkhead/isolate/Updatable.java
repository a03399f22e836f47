package org.bulkhead.isolate;

/**
 * An isolate whose place another version of it can take while its clients go on.
 *
 * <p>The supervisor asks it, between two requests, to come to rest; then it waits, and its rights go to the new version, which begins with the state that it has left. If the new version is not ready in
 * time, the old one gets its rights back and goes on. It takes part by the {@link org.bulkhead.isolate.message.ServiceLoop} that is made with {@link Grants#parking}; docs/live-update.md has the whole
 * procedure.
 */
public interface Updatable extends Isolate {
    /**
     * Brings its device to rest and commits the state that a successor needs. Called between two requests, on the isolate's only thread; may wait for the device, but not for long: the supervisor gives
     * up after 2 s and lets the isolate go on. Requests whose reply was put off are to be answered now if they can be: those that are left are repeated by the successor if they are idempotent, and
     * otherwise end as at a death.
     *
     * <p>After it has returned the isolate may have lost its ports, interrupts, windows and DMA channels, until {@link #resume} is called.
     *
     * @throws NotNowException if it cannot come to rest; it goes on as if it had not been asked
     */
    void quiesce() throws NotNowException;

    /**
     * Goes on after {@link #quiesce}: the update has failed. All rights are there again, under the same objects; a DMA channel is in quarantine as after a start, and the device is in the state in which
     * the version that failed has left it. Called on the isolate's only thread, before it takes the next request.
     */
    void resume();
}
