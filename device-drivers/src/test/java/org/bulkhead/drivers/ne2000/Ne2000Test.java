package org.bulkhead.drivers.ne2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.LinkState;
import org.bulkhead.isolate.protocol.NetworkInterface;
import org.bulkhead.isolate.protocol.PciFunction;
import org.bulkhead.isolate.protocol.ReceiveMode;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.bulkhead.servers.datastore.Datastore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole driver, from its client's method call to the registers of a model of the card. */
class Ne2000Test {
    private static final PciFunction CARD = new PciFunction(0x10, 0x10EC, 0x8029, 0x020000, Ne2000Model.LINE, new int[] {Ne2000Model.BASE | 1, 0, 0, 0, 0, 0}, new int[] {32, 0, 0, 0, 0, 0});
    private static final byte[] STATION = {(byte) 0xB0, (byte) 0xC4, 0x20, 0, 0, 1};
    private static final byte[] BROADCAST = {-1, -1, -1, -1, -1, -1};
    private static final byte[] GROUP = {0x01, 0x00, 0x5E, 0x00, 0x00, (byte) 0xFB};
    private static final byte[] OTHER_GROUP = {0x01, 0x00, 0x5E, 0x00, 0x00, 0x01};
    private static final byte[] OTHER_STATION = {(byte) 0xB0, (byte) 0xC4, 0x20, 0, 0, 2};

    private final Random random = new Random(4711);
    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private Ne2000Model model;
    private NetworkInterface card;
    private ByteBuffer buffer;

    @BeforeEach
    void start() {
        start(Ne2000Model.Trouble.NONE);
    }

    private void start(Ne2000Model.Trouble trouble) {
        model = new Ne2000Model(kit);
        model.trouble = trouble;
        kit.addPciFunction(CARD);
        kit.attach(model, Ne2000Model.BASE, 32);
        kit.start(Datastore.class);
        kit.start(Ne2000Driver.class);
        kit.run();
        card = kit.connect("ne0", NetworkInterface.class);
        buffer = RawMemory.allocateBuffer(NetworkInterface.FRAME_LIMIT);
    }

    private byte[] frame(byte[] destination, int length) {
        byte[] frame = new byte[length];
        random.nextBytes(frame);
        System.arraycopy(destination, 0, frame, 0, destination.length);
        return frame;
    }

    private void send(byte[] frame) throws DeviceException {
        card.send(buffer.clear().put(frame).flip());
    }

    /** Lets a frame arrive, and the driver see its interrupt. */
    private void arrive(byte[] frame) {
        model.arrive(frame);
        kit.settle();
    }

    private byte[] next() throws DeviceException {
        byte[] frame = new byte[card.receive(buffer.clear(), 1_000_000)];
        buffer.get(0, frame);
        return frame;
    }

    private boolean isEmpty() {
        try {
            next();
            return false;
        } catch (DeadlineException e) {
            return true;
        } catch (DeviceException e) {
            throw new AssertionError(e);
        }
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
    void framesArriveInOrderAroundTheRing(int length) throws DeviceException {
        for (int round = 0; round < 40; round++) {
            byte[] first = frame(STATION, length);
            byte[] second = frame(BROADCAST, 60 + round);
            model.arrive(first);
            model.arrive(second);
            assertArrayEquals(first, next());
            assertArrayEquals(second, next());
        }
        assertTrue(isEmpty());
        assertEquals(80, card.statistics().received());
        assertFalse(kit.line(Ne2000Model.LINE).isMasked());
    }

    @Test
    void whoWaitsGetsTheFrameThatComes() throws DeviceException {
        byte[] frame = frame(STATION, 333);
        kit.after(500_000, () -> model.arrive(frame));
        assertArrayEquals(frame, next());
    }

    @Test
    void aFrameOutlivesAReceiverThatGaveUpAndOneWithoutRoom() throws DeviceException {
        assertTrue(isEmpty());
        byte[] frame = frame(STATION, 333);
        arrive(frame);
        String message = assertThrows(DeviceException.class, () -> card.receive(buffer.clear().limit(332), 1_000_000)).getMessage();
        assertEquals("a frame of 333 bytes came, and there is room for 332", message);
        assertArrayEquals(frame, next());
    }

    @Test
    void framesThatNobodyFetchesAreDroppedBehindTheBound() throws DeviceException {
        byte[] oldest = frame(STATION, 100);
        arrive(oldest);
        for (int i = 0; i < 40; i++) {
            arrive(frame(STATION, 100));
        }
        assertEquals(41 - 24, card.statistics().dropped());
        assertArrayEquals(oldest, next());
    }

    @Test
    void aFullRingIsRecoveredAndReceivesAgain() throws DeviceException {
        for (int i = 0; i < 20; i++) {
            model.arrive(frame(STATION, 1514));
        }
        kit.advance(3_000_000);
        assertEquals(1, card.statistics().overflows());
        assertEquals(11, card.statistics().missed());
        int whole = 0;
        while (!isEmpty()) {
            whole++;
        }
        assertEquals(9, whole, "9 frames of 6 pages fit in 57 pages");
        byte[] later = frame(STATION, 500);
        arrive(later);
        assertArrayEquals(later, next());
        assertEquals(0, card.statistics().resets());
    }

    @Test
    void aRingThatDoesNotFitTogetherIsSetUpAnew() throws DeviceException {
        model.arrive(frame(STATION, 100));
        model.corruptRing();
        kit.advance(3_000_000);
        assertTrue(isEmpty());
        assertEquals(1, card.statistics().resets());
        byte[] later = frame(STATION, 500);
        arrive(later);
        assertArrayEquals(later, next());
    }

    @Test
    void damagedFramesAreCountedAndLeftOut() throws DeviceException {
        model.arrive(frame(STATION, 100), 2);
        byte[] good = frame(STATION, 200);
        arrive(good);
        assertArrayEquals(good, next());
        assertEquals(1, card.statistics().damaged());
    }

    @Test
    void whatIsReceivedFollowsTheMode() throws DeviceException {
        byte[][] frames = {frame(STATION, 60), frame(BROADCAST, 60), frame(GROUP, 60), frame(OTHER_GROUP, 60), frame(OTHER_STATION, 60)};
        assertArrayEquals(new boolean[] {true, true, false, false, false}, received(frames));
        card.join(GROUP);
        assertArrayEquals(new boolean[] {true, true, true, false, false}, received(frames));
        card.receiveMode(ReceiveMode.ALL_GROUPS);
        assertArrayEquals(new boolean[] {true, true, true, true, false}, received(frames));
        card.receiveMode(ReceiveMode.EVERYTHING);
        assertArrayEquals(new boolean[] {true, true, true, true, true}, received(frames));
        card.receiveMode(ReceiveMode.STATION);
        assertArrayEquals(new boolean[] {true, true, true, false, false}, received(frames));
    }

    private boolean[] received(byte[]... frames) {
        boolean[] received = new boolean[frames.length];
        for (int i = 0; i < frames.length; i++) {
            arrive(frames[i]);
            received[i] = !isEmpty();
        }
        return received;
    }

    @Test
    void aSuccessorReceivesWhatItsPredecessorDid() throws DeviceException {
        card.join(GROUP);
        card.receiveMode(ReceiveMode.EVERYTHING);
        send(frame(OTHER_STATION, 1514));
        kit.kill("ne0");
        kit.run();
        assertArrayEquals(new boolean[] {true}, received(frame(OTHER_STATION, 60)));
        card.receiveMode(ReceiveMode.STATION);
        kit.kill("ne0");
        kit.run();
        assertArrayEquals(new boolean[] {true, false}, received(frame(GROUP, 60), frame(OTHER_GROUP, 60)));
    }

    @Test
    void statisticsGoOnWithTheSuccessor() throws DeviceException {
        for (int i = 0; i < 70; i++) {
            send(frame(OTHER_STATION, 60));
        }
        kit.kill("ne0");
        kit.run();
        assertEquals(64, card.statistics().sent(), "of what nobody has asked for, up to 64 frames may be missing");
        send(frame(OTHER_STATION, 60));
        assertEquals(65, card.statistics().sent());
        kit.kill("ne0");
        kit.run();
        assertEquals(65, card.statistics().sent(), "what was told is never taken back");
    }

    @Test
    void aSuccessorFindsTheRegistersWhateverPageWasLeftSelected() throws DeviceException {
        model.loseRegisters();
        kit.kill("ne0");
        kit.run();
        byte[] frame = frame(OTHER_STATION, 100);
        send(frame);
        assertArrayEquals(frame, model.sent().get(model.sent().size() - 1));
    }

    @Test
    void aRequestGoesOnWithTheSuccessor() throws DeviceException {
        kit.killAtRequest("ne0", RequestPhase.IN_SERVICE, 1);
        byte[] frame = frame(OTHER_STATION, 100);
        send(frame);
        assertArrayEquals(frame, model.sent().get(model.sent().size() - 1));
        kit.killAtRequest("ne0", RequestPhase.IN_SERVICE, 1);
        byte[] answer = frame(STATION, 200);
        kit.after(50_000_000, () -> model.arrive(answer));
        byte[] received = new byte[card.receive(buffer.clear(), 200_000_000)];
        buffer.get(0, received);
        assertArrayEquals(answer, received);
    }

    @Test
    void requestsThatMakeNoSenseAreErrors() {
        assertThrows(DeviceException.class, () -> card.join(STATION));
        assertThrows(DeviceException.class, () -> card.join(new byte[] {1, 2, 3}));
        assertThrows(DeviceException.class, () -> send(new byte[13]));
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
        kit.boot();
        start(Ne2000Model.Trouble.DEAD_MEMORY);
        assertThrows(DeviceException.class, () -> card.address());
        assertThrows(DeviceException.class, () -> send(frame(OTHER_STATION, 100)));
        model.trouble = Ne2000Model.Trouble.NONE;
        assertArrayEquals(STATION, card.address());
    }
}
