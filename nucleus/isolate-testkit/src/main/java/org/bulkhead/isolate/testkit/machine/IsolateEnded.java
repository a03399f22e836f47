package org.bulkhead.isolate.testkit.machine;

/** Unwinds the HotSpot thread of an isolate that has ended. An error, so that no isolate's code takes it for something to recover from. */
final class IsolateEnded extends Error {
    private static final long serialVersionUID = 1;

    IsolateEnded() {
        super("the isolate has ended", null, false, false);
    }
}
