package org.bulkhead.drivers.ps2;

import java.nio.ByteBuffer;
import org.bulkhead.drivers.buffer.KeptInput;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.drivers.keyboard.KeyEvents;
import org.bulkhead.drivers.keyboard.Layout;
import org.bulkhead.drivers.keyboard.Modifiers;
import org.bulkhead.drivers.keyboard.ScanCodes;
import org.bulkhead.drivers.keyboard.TerminalKeys;
import org.bulkhead.isolate.call.Log;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;

/**
 * The keyboard: scan codes in, events and a terminal's characters out, each in a buffer of its own until a client has acknowledged them.
 *
 * <p>Characters beyond the buffer are dropped, a key's sequence as a whole, as a terminal does it. All that it knows is left to a successor with each byte that it takes, before anybody gets what came of it.
 */
final class Keyboard {
    /** What the driver is doing with the device, for a successor that has to go on with it. */
    enum Phase {
        /** Controller and devices may be in any state. */
        STARTING,
        /** Everything that was taken has been kept. */
        SERVING,
        /** A byte waits to be taken, or has been taken and is not kept. */
        TAKING,
        /** The keyboard may wait for the argument of a command, and bytes may have been taken that are not kept. */
        TELLING
    }

    private static final int ENABLE = 0xF4;
    private static final int SET_LIGHTS = 0xED;
    private static final int CHOOSE_SCAN_CODES = 0xF0;
    private static final int SCAN_CODES_SET_2 = 2;

    private static final int LIGHT_SCROLL = 0x1;
    private static final int LIGHT_NUM = 0x2;
    private static final int LIGHT_CAPS = 0x4;

    private static final Phase[] PHASES = Phase.values();
    private static final int CHARACTERS = 1024;
    private static final int BYTE_MASK = 0xFF;
    private static final int SAVED_SIZE = 3 * Byte.BYTES + Integer.BYTES;

    private final Layout layout;
    private final ScanCodes codes = new ScanCodes(this::happened);
    private final Modifiers modifiers = new Modifiers();
    private final KeptInput characters;
    private final KeyEvents events;
    private final StateKeeper keeper;
    private int lights;
    private Phase phase = Phase.STARTING;
    /** Bytes that predecessors had taken and that nobody has; rather one too many than one too few. */
    private int lost;

    Keyboard(Layout layout, StateKeeper keeper) {
        this.layout = layout;
        this.keeper = keeper;
        characters = new KeptInput(CHARACTERS, keeper.firstNumber());
        events = new KeyEvents(keeper.firstNumber());
        if (!keeper.recall(this::restore)) {
            keep();
        }
    }

    /** Brings the keyboard into a known state, without losing keys that it has not sent yet; returns whether there is one. */
    boolean takeOver(Ps2Controller controller) throws DeviceException {
        // If a predecessor's command still waits for its argument, this byte is taken for it.
        controller.tell(Ps2Controller.Device.KEYBOARD, ENABLE);
        return controller.tell(Ps2Controller.Device.KEYBOARD, CHOOSE_SCAN_CODES) && controller.tell(Ps2Controller.Device.KEYBOARD, SCAN_CODES_SET_2)
            && showLights(controller, wantedLights()) && controller.tell(Ps2Controller.Device.KEYBOARD, ENABLE);
    }

    /** Makes the lights show what locks are set; keys that come meanwhile may change that again. */
    void updateLights(Ps2Controller controller) throws DeviceException {
        while (lights != wantedLights()) {
            enter(Phase.TELLING);
            showLights(controller, wantedLights());
            enter(Phase.SERVING);
        }
    }

    /** Returns what the driver is doing, or what its predecessor was doing when it died. */
    Phase phase() {
        return phase;
    }

    /** Leaves to a successor what the driver is going to do. */
    void enter(Phase next) {
        phase = next;
        keep();
    }

    /** A byte is about to be taken. */
    void taking() {
        if (phase == Phase.SERVING) {
            enter(Phase.TAKING);
        }
    }

    /** Counts a byte that a predecessor may have taken and that cannot be had again. */
    void lost() {
        lost++;
        Log.line("ps2: bytes of the keyboard that may be lost since boot: " + lost);
        keep();
    }

    private int wantedLights() {
        int locks = modifiers.sum();
        return ((locks & KeyEvent.SCROLL_LOCK) != 0 ? LIGHT_SCROLL : 0) | ((locks & KeyEvent.NUM_LOCK) != 0 ? LIGHT_NUM : 0) | ((locks & KeyEvent.CAPS_LOCK) != 0 ? LIGHT_CAPS : 0);
    }

    private boolean showLights(Ps2Controller controller, int wanted) throws DeviceException {
        lights = wanted;
        return controller.tell(Ps2Controller.Device.KEYBOARD, SET_LIGHTS) && controller.tell(Ps2Controller.Device.KEYBOARD, wanted);
    }

    /** Takes a byte that is no answer to a command, and keeps what came of it. */
    void received(int value) {
        phase = phase == Phase.TAKING ? Phase.SERVING : phase;
        codes.take(value);
        keep();
    }

    private void keep() {
        ByteBuffer state = StateKeeper.buffer(SAVED_SIZE + ScanCodes.SAVED_SIZE + characters.savedSize() + events.savedSize());
        state.put((byte) phase.ordinal()).put((byte) modifiers.locks()).put((byte) lights).putInt(lost);
        codes.save(state);
        characters.save(state);
        events.save(state);
        keeper.keep(state);
    }

    private void restore(ByteBuffer state) {
        phase = PHASES[state.get()];
        int locks = state.get() & BYTE_MASK;
        lights = state.get();
        lost = state.getInt();
        codes.restore(state);
        characters.restore(state);
        events.restore(state);
        modifiers.restore(locks, codes::isDown);
    }

    private void happened(Key key, KeyAction action) {
        modifiers.follow(key, action);
        int held = modifiers.sum();
        KeyEvent event = new KeyEvent(key, action, held, layout.character(key, held));
        events.add(event);
        String text = TerminalKeys.text(event);
        if (text.length() <= characters.bytes().space()) {
            for (int i = 0; i < text.length(); i++) {
                characters.bytes().add(text.charAt(i));
            }
        }
    }

    /** Returns what was typed and not acknowledged, as a terminal would send it. */
    KeptInput characters() {
        return characters;
    }

    /** Returns the events that were not acknowledged. */
    KeyEvents events() {
        return events;
    }
}
