package org.bulkhead.isolate.manifest.rules;

/**
 * A right that a manifest gives, or that code asks for.
 *
 * @param kind what it is a right to
 * @param name by which code asks for it: the name of a port range or a service, the number of an interrupt line; empty for a kind of which there is only one
 */
public record Right(RightKind kind, String name) {
    /** Returns it in words: {@code ports "command"}, {@code interrupt 14}, {@code the right to supervise}. */
    @Override
    public String toString() {
        return kind.describe(name);
    }
}
