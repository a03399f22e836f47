package org.bulkhead.builder.scenario.judge;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something that must hold, and what was found.
 *
 * @param what is looked at
 * @param expected what it should be
 * @param found what it was
 * @param holds whether that is as expected
 */
@JsonPropertyOrder({"what", "expected", "found", "holds"})
public record Finding(String what, String expected, String found, boolean holds) {
    /** Returns the line that says what is wrong. */
    public String problem() {
        return what + ": " + found + "; expected: " + expected;
    }
}
