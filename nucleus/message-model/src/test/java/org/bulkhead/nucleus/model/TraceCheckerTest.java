package org.bulkhead.nucleus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.TraceEvent;
import org.bulkhead.nucleus.model.TraceChecker.Event;
import org.junit.jupiter.api.Test;

class TraceCheckerTest {
    private static final int CLIENT = 4;
    private static final int SERVER = 5;
    private static final int SUCCESSOR = 6;
    private static final int QUEUE = 2;

    private final List<Event> trace = new ArrayList<>();

    private TraceCheckerTest queued(int slot, long order) {
        return add(TraceEvent.QUEUED, CLIENT, slot, 7, order);
    }

    private TraceCheckerTest begun(int server, int slot, long order) {
        return add(TraceEvent.BEGUN, server, slot, 7, order);
    }

    private TraceCheckerTest ended(int slot, long value, long order) {
        return add(TraceEvent.ENDED, CLIENT, slot, value, order);
    }

    private TraceCheckerTest add(TraceEvent event, int isolate, int slot, long value, long order) {
        trace.add(new Event(event, isolate, QUEUE, slot, value, order));
        return this;
    }

    private TraceCheckerTest serverDied() {
        return add(TraceEvent.DIED, SERVER, 0xFFFF, DeathReason.KILLED.ordinal(), 0);
    }

    private void isAllowed() {
        assertEquals(Optional.empty(), TraceChecker.check(trace));
    }

    private void isNotAllowed(String because) {
        String found = TraceChecker.check(trace).orElse("allowed");
        assertTrue(found.contains(because), found);
        assertTrue(found.startsWith("event " + (trace.size() - 1) + " is not allowed"), found);
    }

    @Test
    void allowsAnOrdinaryLife() {
        queued(1, 0).begun(SERVER, 1, 0).queued(3, 1).ended(1, 0, 0).queued(1, 2).begun(SERVER, 3, 1).ended(3, ErrorCode.DEADLINE.result, 1).isAllowed();
    }

    @Test
    void allowsASecondChance() {
        queued(1, 0).begun(SERVER, 1, 0).serverDied().add(TraceEvent.REQUEUED, SERVER, 1, 7, 0).begun(SUCCESSOR, 1, 0).ended(1, 0, 0).isAllowed();
    }

    @Test
    void allowsNoThirdChance() {
        queued(1, 0).begun(SERVER, 1, 0).serverDied().add(TraceEvent.REQUEUED, SERVER, 1, 7, 0).begun(SUCCESSOR, 1, 0).add(TraceEvent.REQUEUED, SUCCESSOR, 1, 7, 0)
                .isNotAllowed("queued again before");
    }

    @Test
    void findsASlotUsedTwice() {
        queued(1, 0).queued(1, 1).isNotAllowed("in use");
    }

    @Test
    void findsAMessageOutOfOrder() {
        queued(1, 0).queued(2, 1).begun(SERVER, 2, 1).isNotAllowed("had sent another before");
    }

    @Test
    void findsAReplyToWhatWasNotBegun() {
        queued(1, 0).ended(1, 0, 0).isNotAllowed("not in service");
    }

    @Test
    void findsAFalseStatementAboutTheBeginning() {
        queued(1, 0).begun(SERVER, 1, 0).ended(1, ErrorCode.OFFLINE.result, 0).isNotAllowed("OFFLINE is not how it may end");
    }

    @Test
    void findsWhatADeadServerStillServes() {
        queued(1, 0).begun(SERVER, 1, 0).serverDied().queued(2, 1).isNotAllowed("still serves");
    }

    @Test
    void findsTheEndOfNothing() {
        ended(1, 0, 0).isNotAllowed("no message in the slot");
    }
}
