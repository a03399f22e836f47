package org.bulkhead.drivers.ps2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bulkhead.isolate.InputReader;
import org.bulkhead.isolate.call.DeadlineException;
import org.bulkhead.isolate.call.RefusedException;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.InputDevices;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.bulkhead.isolate.protocol.KeyInput;
import org.bulkhead.isolate.protocol.PointerEvent;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.isolate.testkit.RequestPhase;
import org.bulkhead.servers.datastore.Datastore;
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
    private static final int SHIFT = 0x2A;
    private static final int CAPS = 0x3A;
    private static final int EXTENDED = 0xE0;
    private static final int UP_ARROW = 0x48;
    private static final int[] LETTERS = {A, B, 0x2E};

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private Ps2Model model;
    private InputDevices client;
    private InputReader characters;
    private long nextKey;

    @BeforeEach
    void start() {
        model = new Ps2Model(line -> kit.line(line).pulse());
        kit.start(Datastore.class);
        kit.start(Ps2Driver.class, model);
        client = kit.connect("ps2", InputDevices.class);
        characters = new InputReader(client::read);
        nextKey = CharacterDevice.OLDEST;
        kit.advance(SECOND);
    }

    private String read(long timeout) throws DeviceException {
        return new String(characters.read(InputDevices.TRANSFER_LIMIT, timeout), StandardCharsets.US_ASCII);
    }

    private KeyEvent nextKey(long timeout) throws DeviceException {
        KeyInput input = client.nextKey(nextKey, timeout);
        nextKey = input.number() + 1;
        return input.event();
    }

    @Test
    void saysWhatItFound() {
        assertTrue(kit.log().contains("ps2: keyboard, mouse"), () -> kit.log().toString());
    }

    @Test
    void whatWasTypedIsReadOnce() throws DeviceException {
        model.type(A, A | UP, B, B | UP);
        assertEquals("a", new String(characters.read(1, SECOND), StandardCharsets.US_ASCII));
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
        assertEquals(new KeyEvent(Key.A, KeyAction.PRESSED, 0, 'a'), nextKey(SECOND));
        assertEquals("a", read(SECOND));
        assertEquals(new KeyEvent(Key.A, KeyAction.RELEASED, 0, 'a'), nextKey(SECOND));
        assertThrows(DeadlineException.class, () -> nextKey(MILLISECOND));
    }

    @Test
    void theMouseIsFollowed() throws DeviceException {
        kit.after(5 * MILLISECOND, () -> model.move(0x09, 3, 4));
        assertEquals(new PointerEvent(3, -4, PointerEvent.LEFT_BUTTON), client.nextPointer(SECOND));
    }

    /** A reader that waits notices nothing of the driver's death, and gets the next key once. */
    @ParameterizedTest
    @EnumSource
    void noKeyIsLostOrDoubledByADeath(RequestPhase phase) throws DeviceException {
        kit.killAtRequest("ps2", phase, 1);
        kit.after(300 * MILLISECOND, () -> model.type(A, A | UP));
        assertEquals("a", read(SECOND));
        assertThrows(DeadlineException.class, () -> read(MILLISECOND));
        model.type(B, B | UP);
        assertEquals("b", read(SECOND));
        assertEquals(1, kit.deaths().size());
    }

    @Test
    void modifiersOutliveTheDriver() throws DeviceException {
        model.type(SHIFT, CAPS, CAPS | UP);
        kit.settle();
        kit.kill("ps2");
        kit.advance(SECOND);
        assertEquals(4, model.keyboard.lights);
        model.type(A, SHIFT | UP, B);
        kit.settle();
        assertEquals("aB", read(SECOND));
    }

    /** The driver dies after its system call number n, for all n: each key arrives once and in order, as characters and as events. */
    @Test
    void eachKeyArrivesOnceWhateverTheCallAfterWhichTheDriverDies() throws DeviceException {
        int n = 0;
        int deaths;
        do {
            restart();
            kit.killAfterCall("ps2", ++n);
            typeAndCheck("death after call " + n);
            deaths = kit.deaths().size();
        } while (deaths > 0);
        assertTrue(n > 60, "the driver made only " + n + " calls");
    }

    /** As above, for its accesses of the controller's ports, where a byte has left the controller and is nowhere else: keys that do not follow each other faster than a driver restarts arrive once. */
    @Test
    void eachKeyArrivesOnceWhateverTheAccessAfterWhichTheDriverDies() throws DeviceException {
        int n = 0;
        int deaths;
        do {
            restart();
            model.afterAccess(++n, () -> kit.killAfterAccess("ps2"));
            String where = "death after access " + n;
            String came = "";
            for (int round = 0; round < LETTERS.length; round++) {
                int code = LETTERS[round];
                kit.after(MILLISECOND, () -> model.type(code));
                kit.after(300 * MILLISECOND, () -> model.type(code | UP));
                kit.advance(600 * MILLISECOND);
                came += read(SECOND);
            }
            assertEquals("abc", came, where);
            assertEquals(List.of("A PRESSED", "A RELEASED", "B PRESSED", "B RELEASED", "C PRESSED", "C RELEASED"), keys(), where);
            deaths = kit.deaths().size();
        } while (deaths > 0);
        assertTrue(n > 15, "the driver made only " + n + " accesses");
    }

    /** While a driver starts anew, a key is pressed after its access number n of a port, for all n: with a keyboard that drops what it may not send, each arrives. */
    @Test
    void aKeyPressedWhileADriverStartsAnewIsNotDropped() throws DeviceException {
        int n = 0;
        boolean pressed;
        do {
            restart();
            model.dropsCodes = true;
            boolean[] came = new boolean[1];
            model.written.clear();
            model.afterAccess(++n, () -> {
                came[0] = true;
                model.type(A, A | UP);
            });
            kit.kill("ps2");
            kit.advance(SECOND);
            pressed = came[0];
            assertEquals(List.of(0x60, 0x47 | Ps2Model.TO_DATA), model.written, "writes of a driver that starts anew");
            if (pressed) {
                assertEquals(List.of("A PRESSED", "A RELEASED"), keys(), "pressed after access " + n);
            }
        } while (pressed);
        assertTrue(n > 4, "the driver made only " + n + " accesses");
    }

    /** A code of two bytes that come at once: where the second takes the place of the first before the successor has seen it, that is told. */
    @Test
    void whatIsLostIsTold() throws DeviceException {
        int n = 0;
        int lost = 0;
        int deaths;
        do {
            restart();
            model.afterAccess(++n, () -> kit.killAfterAccess("ps2"));
            model.type(EXTENDED, UP_ARROW, EXTENDED, UP_ARROW | UP);
            kit.advance(SECOND);
            deaths = kit.deaths().size();
            List<String> keys = keys();
            boolean told = kit.log().contains("ps2: bytes of the keyboard that may be lost since boot: 1");
            assertTrue(told || keys.equals(List.of("UP PRESSED", "UP RELEASED")), "death after access " + n + ": " + keys);
            lost += keys.equals(List.of("UP PRESSED", "UP RELEASED")) ? 0 : 1;
        } while (deaths > 0);
        assertTrue(lost > 0 && lost < n / 2, lost + " of " + n);
    }

    private List<String> keys() throws DeviceException {
        List<String> keys = new ArrayList<>();
        try {
            while (true) {
                KeyEvent event = nextKey(MILLISECOND);
                keys.add(event.key() + " " + event.action());
            }
        } catch (DeadlineException e) {
            return keys;
        }
    }

    private void restart() {
        kit.boot();
        start();
    }

    private void typeAndCheck(String where) throws DeviceException {
        String text = "";
        List<String> keys = new ArrayList<>();
        for (int round = 0; round < LETTERS.length; round++) {
            int code = LETTERS[round];
            kit.after(MILLISECOND, () -> model.type(code));
            kit.after(2 * MILLISECOND, () -> model.type(code | UP));
            kit.after(3 * MILLISECOND, () -> model.type(EXTENDED, UP_ARROW));
            kit.after(4 * MILLISECOND, () -> model.type(EXTENDED, UP_ARROW | UP));
            String expected = "abc".charAt(round) + "\u001b[A";
            String came = "";
            while (came.length() < expected.length()) {
                try {
                    came += read(SECOND);
                } catch (DeadlineException e) {
                    throw new AssertionError(where + ": came " + came + kit.log() + kit.deaths() + kit.situations(), e);
                }
            }
            assertEquals(expected, came, where);
            for (int i = 0; i < 4; i++) {
                KeyEvent event = nextKey(SECOND);
                keys.add(event.key() + " " + event.action());
            }
            text += came;
        }
        assertEquals("a\u001b[Ab\u001b[Ac\u001b[A", text, where);
        assertEquals(List.of("A PRESSED", "A RELEASED", "UP PRESSED", "UP RELEASED", "B PRESSED", "B RELEASED", "UP PRESSED", "UP RELEASED", "C PRESSED", "C RELEASED", "UP PRESSED", "UP RELEASED"), keys, where);
        assertThrows(DeadlineException.class, () -> read(MILLISECOND), where);
        assertThrows(DeadlineException.class, () -> nextKey(MILLISECOND), where);
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
        assertThrows(RefusedException.class, () -> characters.read(0, SECOND));
    }
}
