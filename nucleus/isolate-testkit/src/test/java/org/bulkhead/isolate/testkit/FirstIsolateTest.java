package org.bulkhead.isolate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.RawBuffer;
import org.bulkhead.isolate.call.Supervising;
import org.bulkhead.isolate.testkit.machine.MachineObserver;
import org.bulkhead.isolate.testkit.machine.SimulatedMachine;
import org.bulkhead.isolate.testkit.machine.SystemCallRequest;
import org.bulkhead.nucleus.abi.AddressSpaceLayout;
import org.bulkhead.nucleus.abi.GrantKind;
import org.bulkhead.nucleus.abi.IsolateRecord;
import org.bulkhead.nucleus.abi.SystemCall;
import org.junit.jupiter.api.Test;

/** A supervisor on HotSpot that dies: the nucleus starts it again, with its ledger, and the test goes on as its child. */
class FirstIsolateTest implements MachineObserver {
    private static final int TEST_PROGRAM = 1;
    private static final int DOORBELL = 13;
    private static final int DOORBELL_BIT = 63;
    private static final int PRIORITY = 0;
    private static final int SELF = 0;
    /** In the ledger: lives so far, and the handle of the test's isolate. */
    private static final int LIVES = 0;
    private static final int CHILD = 8;

    private final List<String> seen = new ArrayList<>();
    private final SimulatedMachine machine = new SimulatedMachine(this, TEST_PROGRAM);

    @Override
    public Runnable program(int program, int incarnation, long argument) {
        return this::supervise;
    }

    private void supervise() {
        RawBuffer ledger = RawBuffer.kept(Supervising.LEDGER);
        ledger.putInt(LIVES, ledger.intAt(LIVES) + 1);
        int doorbell = Supervising.grant(SELF, GrantKind.INTERRUPT, DOORBELL, DOORBELL_BIT, "doorbell");
        if (ledger.intAt(LIVES) == 1) {
            ledger.putInt(CHILD, startTest());
        }
        int place = Nucleus.handleInfo(ledger.intAt(CHILD)).object();
        seen.add("life " + ledger.intAt(LIVES) + ", child " + Supervising.isolate(place).program() + " " + Supervising.isolate(place).state());
        Notifications.await(1L << DOORBELL_BIT, Nucleus.FOREVER);
        Nucleus.interruptDone(doorbell);
        throw new IllegalStateException("as if something had gone wrong");
    }

    private static int startTest() {
        RawBuffer isolate = RawBuffer.allocate(IsolateRecord.SIZE);
        isolate.putText(IsolateRecord.NAME, "test", IsolateRecord.NAME_SIZE);
        isolate.putInt(IsolateRecord.PROGRAM, TEST_PROGRAM);
        isolate.putInt(IsolateRecord.RANK, 1);
        isolate.putInt(IsolateRecord.PRIORITY, PRIORITY);
        isolate.putInt(IsolateRecord.HEAP_PAGES, (int) (AddressSpaceLayout.RAW_MEMORY_SIZE / 4096));
        isolate.putInt(IsolateRecord.PAGE_QUOTA, 256);
        isolate.putInt(IsolateRecord.CPU_PERCENT, 100);
        isolate.putInt(IsolateRecord.DEATH_BIT, TEST_PROGRAM);
        int handle = Supervising.createIsolate(isolate, "test");
        Supervising.start(handle, "test");
        return handle;
    }

    @Override
    public void before(int isolate, SystemCallRequest call) {
        if (call.number() == SystemCall.ABORT) {
            seen.add("abort of isolate " + isolate);
        }
    }

    @Override
    public void after(int isolate, SystemCallRequest call, long result) {
        // Nothing to count here.
    }

    @Override
    public void died(long record, Throwable uncaught) {
        seen.add(Death.read(record, uncaught).reason() + " " + uncaught.getMessage());
    }

    @Test
    void theSupervisorComesBackAndFindsWhatItHadWritten() {
        machine.boot();
        try {
            machine.pulse(DOORBELL);
            machine.sync();
            machine.pulse(DOORBELL);
            machine.sync();
        } finally {
            machine.close();
        }
        String died = "UNCAUGHT_EXCEPTION as if something had gone wrong";
        assertEquals(List.of("life 1, child 1 ALIVE", "abort of isolate 0", died, "life 2, child 1 ALIVE", "abort of isolate 0", died, "life 3, child 1 ALIVE"), seen);
    }
}
