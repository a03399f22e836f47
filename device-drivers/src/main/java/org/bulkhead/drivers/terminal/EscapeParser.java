package org.bulkhead.drivers.terminal;

/**
 * Takes a terminal's output apart: UTF-8 into characters, and characters, control characters and escape sequences (ECMA-48) from each other.
 *
 * <p>Whatever comes, the parser finds its way back: a sequence that is cut off ends with the next escape character, CAN or SUB; malformed UTF-8 is shown as {@link #REPLACEMENT}.
 */
public final class EscapeParser {
    /** What output consists of. */
    public interface Handler {
        /** Shows a character, given as code point; never a control character. */
        void print(int character);

        /** Obeys a control character, 0x00 to 0x1F or 0x7F. */
        void control(int code);

        /** Obeys ESC, perhaps an intermediate character (otherwise 0), and a final one. */
        void escape(int intermediate, int last);

        /**
         * Obeys a control sequence.
         *
         * @param marker one of {@code < = > ?} that makes the sequence a private one, otherwise 0
         * @param parameters valid during the call
         * @param intermediate character before the last, otherwise 0
         */
        void sequence(int marker, Parameters parameters, int intermediate, int last);
    }

    /** The numbers of a control sequence. */
    public static final class Parameters {
        private static final int MOST = 16;
        private static final int LARGEST = 9999;

        private final int[] values = new int[MOST];
        private int count;

        private void clear() {
            count = 0;
        }

        private void digit(int digit) {
            if (count == 0) {
                next();
            }
            values[count - 1] = Math.min(values[count - 1] * 10 + digit, LARGEST);
        }

        private void separate() {
            if (count == 0) {
                next();
            }
            next();
        }

        private void next() {
            // More parameters than any sequence has: the last takes them all.
            if (count < MOST) {
                count++;
            }
            values[count - 1] = 0;
        }

        /** Returns how many there are; one that was left out between semicolons counts. */
        public int count() {
            return count;
        }

        /** Returns number {@code index}, from 0 on; 0 if it was left out. */
        public int value(int index) {
            return index < count ? values[index] : 0;
        }

        /** Returns number {@code index}, {@code other} if it was left out or 0. */
        public int orElse(int index, int other) {
            return value(index) == 0 ? other : value(index);
        }
    }

    private enum State {
        GROUND, ESCAPE, ESCAPE_INTERMEDIATE, SEQUENCE, SEQUENCE_INTERMEDIATE,
        /** A control sequence that no terminal knows, to its end. */
        IGNORED,
        /** A text for the terminal itself, such as a window's title, to its end. */
        STRING
    }

    /** Shown for what cannot be shown. */
    public static final int REPLACEMENT = 0xFFFD;

    private static final int BELL = 0x07;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1A;
    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;
    private static final int FIRST_CONTROL_1 = 0x80;
    private static final int LAST_CONTROL_1 = 0x9F;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3F;
    private static final int LARGEST_CHARACTER = 0x10FFFF;
    /** The smallest character that needs as many continuation bytes; a shorter one in a longer form is malformed. */
    private static final int[] SMALLEST = {0, 0x80, 0x800, 0x10000};

    private final Handler handler;
    private final Parameters parameters = new Parameters();
    private State state = State.GROUND;
    private int marker;
    private int intermediate;
    private int character;
    private int continuations;
    private int remaining;

    public EscapeParser(Handler handler) {
        this.handler = handler;
    }

    /** Takes the next byte of output. */
    public void take(int value) {
        int octet = value & 0xFF;
        if (remaining > 0) {
            if ((octet & ~CONTINUATION_MASK) == 0x80) {
                character = character << CONTINUATION_BITS | octet & CONTINUATION_MASK;
                if (--remaining == 0) {
                    accept(wellFormed() ? character : REPLACEMENT);
                }
                return;
            }
            remaining = 0;
            accept(REPLACEMENT);
        }
        if (octet < 0x80) {
            accept(octet);
        } else if (octet >= 0xC0 && octet < 0xF8) {
            continuations = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
            remaining = continuations;
            character = octet & CONTINUATION_MASK >> continuations;
        } else {
            accept(REPLACEMENT);
        }
    }

    private boolean wellFormed() {
        return character >= SMALLEST[continuations] && character <= LARGEST_CHARACTER && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private void accept(int c) {
        if (c == ESCAPE) {
            begin(State.ESCAPE);
        } else if (c == CANCEL || c == SUBSTITUTE) {
            state = State.GROUND;
        } else if (state == State.STRING) {
            if (c == BELL) {
                state = State.GROUND;
            }
        } else if (c < ' ' || c == DELETE) {
            // Also in the middle of a sequence, which goes on afterwards.
            handler.control(c);
        } else if (c < DELETE) {
            graphic(c);
        } else {
            // Nothing beyond ASCII belongs to a sequence; control characters of the second set are never used in UTF-8.
            state = State.GROUND;
            handler.print(c >= FIRST_CONTROL_1 && c <= LAST_CONTROL_1 ? REPLACEMENT : c);
        }
    }

    private void begin(State sequence) {
        state = sequence;
        marker = 0;
        intermediate = 0;
        parameters.clear();
    }

    private void graphic(int c) {
        switch (state) {
            case GROUND -> handler.print(c);
            case ESCAPE -> afterEscape(c);
            case ESCAPE_INTERMEDIATE -> {
                if (c >= '0') {
                    state = State.GROUND;
                    handler.escape(intermediate, c);
                }
            }
            case SEQUENCE -> inSequence(c);
            case SEQUENCE_INTERMEDIATE -> afterIntermediate(c);
            case IGNORED -> {
                if (c >= '@') {
                    state = State.GROUND;
                }
            }
            case STRING -> { }
        }
    }

    private void afterEscape(int c) {
        if (c == '[') {
            state = State.SEQUENCE;
        } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
            state = State.STRING;
        } else if (c < '0') {
            intermediate = c;
            state = State.ESCAPE_INTERMEDIATE;
        } else {
            state = State.GROUND;
            // ESC \ only ends a string.
            if (c != '\\') {
                handler.escape(0, c);
            }
        }
    }

    private void inSequence(int c) {
        if (c >= '0' && c <= '9') {
            parameters.digit(c - '0');
        } else if (c == ';' || c == ':') {
            parameters.separate();
        } else if (c >= '<' && c <= '?') {
            if (marker != 0 || parameters.count() > 0) {
                state = State.IGNORED;
            }
            marker = c;
        } else {
            afterIntermediate(c);
        }
    }

    private void afterIntermediate(int c) {
        if (c >= '@') {
            state = State.GROUND;
            handler.sequence(marker, parameters, intermediate, c);
        } else if (c < '0' && intermediate == 0) {
            intermediate = c;
            state = State.SEQUENCE_INTERMEDIATE;
        } else {
            state = State.IGNORED;
        }
    }
}
