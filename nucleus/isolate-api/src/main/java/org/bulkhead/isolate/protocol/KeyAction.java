package org.bulkhead.isolate.protocol;

/** What happened to a key. */
public enum KeyAction {
    /** It went down. */
    PRESSED,
    /** It is held down, and the keyboard sends it again. */
    REPEATED,
    /** It went up. */
    RELEASED
}
