package org.bulkhead.isolate.testkit.machine;

import org.bulkhead.isolate.call.IsolateState;
import org.bulkhead.isolate.call.SystemCallGate;

/** Takes system calls to the machine of the isolate whose thread makes them, so that tests on several threads do not disturb each other. */
final class Gate implements SystemCallGate {
    static final Gate ONLY = new Gate();

    private Gate() {}

    @Override
    public long call(int number, long a, long b, long c, long d, long e) {
        return IsolateThread.current().systemCall(new SystemCallRequest(number, a, b, c, d, e));
    }

    @Override
    public IsolateState state() {
        return IsolateThread.current().state;
    }
}
