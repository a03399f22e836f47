package org.bulkhead.builder.campaign;

import java.util.Locale;

/** What became of a fault, from best to worst. */
public enum Outcome {
    /** Nothing was to be noticed. */
    MASKED("masked"),
    /** The driver was restarted, and its clients noticed nothing. */
    RECOVERED_UNSEEN("recovered, unseen"),
    /** Clients were told of an error, or found data to be wrong by its checksum; then all was well again. */
    RECOVERED_WITH_ERROR("recovered, with an error"),
    /** The service was not back in time. */
    SERVICE_LOST("service lost"),
    /** Wrong data passed for right. */
    SILENT_CORRUPTION("silent corruption"),
    /** The nucleus crashed, or the machine ended. */
    NUCLEUS_CRASH("nucleus crash");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Returns how people say it. */
    public String words() {
        return words;
    }

    /** Returns its name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the machine cannot be trusted with further faults. */
    public boolean endsBoot() {
        return compareTo(SERVICE_LOST) >= 0;
    }
}
