package org.bulkhead.drivers.ps2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.keyboard.KeyEvents;
import org.bulkhead.isolate.Grants;
import org.bulkhead.isolate.protocol.CharacterDevice;
import org.bulkhead.isolate.protocol.DataStore;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.bulkhead.isolate.protocol.PointerEvent;
import org.bulkhead.isolate.testkit.IsolateTestkit;
import org.bulkhead.servers.datastore.Datastore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver's insides, from the controller's registers to what waits for a reader. */
class Ps2Test {
    private static final int SHIFT = 0x2A;
    private static final int A = 0x1E;
    private static final int B = 0x30;
    private static final int CAPS = 0x3A;
    private static final int UP = 0x80;

    @RegisterExtension
    final IsolateTestkit kit = new IsolateTestkit();

    private Ps2Model model;

    @BeforeEach
    void attach() {
        kit.start(Datastore.class);
        model = new Ps2Model(line -> kit.line(line).pulse());
        kit.attach(model, 0x60, 1);
        kit.attach(model, 0x64, 1);
    }

    private void fresh() {
        kit.boot();
        attach();
    }

    private Ps2 start() {
        Grants grants = kit.grants(kit.manifest("ps2").ports("data", 0x60, 1).ports("command", 0x64, 1).interrupt(1).interrupt(12).usesService(DataStore.SERVICE).build());
        return new Ps2(new Ps2.Registers(grants.ports("data"), grants.ports("command")), grants.interrupt(1), grants.interrupt(12), new StateKeeper(grants, 1));
    }

    private static List<KeyEvent> events(Ps2 ps2) {
        List<KeyEvent> events = new ArrayList<>();
        KeyEvents waiting = ps2.keyboard().events();
        waiting.acknowledge(CharacterDevice.OLDEST);
        while (!waiting.isEmpty()) {
            events.add(waiting.oldest().event());
            waiting.acknowledge(waiting.oldest().number() + 1);
        }
        return events;
    }

    private static String typed(Ps2 ps2) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ps2.keyboard().characters().bytes().size(); i++) {
            text.append((char) ps2.keyboard().characters().bytes().peek(i));
        }
        return text.toString();
    }

    @Test
    void findsBothDevicesAndLetsThemInterrupt() {
        assertEquals("keyboard, mouse", start().toString());
        assertEquals(0x47, model.configuration);
        assertTrue(model.keyboard.enabled && model.mouse.enabled);
        assertEquals(2, model.keyboard.scanCodes);
        assertEquals(0, model.keyboard.lights);
    }

    @Test
    void takesOverFromAnyPredecessor() {
        for (int seed = 0; seed < 100; seed++) {
            fresh();
            model.leaveAnything(new Random(seed));
            Ps2 ps2 = start();
            int before = ps2.keyboard().characters().bytes().size();
            assertEquals("keyboard, mouse", ps2.toString(), "seed " + seed);
            assertEquals(0x47, model.configuration, "seed " + seed);
            assertTrue(model.keyboard.enabled && model.mouse.enabled && model.keyboard.scanCodes == 2 && model.keyboard.lights == 0, "seed " + seed);
            model.type(A, A | UP);
            model.move(0x08, 3, 4);
            ps2.serve();
            assertEquals("a", typed(ps2).substring(before), "seed " + seed);
            assertEquals(List.of(new PointerEvent(3, -4, 0)), List.copyOf(ps2.mouse().events()), "seed " + seed);
        }
    }

    @Test
    void keysTypedWhileNobodyServedAreNotLost() {
        model.configuration = 0x47;
        model.type(SHIFT, A, A | UP, SHIFT | UP, B, B | UP);
        assertEquals("Ab", typed(start()));
    }

    @Test
    void capsLockLightsItsLightAndChangesLetters() {
        Ps2 ps2 = start();
        model.type(CAPS, CAPS | UP, A, 0x02);
        ps2.serve();
        assertEquals("A1", typed(ps2));
        assertEquals(4, model.keyboard.lights);
        model.type(CAPS, CAPS | UP, A);
        ps2.serve();
        assertEquals("A1a", typed(ps2));
        assertEquals(0, model.keyboard.lights);
    }

    @Test
    void aKeyThatComesBetweenCommandAndAnswerIsNoAnswer() {
        Ps2 ps2 = start();
        model.keyboard.newsFirst = true;
        model.type(CAPS, A);
        ps2.serve();
        assertEquals("A", typed(ps2));
        assertEquals(4, model.keyboard.lights);
    }

    @Test
    void aByteThatTheDeviceDidNotUnderstandIsSentAgain() {
        model.keyboard.refuseNext = 2;
        model.mouse.refuseNext = 1;
        assertEquals("keyboard, mouse", start().toString());
    }

    @Test
    void eventsHaveModifiersAndCharacters() {
        Ps2 ps2 = start();
        model.type(SHIFT, A, A | UP, SHIFT | UP);
        ps2.serve();
        List<KeyEvent> events = events(ps2);
        assertEquals(4, events.size());
        assertTrue(events.get(0).with(KeyEvent.SHIFT));
        assertEquals('A', events.get(1).character());
        assertEquals(0, events.get(3).modifiers());
    }

    @Test
    void eventsThatNobodyTakesAreForgottenOldestFirst() {
        Ps2 ps2 = start();
        for (int i = 0; i < 100; i++) {
            model.type(A, A | UP);
        }
        model.type(B);
        ps2.serve();
        List<KeyEvent> events = events(ps2);
        assertEquals(64, events.size());
        assertEquals('b', events.get(63).character());
    }

    @Test
    void charactersBeyondTheBufferAreDroppedAsWholeSequences() {
        Ps2 ps2 = start();
        for (int i = 0; i < 400; i++) {
            model.type(0xE0, 0x48, 0xE0, 0xC8);
        }
        ps2.serve();
        assertEquals("\u001b[A".repeat(341), typed(ps2));
    }

    @Test
    void movementsAddUpUntilAButtonChanges() {
        Ps2 ps2 = start();
        model.move(0x08, 5, 0, 0x08, 5, 1, 0x09, 0, 0, 0x19, 0xFF, 0, 0x28, 0, 0xFE);
        ps2.serve();
        assertEquals(List.of(new PointerEvent(10, -1, 0), new PointerEvent(-1, 0, 1), new PointerEvent(0, 2, 0)), List.copyOf(ps2.mouse().events()));
    }

    @Test
    void aLostByteIsNoticedByTheMissingMarkOrByTheGap() {
        Ps2 ps2 = start();
        model.move(3, 4, 0x08, 1, 2);
        ps2.serve();
        assertEquals(List.of(new PointerEvent(1, -2, 0)), List.copyOf(ps2.mouse().events()));
        ps2.mouse().events().clear();
        model.move(0x08, 9);
        ps2.serve();
        kit.advance(1_000_000_000);
        model.move(0x08, 1, 2);
        ps2.serve();
        assertEquals(List.of(new PointerEvent(1, -2, 0)), List.copyOf(ps2.mouse().events()));
    }

    @Test
    void movementThatOverflowedIsIgnoredButItsButtonsAreNot() {
        Ps2 ps2 = start();
        model.move(0x49, 200, 200);
        ps2.serve();
        assertEquals(List.of(new PointerEvent(0, 0, 1)), List.copyOf(ps2.mouse().events()));
    }

    @Test
    void saysWhatIsMissing() {
        model.mouse.present = false;
        assertEquals("keyboard, no mouse", start().toString());
        fresh();
        model.keyboard.present = false;
        assertEquals("no keyboard, mouse", start().toString());
        fresh();
        model.selfTestFails = true;
        assertEquals("the keyboard controller's self test failed: 252", start().toString());
        fresh();
        model.deaf = true;
        assertEquals("the keyboard controller does not take commands", start().toString());
    }

    @Test
    void worksWhileInterruptsGetLost() {
        model.loseInterrupts = true;
        Ps2 ps2 = start();
        model.type(CAPS, A);
        ps2.serve();
        assertEquals("A", typed(ps2));
        assertEquals(4, model.keyboard.lights);
    }
}
