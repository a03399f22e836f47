package org.bulkhead.drivers.keyboard;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.Key;
import org.bulkhead.isolate.protocol.KeyAction;

/**
 * Turns the bytes of scan code set 1 into what happened to which key; one object per keyboard, since codes have up to six bytes.
 *
 * <p>A byte that fits nothing is dropped together with the prefix before it: the next code is understood again.
 */
public final class ScanCodes {
    /** Is told what happened. */
    public interface Listener {
        /** Something happened to a key. */
        void happened(Key key, KeyAction action);
    }

    private enum Prefix {
        NONE, EXTENDED,
        /** The first byte of the pause key's code was there; two of its halves follow, E1 1D 45 and E1 9D C5. */
        PAUSE,
        PAUSE_CONTROL
    }

    private static final int PREFIX_EXTENDED = 0xE0;
    private static final int PREFIX_PAUSE = 0xE1;
    private static final int RELEASED = 0x80;
    private static final int CODE = 0x7F;
    /** What a keyboard whose buffer ran over sends, in set 1 and in set 2. */
    private static final int OVERRUN = 0xFF;
    private static final int OVERRUN_SET_2 = 0x00;
    private static final int PAUSE_CONTROL = 0x1D;
    private static final int PAUSE_NUM = 0x45;

    /** By code, from 0 on. */
    private static final Key[] PLAIN = {
        null, Key.ESCAPE, Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5, Key.DIGIT_6,
        Key.DIGIT_7, Key.DIGIT_8, Key.DIGIT_9, Key.DIGIT_0, Key.MINUS, Key.EQUALS, Key.BACKSPACE, Key.TAB,
        Key.Q, Key.W, Key.E, Key.R, Key.T, Key.Y, Key.U, Key.I,
        Key.O, Key.P, Key.LEFT_BRACKET, Key.RIGHT_BRACKET, Key.ENTER, Key.LEFT_CONTROL, Key.A, Key.S,
        Key.D, Key.F, Key.G, Key.H, Key.J, Key.K, Key.L, Key.SEMICOLON,
        Key.APOSTROPHE, Key.GRAVE, Key.LEFT_SHIFT, Key.BACKSLASH, Key.Z, Key.X, Key.C, Key.V,
        Key.B, Key.N, Key.M, Key.COMMA, Key.PERIOD, Key.SLASH, Key.RIGHT_SHIFT, Key.KEYPAD_MULTIPLY,
        Key.LEFT_ALT, Key.SPACE, Key.CAPS_LOCK, Key.F1, Key.F2, Key.F3, Key.F4, Key.F5,
        Key.F6, Key.F7, Key.F8, Key.F9, Key.F10, Key.NUM_LOCK, Key.SCROLL_LOCK, Key.KEYPAD_7,
        Key.KEYPAD_8, Key.KEYPAD_9, Key.KEYPAD_SUBTRACT, Key.KEYPAD_4, Key.KEYPAD_5, Key.KEYPAD_6, Key.KEYPAD_ADD, Key.KEYPAD_1,
        Key.KEYPAD_2, Key.KEYPAD_3, Key.KEYPAD_0, Key.KEYPAD_POINT, Key.PRINT_SCREEN, null, Key.INTERNATIONAL, Key.F11,
        Key.F12};

    private final Listener listener;
    private final boolean[] down = new boolean[Key.values().length];
    private Prefix prefix = Prefix.NONE;

    /** Makes the decoder of a keyboard on which no key is held. */
    public ScanCodes(Listener listener) {
        this.listener = listener;
    }

    /** Bytes that {@link #save} writes. */
    public static final int SAVED_SIZE = 1 + Key.values().length;

    /** Writes which keys are held, and what of a code has come. */
    public void save(ByteBuffer into) {
        into.put((byte) prefix.ordinal());
        for (boolean each : down) {
            into.put((byte) (each ? 1 : 0));
        }
    }

    /** Returns whether a key is held. */
    public boolean isDown(Key key) {
        return down[key.ordinal()];
    }

    /** Takes over what another has written. */
    public void restore(ByteBuffer from) {
        prefix = Prefix.values()[from.get()];
        for (int i = 0; i < down.length; i++) {
            down[i] = from.get() != 0;
        }
    }

    /** Takes one byte from the keyboard. */
    public void take(int value) {
        switch (value) {
            case PREFIX_EXTENDED -> prefix = Prefix.EXTENDED;
            case PREFIX_PAUSE -> prefix = Prefix.PAUSE;
            case OVERRUN, OVERRUN_SET_2 -> forget();
            default -> complete(value);
        }
    }

    /** Codes were lost, releases perhaps among them: what is still held will be pressed anew. */
    private void forget() {
        prefix = Prefix.NONE;
        for (Key key : Key.values()) {
            if (down[key.ordinal()]) {
                tell(key, RELEASED);
            }
        }
    }

    private void complete(int value) {
        int code = value & CODE;
        Prefix before = prefix;
        prefix = Prefix.NONE;
        switch (before) {
            case NONE -> tell(code < PLAIN.length ? PLAIN[code] : null, value);
            case EXTENDED -> tell(extended(code), value);
            case PAUSE -> prefix = code == PAUSE_CONTROL ? Prefix.PAUSE_CONTROL : Prefix.NONE;
            case PAUSE_CONTROL -> tell(code == PAUSE_NUM ? Key.PAUSE : null, value);
        }
    }

    private void tell(Key key, int value) {
        if (key == null) {
            return;
        }
        boolean wasDown = down[key.ordinal()];
        boolean isDown = (value & RELEASED) == 0;
        down[key.ordinal()] = isDown;
        listener.happened(key, !isDown ? KeyAction.RELEASED : wasDown ? KeyAction.REPEATED : KeyAction.PRESSED);
    }

    /** Returns null also for the shift codes that a keyboard sends around cursor keys to please programs that know 84 keys. */
    private static Key extended(int code) {
        return switch (code) {
            case 0x1C -> Key.KEYPAD_ENTER;
            case 0x1D -> Key.RIGHT_CONTROL;
            case 0x35 -> Key.KEYPAD_DIVIDE;
            case 0x37 -> Key.PRINT_SCREEN;
            case 0x38 -> Key.RIGHT_ALT;
            // Pause with control.
            case 0x46 -> Key.PAUSE;
            case 0x47 -> Key.HOME;
            case 0x48 -> Key.UP;
            case 0x49 -> Key.PAGE_UP;
            case 0x4B -> Key.LEFT;
            case 0x4D -> Key.RIGHT;
            case 0x4F -> Key.END;
            case 0x50 -> Key.DOWN;
            case 0x51 -> Key.PAGE_DOWN;
            case 0x52 -> Key.INSERT;
            case 0x53 -> Key.DELETE;
            case 0x5B -> Key.LEFT_META;
            case 0x5C -> Key.RIGHT_META;
            case 0x5D -> Key.MENU;
            default -> null;
        };
    }
}
