package org.bulkhead.drivers.ps2;

import java.util.ArrayDeque;
import org.bulkhead.isolate.call.Nucleus;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.PointerEvent;

/**
 * A mouse that sends packets of three bytes.
 *
 * <p>The first byte of a packet has a bit that is always set, and the bytes of a packet follow each other closely. By these two signs the driver finds the start of a packet again
 * when a byte was lost.
 */
final class Mouse {
    private static final int ENABLE = 0xF4;
    private static final int DISABLE = 0xF5;
    private static final int SET_DEFAULTS = 0xF6;

    private static final int PACKET = 3;
    private static final int FIRST_BUTTONS = 0x07;
    private static final int FIRST_ALWAYS = 0x08;
    private static final int FIRST_LEFT = 0x10;
    private static final int FIRST_DOWN = 0x20;
    private static final int FIRST_OVERFLOW = 0xC0;
    private static final int SIGN = 0x100;
    /** A packet takes about 3 ms on the wire. */
    private static final long PACKET_NANOS = 50_000_000L;

    private static final int EVENTS = 64;

    private final int[] packet = new int[PACKET];
    private final ArrayDeque<PointerEvent> events = new ArrayDeque<>(EVENTS);
    private int length;
    private long begun;
    private int buttons;

    /** Brings the mouse into a known state and lets it send; returns whether there is one. */
    boolean takeOver(Ps2Controller controller) throws DeviceException {
        // The first may be taken for the argument of a predecessor's command, or its answer may be movement that happens to look like one.
        controller.tell(Ps2Controller.Device.MOUSE, DISABLE);
        controller.tell(Ps2Controller.Device.MOUSE, DISABLE);
        controller.settle();
        length = 0;
        events.clear();
        return controller.tell(Ps2Controller.Device.MOUSE, SET_DEFAULTS) && controller.tell(Ps2Controller.Device.MOUSE, ENABLE);
    }

    /** Takes a byte that is no answer to a command. */
    void received(int value) {
        long now = Nucleus.now();
        if (length > 0 && now - begun > PACKET_NANOS) {
            length = 0;
        }
        if (length == 0) {
            if ((value & FIRST_ALWAYS) == 0) {
                return;
            }
            begun = now;
        }
        packet[length++] = value;
        if (length == PACKET) {
            length = 0;
            complete(packet[0]);
        }
    }

    private void complete(int first) {
        // What overflowed is of no use, but the buttons are right.
        boolean overflow = (first & FIRST_OVERFLOW) != 0;
        int right = overflow ? 0 : packet[1] - ((first & FIRST_LEFT) != 0 ? SIGN : 0);
        int up = overflow ? 0 : packet[2] - ((first & FIRST_DOWN) != 0 ? SIGN : 0);
        int now = first & FIRST_BUTTONS;
        PointerEvent last = events.peekLast();
        // Movements add up as long as no button changes, and also when nobody asks for long.
        if (last != null && (last.buttons() == now || events.size() == EVENTS)) {
            events.removeLast();
            events.add(new PointerEvent(last.right() + right, last.down() - up, now));
        } else if (right != 0 || up != 0 || now != buttons) {
            events.add(new PointerEvent(right, -up, now));
        }
        buttons = now;
    }

    /** Returns the events that nobody has taken, oldest first. */
    ArrayDeque<PointerEvent> events() {
        return events;
    }
}
