package org.bulkhead.drivers.ps2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.bulkhead.isolate.protocol.PointerEvent;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver as its clients meet it, on the real nucleus. */
class Ps2DriverTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final int A = 0x1E;
    private static final int B = 0x30;
    private static final int UP = 0x80;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private Ps2Model model;
    private InputDevices client;

    @BeforeEach
    void start() {
        model = new Ps2Model(line -> kit.line(line).pulse());
        kit.start(Ps2Driver.class, model);
        client = kit.connect("ps2", InputDevices.class);
        kit.advance(SECOND);
    }

    private String read(long timeout) throws DeviceException {
        return new String(client.read(InputDevices.TRANSFER_LIMIT, timeout), StandardCharsets.US_ASCII);
    }

    @Test
    void saysWhatItFound() {
        assertTrue(kit.log().contains("ps2: keyboard, mouse"), () -> kit.log().toString());
    }

    @Test
    void whatWasTypedIsReadOnce() throws DeviceException {
        model.type(A, A | UP, B, B | UP);
        assertEquals("a", new String(client.read(1, SECOND), StandardCharsets.US_ASCII));
        assertEquals("b", read(SECOND));
        assertThrows(DeadlineException.class, () -> read(MILLISECOND));
    }

    @Test
    void aReaderThatWaitsGetsTheKeyWhenItComes() throws DeviceException {
        kit.after(5 * MILLISECOND, () -> model.type(A, A | UP));
        assertEquals("a", read(SECOND));
    }

    @Test
    void inputOutlivesReadersThatGaveUp() throws DeviceException {
        for (int i = 0; i < 10; i++) {
            assertThrows(DeadlineException.class, () -> read(MILLISECOND));
        }
        model.type(A, A | UP);
        assertEquals("a", read(SECOND));
    }

    @Test
    void eventsAndCharactersDoNotDisturbEachOther() throws DeviceException {
        model.type(A, A | UP);
        assertEquals(new KeyEvent(Key.A, KeyAction.PRESSED, 0, 'a'), client.nextKey(SECOND));
        assertEquals("a", read(SECOND));
        assertEquals(new KeyEvent(Key.A, KeyAction.RELEASED, 0, 'a'), client.nextKey(SECOND));
        assertThrows(DeadlineException.class, () -> client.nextKey(MILLISECOND));
    }

    @Test
    void theMouseIsFollowed() throws DeviceException {
        kit.after(5 * MILLISECOND, () -> model.move(0x09, 3, 4));
        assertEquals(new PointerEvent(3, -4, PointerEvent.LEFT_BUTTON), client.nextPointer(SECOND));
    }

    /** A reader that waits notices nothing of the driver's death, and gets the next key once. */
    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "IN_SERVICE"})
    void noKeyIsLostOrDoubledByADeath(RequestPhase phase) throws DeviceException {
        kit.killAtRequest("ps2", phase, 1);
        kit.after(300 * MILLISECOND, () -> model.type(A, A | UP));
        assertEquals("a", read(SECOND));
        assertThrows(DeadlineException.class, () -> read(MILLISECOND));
        model.type(B, B | UP);
        assertEquals("b", read(SECOND));
        assertEquals(1, kit.deaths().size());
    }

    /** The driver has taken the key from the controller and dies before a reader has it: the reader waits on, and gets what is typed next. */
    @Test
    void aKeyThatNobodyHadReadDiesWithTheDriver() throws DeviceException {
        kit.killAtRequest("ps2", RequestPhase.BEFORE_REPLY, 1);
        kit.after(300 * MILLISECOND, () -> model.type(A, A | UP));
        kit.after(600 * MILLISECOND, () -> model.type(B, B | UP));
        assertEquals("b", read(SECOND));
    }

    /** Keys that come while nobody serves them wait in the controller. */
    @Test
    void keysTypedBetweenDeathAndSuccessorAreRead() throws DeviceException {
        kit.kill("ps2");
        model.type(A, A | UP);
        assertEquals("a", read(SECOND));
    }

    @Test
    void aReadOfNothingIsRefused() {
        assertThrows(RefusedException.class, () -> client.read(0, SECOND));
    }
}
