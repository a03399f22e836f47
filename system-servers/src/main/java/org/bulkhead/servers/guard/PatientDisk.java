package org.bulkhead.servers.guard;

import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.protocol.DeviceException;

/**
 * Repeats what a disk does not do as it should: three tries, then a complaint about its driver, and three more with the driver's successor, for which the request waits in the queue. Then the client is
 * told.
 */
final class PatientDisk {
    /** Tries before the complaint, and as many after it. */
    static final int TRIES = 3;

    private final String driver;
    private final Complaints complaints;

    /** Where drivers are complained about. */
    interface Complaints {
        /** Has the component restarted, if that is possible; {@code why} is for people. */
        void complain(String component, String why);
    }

    /** One or several requests to the disk, and a look at what came of them. */
    interface Attempt {
        /** Returns null if all is well, otherwise what is wrong, for people. */
        String run() throws DeviceException;
    }

    /** Makes the patience for the disk of a driver, the name of a component. */
    PatientDisk(String driver, Complaints complaints) {
        this.driver = driver;
        this.complaints = complaints;
    }

    /**
     * Tries until all is well.
     *
     * @param what what is attempted, for the message
     * @throws DeviceException if it is in vain
     */
    void attempt(String what, Attempt attempt) throws DeviceException {
        attempt(what, attempt, () -> { });
    }

    /** As the other; {@code inVain} runs before the exception is thrown. */
    void attempt(String what, Attempt attempt, Runnable inVain) throws DeviceException {
        Failure failure = tries(attempt);
        if (failure != null && failure.isDriversFault()) {
            complaints.complain(driver, what + ": " + failure.problem);
            failure = tries(attempt);
        }
        if (failure != null) {
            inVain.run();
            throw new DeviceException(what + ": " + failure.problem);
        }
    }

    /** Tries as often as makes sense; returns null if all is well. */
    private static Failure tries(Attempt attempt) {
        Failure failure = null;
        for (int i = 0; i < TRIES; i++) {
            failure = once(attempt);
            if (failure == null || !failure.isWorthAnotherTry()) {
                return failure;
            }
        }
        return failure;
    }

    private enum Kind {
        /** The device reports an error, or the driver died: the next try may succeed. */
        ERROR,
        /** The driver answers, and wrongly. */
        NONSENSE,
        /** The driver does not answer. */
        SILENCE,
        /** There is no driver any more. */
        GONE
    }

    private record Failure(Kind kind, String problem) {
        boolean isDriversFault() {
            return kind == Kind.NONSENSE || kind == Kind.SILENCE;
        }

        /** Silence stays silence until there is another driver. */
        boolean isWorthAnotherTry() {
            return kind == Kind.ERROR || kind == Kind.NONSENSE;
        }
    }

    private static Failure once(Attempt attempt) {
        try {
            String problem = attempt.run();
            return problem == null ? null : new Failure(Kind.NONSENSE, problem);
        } catch (DeviceException | PeerDiedException | PoisonedException e) {
            return new Failure(Kind.ERROR, e.getMessage());
        } catch (OfflineException e) {
            return new Failure(Kind.GONE, e.getMessage());
        } catch (DeadlineException e) {
            return new Failure(Kind.SILENCE, e.getMessage());
        } catch (RuntimeException e) {
            // Refused what the protocol allows, or replied what does not decode, which fails in whatever way.
            return new Failure(Kind.NONSENSE, e.toString());
        }
    }
}
