package org.bulkhead.servers.exerciser;

import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.protocol.DeviceException;

/** The work on one device, a little in each round. Nothing that the device's driver does makes it end: what comes is counted. */
abstract class Exercise {
    /** How often a request is made before the round goes on without an answer. */
    static final int ATTEMPTS = 3;

    private final String device;
    private final Complaints complaints;
    private final Tally tally = new Tally();

    /** Makes the work on {@code device}, the name of a component. */
    Exercise(String device, Complaints complaints) {
        this.device = device;
        this.complaints = complaints;
    }

    /** A request, or several that belong together. */
    interface Request {
        /** Returns null if all is as it should be, otherwise one word that says what was wrong with the answer. */
        String run() throws DeviceException;
    }

    /** Returns the name of the component. */
    final String device() {
        return device;
    }

    final Tally tally() {
        return tally;
    }

    /** Counts an answer that was wrong, and complains about who gave it. */
    final void detected(String problem) {
        tally.detected(problem);
        complaints.about(device, "wrong data: " + problem);
    }

    /** Does the work of a round, the next after {@code round} - 1. */
    abstract void round(long round);

    /**
     * Makes a request up to {@link #ATTEMPTS} times until its answer is right; returns whether it was. Wrong answers are complained about, and if there is none at all.
     *
     * <p>All exceptions are caught, since what a damaged driver replies may fail in any way while it is decoded.
     */
    final boolean ask(Request request) {
        String problem = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                problem = request.run();
                if (problem == null) {
                    tally.answered();
                    return true;
                }
                detected(problem);
            } catch (NucleusException e) {
                problem = null;
                tally.failed(e.code() == null ? e.getClass().getSimpleName() : e.code().name());
            } catch (DeviceException | RuntimeException e) {
                problem = null;
                tally.failed(e.getClass().getSimpleName());
            }
        }
        if (problem != null) {
            tally.wrong(problem);
        } else {
            // It may live and yet be of no use, which nobody but its clients sees.
            complaints.about(device, "no answer in " + ATTEMPTS + " attempts");
        }
        return false;
    }
}
