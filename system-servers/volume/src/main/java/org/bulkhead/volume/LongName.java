package org.bulkhead.volume;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A long name that is put together from the pieces before its entry. */
final class LongName {
    private static final int MOST_PIECES = 20;

    private final char[] text = new char[MOST_PIECES * Slot.CHARACTERS];
    private int pieces;
    /** Number of the piece that was read last, 0 before the first. */
    private int number;
    private int checksum;
    private int firstIndex;

    /** Forgets what was read. */
    void clear() {
        number = 0;
    }

    /** Returns the number of the slot with the first of the pieces that were read, {@code otherwise} if none was. */
    int firstIndex(int otherwise) {
        return number == 0 ? otherwise : firstIndex;
    }

    /** Reads the piece in a slot; returns whether it continues what was read before, or begins a name if nothing was. */
    boolean add(ByteBuffer sector, int at, int index) {
        int ordinal = Slot.first(sector, at);
        int found = ordinal & ~Slot.LAST_PIECE;
        int sum = sector.get(at + Slot.CHECKSUM) & 0xFF;
        boolean begins = (ordinal & Slot.LAST_PIECE) != 0;
        if (found < 1 || found > MOST_PIECES || begins != (number == 0) || !begins && (found != number - 1 || sum != checksum)) {
            return false;
        }
        if (begins) {
            pieces = found;
            checksum = sum;
            firstIndex = index;
        }
        number = found;
        for (int i = 0; i < Slot.CHARACTERS; i++) {
            text[(found - 1) * Slot.CHARACTERS + i] = Slot.character(sector, at, i);
        }
        return true;
    }

    /** Returns whether the pieces are those of the entry in a slot. */
    boolean belongsTo(ByteBuffer sector, int at) {
        byte[] name = new byte[Slot.NAME_SIZE];
        sector.get(at, name);
        return number == 1 && checksum == Slot.checksum(name);
    }

    /** Returns the name. */
    String text() {
        int length = 0;
        while (length < pieces * Slot.CHARACTERS && text[length] != 0) {
            length++;
        }
        return new String(Arrays.copyOf(text, length));
    }
}
