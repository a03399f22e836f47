package org.bulkhead.servers.scenario;

/**
 * What a marked line's value must be.
 *
 * @param key of the value
 * @param comparison how it is compared
 * @param value that is wanted
 */
public record Requirement(String key, Comparison comparison, String value) {
    /**
     * {@return whether a value meets it}
     *
     * @param found the value of the key, or null if the line has none
     */
    public boolean isMet(String found) {
        return found != null && comparison.holds(found, value);
    }

    @Override
    public String toString() {
        return key + " " + comparison.words() + value;
    }
}
