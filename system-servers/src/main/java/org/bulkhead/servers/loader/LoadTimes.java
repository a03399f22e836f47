package org.bulkhead.servers.loader;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.bulkhead.modules.MakingStep;

/** How long each phase of loading a program took, in ticks of the time-stamp counter; what others did meanwhile, and waiting for them, counts too. */
final class LoadTimes {
    /** What is done one after the other; what has not to be done takes no time. */
    enum Phase {
        /** The program's jars are read. */
        READING,
        /** The key of a jar is made and the cache asked for it. */
        SEARCHING,
        /** The image's model and the directories of the libraries are read, when something is first compiled. */
        OPENING,
        /** See {@link MakingStep#VERIFYING}. */
        VERIFYING,
        /** See {@link MakingStep#PREPARING}. */
        PREPARING,
        /** See {@link MakingStep#COMPILING}. */
        COMPILING,
        /** See {@link MakingStep#LINKING}. */
        LINKING,
        /** The sealed module is written to the cache. */
        KEEPING,
        /** The nucleus gets the pages; those of a sealed module that lies on the volume are read and checked meanwhile. */
        MAPPING,
        /** The supervisor makes an isolate of the module, or puts it in the place of another. */
        STARTING
    }

    private static final int THOUSAND = 1000;

    private final LongSupplier clock;
    private final long[] ticks = new long[Phase.values().length];
    private long last;

    /** Starts the clock. */
    LoadTimes(LongSupplier clock) {
        this.clock = clock;
        last = clock.getAsLong();
    }

    /** Books all time since the phase before to this one. */
    void done(Phase phase) {
        long now = clock.getAsLong();
        ticks[phase.ordinal()] += now - last;
        last = now;
    }

    /** The same for a step of making. */
    void done(MakingStep step) {
        done(switch (step) {
            case VERIFYING -> Phase.VERIFYING;
            case PREPARING -> Phase.PREPARING;
            case COMPILING -> Phase.COMPILING;
            case LINKING -> Phase.LINKING;
        });
    }

    /** Returns the phases that took time, in thousands of ticks: {@code reading 12, searching 3}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Phase each : Phase.values()) {
            if (ticks[each.ordinal()] > 0) {
                text.append(text.isEmpty() ? "" : ", ").append(each.name().toLowerCase(Locale.ROOT)).append(' ').append(ticks[each.ordinal()] / THOUSAND);
            }
        }
        return text.toString();
    }
}
