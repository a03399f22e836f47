package org.bulkhead.isolate.manifest.rules;

/**
 * Something that a rule has found.
 *
 * @param severity whether an image can be made all the same
 * @param place where it stands
 * @param message one line that names the thing, what is wrong with it and the remedy, without the place
 */
public record Finding(Severity severity, Place place, String message) {
    /** Whether an image can be made all the same. */
    public enum Severity {
        /** It cannot. */
        ERROR,
        /** It can; something is there for nothing, or could not be checked. */
        WARNING
    }

    static Finding error(Place place, String message) {
        return new Finding(Severity.ERROR, place, message);
    }

    /** Returns the place and the message in one line. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
