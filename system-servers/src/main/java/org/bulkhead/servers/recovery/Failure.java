package org.bulkhead.servers.recovery;

import org.bulkhead.isolate.protocol.InjectedFault;
import org.bulkhead.isolate.protocol.Supervision;
import org.bulkhead.isolate.protocol.SupervisionException;

/** A way to fail, each found out by another of the nucleus's or the supervisor's detections. */
enum Failure {
    /** Killed on request. */
    KILL {
        @Override
        void cause(Supervision supervision, String component) throws SupervisionException {
            supervision.kill(component);
        }
    },
    /** Complained about. */
    COMPLAINT {
        @Override
        void cause(Supervision supervision, String component) throws SupervisionException {
            supervision.complain(component, "to see how long it takes");
        }
    },
    /** An exception that nobody catches. */
    EXCEPTION,
    /** A write to memory of others. */
    WILD_WRITE,
    /** An instruction of the nucleus's. */
    PRIVILEGED,
    /** An endless loop. */
    LOOP,
    /** Waiting for ever, while requests are queued. */
    HANG,
    /** An end of its own accord. */
    EXIT,
    /** A heap that is used up. */
    MEMORY;

    /** Makes a component fail. Which it does by itself, at its next receive, unless the failure is another's doing. */
    void cause(Supervision supervision, String component) throws SupervisionException {
        supervision.inject(component, InjectedFault.valueOf(name()));
    }
}
