package org.bulkhead.drivers.keyboard;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.bulkhead.drivers.buffer.StateKeeper;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;
import org.bulkhead.isolate.protocol.KeyInput;

/** Numbered events that no client has acknowledged yet; of too many the oldest are dropped, since old events are of little use. */
public final class KeyEvents {
    private static final int LIMIT = 64;
    private static final int EVENT_SIZE = 1 + 1 + Short.BYTES + Character.BYTES;
    private static final int CHARACTER_MASK = 0xFFFF;

    private final ArrayDeque<KeyEvent> events = new ArrayDeque<>(LIMIT);
    /** Number of the oldest event; if it is unknown the next client says. */
    private long first;

    /** Makes an empty one, whose first event will have the number {@code first}, as {@link StateKeeper#firstNumber} knows it. */
    public KeyEvents(long first) {
        this.first = first;
    }

    /** Adds an event. */
    public void add(KeyEvent event) {
        if (events.size() == LIMIT) {
            events.remove();
            first += first == StateKeeper.UNKNOWN ? 0 : 1;
        }
        events.add(event);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** A client asks for event {@code next}: what is before it is forgotten. */
    public void acknowledge(long next) {
        if (first == StateKeeper.UNKNOWN) {
            first = Math.max(next, 0);
        }
        while (first < next) {
            if (events.poll() == null) {
                first = next;
            } else {
                first++;
            }
        }
    }

    /** Returns the oldest event, for a client that has acknowledged what was before; there must be one. */
    public KeyInput oldest() {
        return new KeyInput(first, events.element());
    }

    /** Returns how many bytes {@link #save} writes. */
    public int savedSize() {
        return Long.BYTES + 1 + events.size() * EVENT_SIZE;
    }

    /** Writes all for a successor. */
    public void save(ByteBuffer into) {
        into.putLong(first).put((byte) events.size());
        for (KeyEvent each : events) {
            into.put((byte) each.key().ordinal()).put((byte) each.action().ordinal()).putShort((short) each.modifiers()).putChar((char) each.character());
        }
    }

    /** Takes over what a predecessor has written, before anything is added. */
    public void restore(ByteBuffer from) {
        first = from.getLong();
        for (int left = from.get(); left > 0; left--) {
            Key key = Key.values()[from.get()];
            KeyAction action = KeyAction.values()[from.get()];
            events.add(new KeyEvent(key, action, from.getShort(), from.getChar() & CHARACTER_MASK));
        }
    }
}
