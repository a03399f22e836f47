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
        boolean ofIsolate = inspects && a == SystemCall.INSPECT_ISOLATE;
        if ((ofIsolate || inspects && a == SystemCall.INSPECT_QUEUE) && b > LAST) {
            return ErrorCode.NO_SUCH_OBJECT.result;
        }
        Address record = Address.fromLong(inspects ? c : b);
        for (IsolateStatus field : IsolateStatus.values()) {
            boolean state = ofIsolate && (field == IsolateStatus.THREAD_STATE || field == IsolateStatus.STATE);
            record.storeLong(state ? 2 : wide(field), field.ordinal() * Long.BYTES);
        }
        if (ofIsolate) {
            record.storeLong('x', IsolateStatus.NAME.ordinal() * Long.BYTES);
        } else {
            record.storeLong(HandleKind.PORTS.ordinal(), 0);
        }
        return 0;
    }

    /** What the gate answers for a field. */
    private static long wide(Enum<?> field) {
        return 1L << 32 | 100 + field.ordinal();
    }

    /** The same, where the view has 32 bits. */
    private static int narrow(Enum<?> field) {
        return (int) wide(field);
    }

    @Test
    void isolates() {
        IsolateInfo info = Supervising.isolate(LAST);
        assertEquals("x", info.name());
        assertEquals(IsolateInfo.State.ALIVE, info.state());
        assertEquals(IsolateInfo.Activity.THROTTLED, info.activity());
        assertEquals(narrow(IsolateStatus.OVERRUNS), info.overruns());
        assertEquals(narrow(IsolateStatus.REFUSALS), info.refusals());
        assertEquals(narrow(IsolateStatus.CURRENT_PRIORITY), info.currentPriority());
        assertEquals(wide(IsolateStatus.TICKS), info.ticks());
        assertNull(Supervising.isolate(LAST + 1));
    }

    @Test
    void queues() {
        QueueInfo info = Supervising.queue(LAST);
        assertEquals(narrow(QueueStatus.OWNER), info.owner());
        assertEquals(narrow(QueueStatus.SERVER), info.server());
        assertEquals(narrow(QueueStatus.IN_SERVICE), info.inService());
        assertEquals(wide(QueueStatus.MESSAGES), info.messages());
        assertEquals(wide(QueueStatus.SERVICE_AGE), info.serviceNanos());
        assertNull(Supervising.queue(LAST + 1));
    }

    @Test
    void linesMemoryAndHandles() {
        assertEquals(new LineInfo(HandleKind.PORTS.ordinal(), narrow(LineStatus.BIT), true, wide(LineStatus.COUNT)), Supervising.line(5));
        assertEquals(wide(MemoryStatus.FREE_FRAMES), Supervising.memory().freeFrames());
        assertEquals(narrow(MemoryStatus.FREE_CONNECTIONS), Supervising.memory().freeConnections());
        HandleInfo handle = Supervising.handle(2, 7);
        assertEquals(2 * 256 + 7, askedFor);
        assertEquals(new HandleInfo(HandleKind.PORTS, narrow(HandleRecord.RIGHTS), narrow(HandleRecord.OBJECT), true, wide(HandleRecord.A), wide(HandleRecord.B), narrow(HandleRecord.NUMBER)), handle);
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
