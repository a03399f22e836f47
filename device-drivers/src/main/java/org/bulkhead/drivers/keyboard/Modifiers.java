package org.bulkhead.drivers.keyboard;

import java.util.function.Predicate;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;
import org.bulkhead.isolate.protocol.KeyEvent;

/** Which modifier keys are held and which locks are set. Locks start unset, as a keyboard's lights do. */
public final class Modifiers {
    private final boolean[] held = new boolean[Key.values().length];
    private int locks;

    /** Takes what happened to any key into account. */
    public void follow(Key key, KeyAction action) {
        held[key.ordinal()] = action != KeyAction.RELEASED;
        if (action == KeyAction.PRESSED) {
            locks ^= lock(key);
        }
    }

    /** Returns the locks that are set, as a sum of {@link KeyEvent}'s constants. */
    public int locks() {
        return locks;
    }

    /** Takes over the locks that another has left; {@code isHeld} says which keys are held. */
    public void restore(int left, Predicate<Key> isHeld) {
        locks = left;
        for (Key key : Key.values()) {
            held[key.ordinal()] = isHeld.test(key);
        }
    }

    private static int lock(Key key) {
        return switch (key) {
            case CAPS_LOCK -> KeyEvent.CAPS_LOCK;
            case NUM_LOCK -> KeyEvent.NUM_LOCK;
            case SCROLL_LOCK -> KeyEvent.SCROLL_LOCK;
            default -> 0;
        };
    }

    private int held(Key key, int modifier) {
        return held[key.ordinal()] ? modifier : 0;
    }

    /** Returns the modifiers as a sum of {@link KeyEvent}'s constants. */
    public int sum() {
        return locks | held(Key.LEFT_SHIFT, KeyEvent.SHIFT) | held(Key.RIGHT_SHIFT, KeyEvent.SHIFT)
            | held(Key.LEFT_CONTROL, KeyEvent.CONTROL) | held(Key.RIGHT_CONTROL, KeyEvent.CONTROL)
            | held(Key.LEFT_META, KeyEvent.META) | held(Key.RIGHT_META, KeyEvent.META)
            | held(Key.LEFT_ALT, KeyEvent.ALT) | held(Key.RIGHT_ALT, KeyEvent.ALT_GRAPH);
    }
}
