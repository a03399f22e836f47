package org.bulkhead.isolate.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.HandleKind;
import org.bulkhead.nucleus.abi.HandleRecord;
import org.bulkhead.nucleus.abi.IsolateStatus;
import org.bulkhead.nucleus.abi.LineStatus;
import org.bulkhead.nucleus.abi.MemoryStatus;
import org.bulkhead.nucleus.abi.QueueStatus;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The typed view of the nucleus's records, answered by a gate that fills them with numbers that tell where they stood. */
class InspectionTest {
    private static final int LAST = 3;

    private long refusal;
    private long askedFor;

    @BeforeEach
    void start() {
        Simulation.start(this::answer);
    }

    private long answer(int number, long a, long b, long c, long d, long e) {
        if (refusal != 0) {
            return refusal;
        }
        boolean inspects = number == SystemCall.INSPECT;
        askedFor = inspects ? b : a;
        if (number == SystemCall.ISOLATE_STATUS && a > LAST || inspects && a == SystemCall.INSPECT_QUEUE && b > LAST) {
            return ErrorCode.NO_SUCH_OBJECT.result;
        }
        Address record = Address.fromLong(inspects ? c : b);
        for (int at = 0; at < IsolateStatus.SIZE; at += Integer.BYTES) {
            record.storeInt(at == IsolateStatus.THREAD_STATE || at == IsolateStatus.STATE && !inspects && number != SystemCall.HANDLE_INFO ? 2 : at, at);
        }
        record.storeInt(HandleKind.PORTS.ordinal(), 0);
        if (number == SystemCall.ISOLATE_STATUS) {
            record.storeLong('x', 0);
        }
        return 0;
    }

    private static long wide(int offset) {
        return offset | (long) (offset + Integer.BYTES) << 32;
    }

    @Test
    void isolates() {
        IsolateInfo info = Supervising.isolate(LAST);
        assertEquals("x", info.name());
        assertEquals(IsolateInfo.State.ALIVE, info.state());
        assertEquals(IsolateInfo.Activity.THROTTLED, info.activity());
        assertEquals(IsolateStatus.OVERRUNS, info.overruns());
        assertEquals(IsolateStatus.REFUSALS, info.refusals());
        assertEquals(IsolateStatus.CURRENT_PRIORITY, info.currentPriority());
        assertEquals(wide(IsolateStatus.TICKS), info.ticks());
        assertNull(Supervising.isolate(LAST + 1));
    }

    @Test
    void queues() {
        QueueInfo info = Supervising.queue(LAST);
        assertEquals(QueueStatus.OWNER, info.owner());
        assertEquals(QueueStatus.SERVER, info.server());
        assertEquals(QueueStatus.IN_SERVICE, info.inService());
        assertEquals(wide(QueueStatus.MESSAGES), info.messages());
        assertEquals(wide(QueueStatus.SERVICE_AGE), info.serviceNanos());
        assertNull(Supervising.queue(LAST + 1));
    }

    @Test
    void linesMemoryAndHandles() {
        assertEquals(new LineInfo(HandleKind.PORTS.ordinal(), LineStatus.BIT, true, wide(LineStatus.COUNT)), Supervising.line(5));
        assertEquals(wide(MemoryStatus.FREE_FRAMES), Supervising.memory().freeFrames());
        assertEquals(MemoryStatus.FREE_CONNECTIONS, Supervising.memory().freeConnections());
        HandleInfo handle = Supervising.handle(2, 7);
        assertEquals(2 * 256 + 7, askedFor);
        assertEquals(new HandleInfo(HandleKind.PORTS, HandleRecord.RIGHTS, HandleRecord.OBJECT, true, wide(HandleRecord.A), wide(HandleRecord.B)), handle);
        assertEquals(handle, Nucleus.handleInfo(9));
        assertEquals(9, askedFor);
        assertNull(Supervising.handle(2, 256), "not the first handle of the next isolate");
    }

    @Test
    void refusalsAreExceptions() {
        refusal = ErrorCode.NO_RIGHT.result;
        assertEquals(ErrorCode.NO_RIGHT, assertThrows(NucleusException.class, () -> Supervising.queue(0)).code());
        refusal = ErrorCode.STALE_HANDLE.result;
        assertEquals("handle 9: STALE_HANDLE", assertThrows(NucleusException.class, () -> Nucleus.handleInfo(9)).getMessage());
        assertEquals("ports registers: STALE_HANDLE", assertThrows(NucleusException.class, () -> Supervising.revoke(4, 9, "ports registers")).getMessage());
    }
}
