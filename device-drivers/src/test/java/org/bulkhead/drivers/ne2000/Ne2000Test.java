package org.bulkhead.drivers.ne2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bulkhead.drivers.simulation.SimulatedNucleus;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.call.Notifications;
import org.bulkhead.isolate.manifest.Manifest;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.LinkState;
import org.bulkhead.isolate.protocol.ReceiveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The card's code against a model of the chip. */
class Ne2000Test {
    private static final Manifest MANIFEST = new Manifest.Builder(0, "ne0", "N").interrupt(Ne2000Model.LINE).ports("registers", Ne2000Model.BASE, 32).build();
    private static final byte[] STATION = {(byte) 0xB0, (byte) 0xC4, 0x20, 0, 0, 1};
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};
    private static final byte[] GROUP = {0x01, 0x00, 0x5E, 0x00, 0x00, (byte) 0xFB};
    private static final byte[] OTHER_GROUP = {0x01, 0x00, 0x5E, 0x00, 0x00, 0x01};
    private static final byte[] OTHER_STATION = {(byte) 0xB0, (byte) 0xC4, 0x20, 0, 0, 2};

    private final Random random = new Random(4711);
    private SimulatedNucleus nucleus;
    private Ne2000Model model;
    private Ne2000 card;

    @BeforeEach
    void start() {
        nucleus = new SimulatedNucleus();
        model = new Ne2000Model(nucleus);
        card = card(0);
    }

    private Ne2000 card(int incarnation) {
        Grants grants = new Grants(new Manifest[] {MANIFEST}, 0, incarnation, 0, model);
        return new Ne2000(grants.ports("registers"), grants.interrupt(Ne2000Model.LINE), incarnation);
    }

    private byte[] frame(byte[] destination, int length) {
        byte[] frame = new byte[length];
        random.nextBytes(frame);
        System.arraycopy(destination, 0, frame, 0, destination.length);
        return frame;
    }

    private void send(byte[] frame) throws DeviceException {
        card.send(ByteBuffer.wrap(frame));
    }

    /** Lets the driver see the interrupt, as its service loop does. */
    private void serveInterrupts() {
        while (Notifications.await(1L << Ne2000Model.LINE, 0) != 0) {
            card.serve();
        }
    }

    private byte[] next() {
        FrameQueue queue = card.queue();
        byte[] frame = new byte[queue.first().remaining()];
        queue.first().get(frame);
        queue.removeFirst();
        return frame;
    }

    @Test
    void theStationAddressIsRead() throws DeviceException {
        assertArrayEquals(STATION, card.address());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 59, 60, 61, 777, 1513, 1514})
    void framesLeaveAsTheyAreAndShortOnesAreFilledUp(int length) throws DeviceException {
        byte[] frame = frame(OTHER_STATION, length);
        send(frame);
        assertArrayEquals(Arrays.copyOf(frame, Math.max(60, length)), model.sent().get(0));
        assertEquals(1, card.statistics().sent());
        assertEquals(LinkState.UP, card.link());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 248, 249, 252, 1513, 1514})
    void framesArriveInOrderAroundTheRing(int length) {
        for (int round = 0; round < 150; round++) {
            byte[] first = frame(STATION, length);
            byte[] second = frame(BROADCAST, 60 + round);
            model.arrive(first);
            model.arrive(second);
            serveInterrupts();
            assertArrayEquals(first, next());
            assertArrayEquals(second, next());
            assertTrue(card.queue().isEmpty());
        }
        assertEquals(300, card.statistics().received());
        assertFalse(model.isLineMasked());
    }

    @Test
    void framesThatNobodyFetchesAreDroppedBehindTheBound() {
        byte[] oldest = frame(STATION, 100);
        model.arrive(oldest);
        for (int i = 0; i < 40; i++) {
            model.arrive(frame(STATION, 100));
            serveInterrupts();
        }
        assertEquals(41 - 24, card.statistics().dropped());
        assertArrayEquals(oldest, next());
    }

    @Test
    void aFullRingIsRecoveredAndReceivesAgain() {
        for (int i = 0; i < 20; i++) {
            model.arrive(frame(STATION, 1514));
        }
        serveInterrupts();
        assertEquals(1, card.statistics().overflows());
        assertEquals(11, card.statistics().missed());
        int whole = 0;
        while (!card.queue().isEmpty()) {
            next();
            whole++;
        }
        assertEquals(9, whole, "9 frames of 6 pages fit in 57 pages");
        byte[] later = frame(STATION, 500);
        model.arrive(later);
        serveInterrupts();
        assertArrayEquals(later, next());
        assertEquals(0, card.statistics().resets());
    }

    @Test
    void aRingThatDoesNotFitTogetherIsSetUpAnew() {
        model.arrive(frame(STATION, 100));
        model.corruptRing();
        serveInterrupts();
        assertTrue(card.queue().isEmpty());
        assertEquals(1, card.statistics().resets());
        byte[] later = frame(STATION, 500);
        model.arrive(later);
        serveInterrupts();
        assertArrayEquals(later, next());
    }

    @Test
    void damagedFramesAreCountedAndLeftOut() {
        model.arrive(frame(STATION, 100), 2);
        byte[] good = frame(STATION, 200);
        model.arrive(good);
        serveInterrupts();
        assertArrayEquals(good, next());
        assertEquals(1, card.statistics().damaged());
    }

    @Test
    void whatIsReceivedFollowsTheMode() throws DeviceException {
        byte[][] frames = {frame(STATION, 60), frame(BROADCAST, 60), frame(GROUP, 60), frame(OTHER_GROUP, 60), frame(OTHER_STATION, 60)};
        assertArrayEquals(new boolean[] {true, true, false, false, false}, received(frames));
        card.join(GROUP);
        assertArrayEquals(new boolean[] {true, true, true, false, false}, received(frames));
        card.receive(ReceiveMode.ALL_GROUPS);
        assertArrayEquals(new boolean[] {true, true, true, true, false}, received(frames));
        card.receive(ReceiveMode.EVERYTHING);
        assertArrayEquals(new boolean[] {true, true, true, true, true}, received(frames));
        card.receive(ReceiveMode.STATION);
        assertArrayEquals(new boolean[] {true, true, true, false, false}, received(frames));
    }

    private boolean[] received(byte[][] frames) {
        boolean[] received = new boolean[frames.length];
        for (int i = 0; i < frames.length; i++) {
            model.arrive(frames[i]);
            serveInterrupts();
            received[i] = !card.queue().isEmpty();
            if (received[i]) {
                assertArrayEquals(frames[i], next());
            }
        }
        return received;
    }

    @Test
    void aSuccessorReceivesWhatItsPredecessorDid() throws DeviceException {
        card.join(GROUP);
        card.receive(ReceiveMode.EVERYTHING);
        send(frame(OTHER_STATION, 1514));
        nucleus = new SimulatedNucleus();
        model.connect(nucleus);
        card = card(1);
        assertTrue(received(new byte[][] {frame(OTHER_STATION, 60)})[0]);
        card.receive(ReceiveMode.STATION);
        assertArrayEquals(new boolean[] {true, false}, received(new byte[][] {frame(GROUP, 60), frame(OTHER_GROUP, 60)}));
    }

    @Test
    void aCardThatWasNeverSetUpHasNoSettingsToKeep() {
        nucleus = new SimulatedNucleus();
        model = new Ne2000Model(nucleus);
        card = card(1);
        assertArrayEquals(new boolean[] {true, false}, received(new byte[][] {frame(STATION, 60), frame(OTHER_STATION, 60)}));
    }

    @Test
    void lostInterruptsOnlyCostTime() throws DeviceException {
        model.trouble = Ne2000Model.Trouble.LOSES_INTERRUPTS;
        send(frame(OTHER_STATION, 100));
        assertEquals(1, model.sent().size());
    }

    @Test
    void aCardThatDoesNotSendIsResetAndSendsAgain() throws DeviceException {
        model.trouble = Ne2000Model.Trouble.NEVER_SENDS;
        int before = model.resets();
        assertEquals("the card does not send", assertThrows(DeviceException.class, () -> send(frame(OTHER_STATION, 100))).getMessage());
        assertEquals(before + 1, model.resets());
        model.trouble = Ne2000Model.Trouble.NONE;
        byte[] frame = frame(OTHER_STATION, 100);
        send(frame);
        assertArrayEquals(frame, model.sent().get(0));
        assertEquals(1, card.statistics().sendErrors());
    }

    @Test
    void aCableThatIsUnpluggedIsReported() {
        model.trouble = Ne2000Model.Trouble.LOSES_CARRIER;
        assertTrue(assertThrows(DeviceException.class, () -> send(frame(OTHER_STATION, 100))).getMessage().contains("0x10"));
        assertEquals(LinkState.DOWN, card.link());
    }

    @Test
    void aCardThatDoesNotAnswerMakesErrorsAndIsTriedAgain() throws DeviceException {
        nucleus = new SimulatedNucleus();
        model = new Ne2000Model(nucleus);
        model.trouble = Ne2000Model.Trouble.DEAD_MEMORY;
        card = card(0);
        assertThrows(DeviceException.class, () -> card.address());
        assertThrows(DeviceException.class, () -> send(frame(OTHER_STATION, 100)));
        model.trouble = Ne2000Model.Trouble.NONE;
        assertArrayEquals(STATION, card.address());
    }
}
