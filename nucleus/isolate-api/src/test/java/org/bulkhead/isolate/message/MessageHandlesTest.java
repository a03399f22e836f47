package org.bulkhead.isolate.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.Handle;
import org.bulkhead.isolate.call.NucleusException;
import org.bulkhead.isolate.call.Simulation;
import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.abi.MessageLayout;
import org.bulkhead.nucleus.abi.SystemCall;
import org.bulkhead.vm.magic.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handles in messages and submitted calls, against a scripted nucleus. */
class MessageHandlesTest {
    private static final long TOKEN = 77;
    private static final long REPLIED = 0;

    private final List<Integer> closed = new ArrayList<>();
    private final List<Integer> made = new ArrayList<>();
    private final Deque<Long> results = new ArrayDeque<>();
    /** Written to the message of the next call that fetches one. */
    private int[] arriving = {};
    private long listSeen;
    private Message message;

    @BeforeEach
    void start() {
        Simulation.start(this::answer);
        message = new Message();
    }

    private long answer(int number, long a, long b, long c, long d, long e) {
        made.add(number);
        switch (number) {
            case SystemCall.CLOSE:
                closed.add((int) a);
                return 0;
            case SystemCall.CALL:
            case SystemCall.SEND:
            case SystemCall.SUBMIT:
            case SystemCall.REPLY:
                listSeen = c;
                if (number == SystemCall.CALL) {
                    arrive(Address.fromLong(b));
                }
                return results.remove();
            case SystemCall.COLLECT:
                arrive(Address.fromLong(b));
                return results.remove();
            case SystemCall.RECEIVE:
                arrive(Address.fromLong(b));
                return MessageLayout.RECEIVED_MESSAGE;
            default:
                return results.remove();
        }
    }

    private void arrive(Address to) {
        to.storeShort((short) 0, MessageLayout.LENGTH);
        to.storeByte((byte) arriving.length, MessageLayout.TRANSFERS);
        to.storeByte((byte) (arriving.length << MessageLayout.HANDLES_SHIFT), MessageLayout.FLAGS);
        to.storeLong(TOKEN, MessageLayout.TOKEN);
        for (int i = 0; i < arriving.length; i++) {
            to.storeInt(arriving[i], MessageLayout.PAYLOAD + Message.CAPACITY - 16 + 4 * i);
        }
    }

    private void call() {
        results.add(REPLIED);
        new MessageQueue(3, "service").call(message.begin(1), SystemCall.FOREVER);
    }

    @Test
    void aHandleTravelsInTheList() {
        results.add(0L);
        new MessageQueue(3, "service").send(message.begin(1).moveHandle(new Handle(0x205)));
        Address list = Address.fromLong(listSeen);
        assertEquals(MessageLayout.KIND_HANDLE, list.loadInt(MessageLayout.TRANSFER_KIND));
        assertEquals(0x205, list.loadInt(MessageLayout.TRANSFER_HANDLE));
        assertTrue(closed.isEmpty());
    }

    @Test
    void handlesAreTakenOnceAndInAnyOrder() {
        arriving = new int[] {0x101, 0x102};
        call();
        assertEquals(new Handle(0x102), message.takeHandle(1));
        assertEquals(new Handle(0x101), message.takeHandle(0));
        assertThrows(MalformedPayloadException.class, () -> message.takeHandle(0));
        assertThrows(MalformedPayloadException.class, () -> message.takeHandle(2));
        assertThrows(MalformedPayloadException.class, () -> message.takeHandle(-1));
        arriving = new int[] {};
        call();
        assertTrue(closed.isEmpty(), "they are the taker's");
    }

    @Test
    void handlesThatNobodyTakesAreClosedWhenTheNextMessageComes() {
        arriving = new int[] {0x101, 0x102};
        call();
        message.takeHandle(0);
        arriving = new int[] {};
        call();
        assertEquals(List.of(0x102), closed);
        assertThrows(MalformedPayloadException.class, () -> message.takeHandle(0), "bytes of the payload are no handles");
    }

    @Test
    void whatCameIsNotSentOnByItself() {
        arriving = new int[] {0x101};
        call();
        assertEquals(1, message.transfers());
        assertTrue(message.transferList().isZero());
    }

    private ServiceLoop serverThatReplies(Handle handle) {
        return new ServiceLoop(request -> {
            request.begin(0).moveHandle(handle);
            return Outcome.REPLY;
        }, bits -> { });
    }

    @Test
    void aServerRepliesWithHandles() {
        ServiceLoop loop = serverThatReplies(new Handle(0x33));
        assertEquals(TOKEN, loop.step(0));
        results.add(0L);
        loop.step(TOKEN);
        assertTrue(listSeen != 0);
        assertTrue(closed.isEmpty());
    }

    @Test
    void aCallerWithoutRoomIsRefusedAndTheServerKeepsNothing() {
        ServiceLoop loop = serverThatReplies(new Handle(0x33));
        loop.step(0);
        results.add(ErrorCode.NO_RESOURCE.result);
        results.add(0L);
        loop.step(TOKEN);
        assertTrue(made.contains(SystemCall.REFUSE));
        assertEquals(List.of(0x33), closed);
    }

    @Test
    void handlesForACallerWhoHasGoneAreClosed() {
        ServiceLoop loop = serverThatReplies(new Handle(0x33));
        loop.step(0);
        results.add(ErrorCode.TOKEN_VOID.result);
        loop.step(TOKEN);
        assertFalse(made.contains(SystemCall.REFUSE));
        assertEquals(List.of(0x33), closed);
    }

    @Test
    void aServerThatPassesOnWhatItMayNotIsTold() {
        ServiceLoop loop = serverThatReplies(new Handle(0));
        loop.step(0);
        results.add(ErrorCode.WRONG_KIND.result);
        assertThrows(NucleusException.class, () -> loop.step(TOKEN));
    }

    private PendingCall submit() {
        results.add(TOKEN);
        return new MessageQueue(3, "service").submit(message.begin(1), SystemCall.FOREVER, 9);
    }

    @Test
    void aSubmittedCallIsCollectedOnce() {
        PendingCall call = submit();
        results.add(ErrorCode.NOT_ENDED.result);
        assertFalse(call.isDone());
        arriving = new int[] {0x44};
        results.add(REPLIED);
        assertTrue(call.isDone());
        assertTrue(call.isDone(), "known by now");
        assertEquals(new Handle(0x44), call.collect().takeHandle(0));
        assertFalse(call.cancel());
        assertTrue(results.isEmpty());
    }

    @Test
    void theEndOfASubmittedCallIsAnException() {
        PendingCall call = submit();
        results.add(ErrorCode.DEADLINE.result);
        assertTrue(call.isDone());
        assertThrows(DeadlineException.class, call::collect);
    }

    @Test
    void roomForHandlesCanBeMadeLater() {
        PendingCall call = submit();
        results.add(ErrorCode.NO_RESOURCE.result);
        assertThrows(NucleusException.class, call::isDone);
        results.add(REPLIED);
        assertTrue(call.isDone());
    }

    @Test
    void cancellingForgets() {
        PendingCall call = submit();
        results.add(0L);
        assertTrue(call.cancel());
        assertEquals(ErrorCode.CANCELLED, assertThrows(NucleusException.class, call::collect).code());
        PendingCall ended = submit();
        results.add(1L);
        assertFalse(ended.cancel());
        results.add(REPLIED);
        ended.collect();
    }

    @Test
    void creditsAreAskedFor() {
        results.add(1L);
        assertTrue(new MessageQueue(3, "service").awaitCredit(4));
        results.add(0L);
        assertFalse(new MessageQueue(3, "service").awaitCredit(4));
    }
}
