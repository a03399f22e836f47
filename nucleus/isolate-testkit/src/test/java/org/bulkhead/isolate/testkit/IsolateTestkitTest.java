package org.bulkhead.isolate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.PortAccess;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.call.OfflineException;
import org.bulkhead.isolate.call.PeerDiedException;
import org.bulkhead.isolate.call.PoisonedException;
import org.bulkhead.isolate.manifest.RestartPolicy;
import org.bulkhead.isolate.message.Message;
import org.bulkhead.isolate.message.MessageQueue;
import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IsolateTestkitTest {
    private static final long SECOND = 1_000_000_000;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private final Registers registers = new Registers();
    private MessageQueue queue;
    private Message message;

    /** Four registers that a test sets. */
    private static final class Registers implements PortAccess {
        private int value;

        @Override
        public int inByte(int port) {
            return value;
        }

        @Override
        public void outByte(int port, int written) {
            throw new AssertionError("nobody writes");
        }

        @Override
        public void inShorts(int port, Address to, int count) {
            throw new AssertionError("nobody reads words");
        }

        @Override
        public void outShorts(int port, Address from, int count) {
            throw new AssertionError("nobody writes words");
        }
    }

    @BeforeEach
    void start() {
        kit.start(Counter.class, registers);
        queue = kit.queue("counter");
        message = new Message();
    }

    private int call(int operation) {
        queue.call(message.begin(operation), Nucleus.FOREVER);
        return message.getInt();
    }

    private int callIdempotent(int operation) {
        queue.call(message.begin(operation).idempotent(), Nucleus.FOREVER);
        return message.getInt();
    }

    @Test
    void aServerAnswers() {
        assertEquals(1, call(Counter.ADD));
        assertEquals(2, call(Counter.ADD));
    }

    @Test
    void modelsOfDevicesAnswerAtPorts() {
        registers.value = 0x5A;
        assertEquals(0x5A, call(Counter.READ_REGISTER));
    }

    @ParameterizedTest
    @EnumSource(RequestPhase.class)
    void anIdempotentRequestSurvivesOneDeath(RequestPhase phase) {
        assertEquals(1, call(Counter.ADD));
        kit.killAtRequest("counter", phase, 1);
        assertEquals(1, callIdempotent(Counter.ADD), "a new incarnation begins anew");
        assertEquals(1, message.getInt());
        assertEquals(1, kit.incarnation("counter"));
    }

    @Test
    void aRequestThatMayNotBeRepeatedIsLostOnceBegun() {
        kit.killAtRequest("counter", RequestPhase.QUEUED, 1);
        assertEquals(1, call(Counter.ADD));
        for (RequestPhase phase : List.of(RequestPhase.IN_SERVICE, RequestPhase.BEFORE_REPLY)) {
            kit.killAtRequest("counter", phase, 1);
            assertTrue(assertThrows(PeerDiedException.class, () -> call(Counter.ADD)).begun());
        }
        assertEquals(1, call(Counter.ADD));
        assertEquals(3, message.getInt());
    }

    @Test
    void theSecondDeathOnARequestPoisonsIt() {
        kit.expectDeath("counter");
        kit.expectDeath("counter");
        assertThrows(PoisonedException.class, () -> callIdempotent(Counter.THROW));
        assertEquals(List.of("counter[0] died: UNCAUGHT_EXCEPTION, detail 0x0, serving operation 2: java.lang.IllegalStateException: on request",
            "counter[1] died: UNCAUGHT_EXCEPTION, detail 0x0, serving operation 2: java.lang.IllegalStateException: on request"),
            kit.deaths().stream().map(Death::toString).toList());
    }

    @Test
    void requestsWaitForASuccessor() {
        kit.staysDead("counter");
        kit.kill("counter");
        assertThrows(DeadlineException.class, () -> queue.call(message.begin(Counter.ADD), SECOND));
        kit.after(SECOND, () -> { });
        kit.restart("counter");
        assertEquals(1, call(Counter.ADD));
        assertEquals(1, message.getInt());
    }

    @Test
    void aServiceThatIsGivenUpIsOffline() {
        kit.giveUp("counter");
        assertThrows(OfflineException.class, () -> call(Counter.ADD));
    }

    @Test
    void aDeathThatNobodyExpectedFailsTheTestWithItsCause() {
        AssertionError failure = assertThrows(AssertionError.class, () -> call(Counter.THROW));
        assertEquals("on request", assertInstanceOf(IllegalStateException.class, failure.getCause()).getMessage());
        assertTrue(failure.getMessage().startsWith("counter[0] died: UNCAUGHT_EXCEPTION"), failure.getMessage());
        kit.boot();
    }

    @Test
    void aDeathThatWasAnnouncedMustCome() {
        kit.expectDeath("counter");
        assertTrue(assertThrows(AssertionError.class, kit::close).getMessage().contains("counter"));
        kit.boot();
    }

    private DeathReason deathBy(int operation) {
        kit.expectDeath("counter");
        assertThrows(PeerDiedException.class, () -> call(operation));
        return kit.deaths().get(0).reason();
    }

    @Test
    void portsOfOthersAreClosed() {
        assertEquals(DeathReason.PRIVILEGED_INSTRUCTION, deathBy(Counter.TOUCH_FOREIGN_PORT));
    }

    @Test
    void memoryOfOthersIsNotThere() {
        assertEquals(DeathReason.WILD_ACCESS, deathBy(Counter.TOUCH_FOREIGN_MEMORY));
        assertEquals(0x6666_5678, kit.deaths().get(0).detail());
    }

    @Test
    void addressZeroIsAJavaException() {
        assertEquals(-1, call(Counter.TOUCH_NULL));
    }

    @Test
    void aLoopThatPollsEndsByItsRunLimit() {
        assertEquals(DeathReason.CPU_BUDGET, deathBy(Counter.POLL_FOR_EVER));
    }

    @Test
    void aServerThatDoesNotReplyEndsByItsRequestLimit() {
        assertEquals(DeathReason.REQUEST_OVERDUE, deathBy(Counter.NEVER_REPLY));
        assertTrue(kit.now() > SECOND / 2 && kit.now() < SECOND, kit.now() + " ns");
    }

    @Test
    void timeMovesOnlyWhenAsked() {
        long before = kit.now();
        call(Counter.ADD);
        assertTrue(kit.now() - before < 100_000);
        kit.advance(60 * SECOND);
        assertTrue(kit.now() - before >= 60 * SECOND);
    }

    @Test
    void plannedEventsHappenInOrderOfTime() {
        List<String> seen = new ArrayList<>();
        kit.after(2 * SECOND, () -> seen.add("late"));
        kit.after(SECOND, () -> seen.add("early"));
        kit.settle();
        assertTrue(seen.isEmpty());
        kit.run();
        assertEquals(List.of("early", "late"), seen);
    }

    @Test
    void interruptsReachTheDriver() {
        SimulatedLine line = kit.line(5);
        line.pulse();
        line.pulse();
        assertFalse(line.isMasked());
        kit.settle();
        assertFalse(line.isMasked(), "the driver has said done");
    }

    @Test
    void waitingForNothingIsAFailure() {
        kit.start(kit.manifest("deaf").serves("Nothing").build(), grants -> () -> {
            while (true) {
                org.bulkhead.isolate.call.Notifications.await(-1, Nucleus.FOREVER);
            }
        });
        MessageQueue deaf = kit.queue("deaf");
        AssertionError failure = assertThrows(AssertionError.class, () -> deaf.call(message.begin(1), Nucleus.FOREVER));
        assertTrue(failure.getMessage().contains("deaf[0] waits for notifications alone"), failure.getMessage());
        assertTrue(failure.getMessage().contains("test[0] waits for a reply"), failure.getMessage());
        kit.boot();
    }

    @Test
    void aFailedModelIsAFailedTest() {
        AssertionError failure = assertThrows(AssertionError.class, () -> {
            kit.after(100, () -> {
                throw new AssertionError("overrun");
            });
            kit.run();
        });
        assertEquals("overrun", failure.getMessage());
        kit.boot();
    }

    @Test
    void severalClientsTakeTurns() {
        List<String> sums = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            kit.start(kit.manifest(name).usesService("counter").restarts(RestartPolicy.TEMPORARY, 1, 1).build(), grants -> () -> {
                Message own = new Message();
                for (int i = 0; i < 2; i++) {
                    grants.queue("counter").call(own.begin(Counter.ADD), Nucleus.FOREVER);
                    sums.add(name + own.getInt());
                }
            });
        }
        assertEquals(List.of("first1", "first2", "second3", "second4"), sums);
        assertEquals(List.of("first[0] died: EXIT, detail 0x0", "second[0] died: EXIT, detail 0x0"), kit.deaths().stream().map(Death::toString).toList());
    }
}
