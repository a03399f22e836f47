package org.bulkhead.drivers.ps2;

import java.util.ArrayDeque;
import org.bulkhead.drivers.buffer.ByteRing;
import org.bulkhead.drivers.keyboard.Layout;
import org.bulkhead.drivers.keyboard.Modifiers;
import org.bulkhead.drivers.keyboard.TerminalKeys;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;

/**
 * The keyboard: scan codes in, events and a terminal's characters out, each in a buffer of its own until somebody asks.
 *
 * <p>Characters beyond the buffer are dropped, a key's sequence as a whole, as a terminal does it; of events the oldest are dropped, since old events are of little use.
 */
final class Keyboard {
    private static final int ENABLE = 0xF4;
    private static final int SET_LIGHTS = 0xED;
    private static final int CHOOSE_SCAN_CODES = 0xF0;
    private static final int SCAN_CODES_SET_2 = 2;

    private static final int LIGHT_SCROLL = 0x1;
    private static final int LIGHT_NUM = 0x2;
    private static final int LIGHT_CAPS = 0x4;

    private static final int CHARACTERS = 1024;
    private static final int EVENTS = 64;

    private final Layout layout;
    private final ScanCodes codes = new ScanCodes(this::happened);
    private final Modifiers modifiers = new Modifiers();
    private final ByteRing characters = new ByteRing(CHARACTERS);
    private final ArrayDeque<KeyEvent> events = new ArrayDeque<>(EVENTS);
    private int lights;

    Keyboard(Layout layout) {
        this.layout = layout;
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
            showLights(controller, wantedLights());
        }
    }

    private int wantedLights() {
        int locks = modifiers.sum();
        return ((locks & KeyEvent.SCROLL_LOCK) != 0 ? LIGHT_SCROLL : 0) | ((locks & KeyEvent.NUM_LOCK) != 0 ? LIGHT_NUM : 0) | ((locks & KeyEvent.CAPS_LOCK) != 0 ? LIGHT_CAPS : 0);
    }

    private boolean showLights(Ps2Controller controller, int wanted) throws DeviceException {
        lights = wanted;
        return controller.tell(Ps2Controller.Device.KEYBOARD, SET_LIGHTS) && controller.tell(Ps2Controller.Device.KEYBOARD, wanted);
    }

    /** Takes a byte that is no answer to a command. */
    void received(int value) {
        codes.take(value);
    }

    private void happened(Key key, KeyAction action) {
        modifiers.follow(key, action);
        int held = modifiers.sum();
        KeyEvent event = new KeyEvent(key, action, held, layout.character(key, held));
        if (events.size() == EVENTS) {
            events.remove();
        }
        events.add(event);
        String text = TerminalKeys.text(event);
        if (text.length() <= characters.space()) {
            for (int i = 0; i < text.length(); i++) {
                characters.add(text.charAt(i));
            }
        }
    }

    /** Returns what was typed and nobody has read, as a terminal would send it. */
    ByteRing characters() {
        return characters;
    }

    /** Returns the events that nobody has taken, oldest first. */
    ArrayDeque<KeyEvent> events() {
        return events;
    }
}
