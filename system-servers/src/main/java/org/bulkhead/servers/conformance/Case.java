package org.bulkhead.servers.conformance;

/**
 * A case: a promise, and the script that finds out whether it is kept.
 *
 * @param name the promise, one clause
 */
public record Case(Topic topic, String name, Script script) {
    /** What is played; throws {@link Failure} where the promise is not kept. */
    @FunctionalInterface
    interface Script {
        void play(Stage stage);
    }
}
