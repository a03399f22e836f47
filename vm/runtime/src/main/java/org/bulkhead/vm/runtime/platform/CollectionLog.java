package org.bulkhead.vm.runtime.platform;

import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.memory.CollectionFigures;

/** Prints what a collection was like, without allocating: {@code collection 3: 1234 us, 5242880 bytes before, 81920 live, 0 moved}. */
@NoStackProbe
final class CollectionLog {
    private static final long NANOS_PER_MICRO = 1000;
    private static final int DECIMAL = 10;
    private static final int LONGEST_NUMBER = 20;

    private CollectionLog() {}

    /** Prints on standard error; {@code scratch} is a page to write the line into. */
    static void print(Platform platform, Address scratch, CollectionFigures figures) {
        Address at = text(scratch, "collection ");
        at = number(at, figures.collections());
        at = text(at, ": ");
        at = number(at, figures.lastPause() / NANOS_PER_MICRO);
        at = text(at, " us, ");
        at = number(at, figures.usedBefore());
        at = text(at, " bytes before, ");
        at = number(at, figures.live());
        at = text(at, " live, ");
        at = number(at, figures.moved());
        at = text(at, " moved\n");
        platform.write(Platform.STANDARD_ERROR, scratch, at.distanceFrom(scratch).toInt());
    }

    private static Address text(Address at, String text) {
        for (int i = 0; i < text.length(); i++) {
            at.storeByte((byte) text.charAt(i), i);
        }
        return at.plus(text.length());
    }

    private static Address number(Address at, long value) {
        Address lowest = at.plus(LONGEST_NUMBER);
        int digits = 0;
        long left = value;
        do {
            digits++;
            lowest.minus(digits).storeByte((byte) ('0' + left % DECIMAL));
            left /= DECIMAL;
        } while (left != 0);
        for (int i = 0; i < digits; i++) {
            at.storeByte(lowest.minus(digits - i).loadByte(), i);
        }
        return at.plus(digits);
    }
}
