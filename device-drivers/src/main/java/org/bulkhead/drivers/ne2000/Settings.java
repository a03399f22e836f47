package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.DeviceException;
import org.bulkhead.isolate.protocol.ReceiveMode;

/**
 * Which frames the card takes, as its clients asked for it, with a copy in the card's memory for a successor.
 *
 * <pre>
 * 0 u16 mark   2 u16 mode   4 u8[8] filter of group addresses   12 u16 0   14 u16 complement of the sum of the others
 * </pre>
 */
final class Settings {
    /** Bytes of the copy. */
    static final int SIZE = 16;

    private static final int MARK = 0x4842;
    private static final int MODE_AT = 2;
    private static final int FILTER_AT = 4;
    private static final int CHECK_AT = SIZE - Short.BYTES;
    private static final int WORD_MASK = 0xFFFF;
    private static final int CHECKSUM_POLYNOMIAL = 0x04C1_1DB7;
    /** The filter has a bit for each value of the checksum's upper six bits. */
    private static final int FILTER_SHIFT = 26;

    private static final ReceiveMode[] MODES = ReceiveMode.values();

    private final int place;
    private final byte[] filter = new byte[Dp8390.MULTICAST_BYTES];
    private ReceiveMode mode = ReceiveMode.STATION;

    /** Makes settings whose copy lies at {@code place} of the card's memory. */
    Settings(int place) {
        this.place = place;
    }

    void use(ReceiveMode wanted) {
        mode = wanted;
    }

    void join(byte[] group) {
        int bit = checksum(group) >>> FILTER_SHIFT;
        filter[bit >> 3] |= (byte) (1 << (bit & 7));
    }

    /** The checksum of Ethernet as the chip has it in its shift register after an address (DP8390D, section 6.0). */
    private static int checksum(byte[] bytes) {
        int sum = -1;
        for (byte each : bytes) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                boolean carry = sum < 0 ^ (each >> bit & 1) != 0;
                sum = sum << 1 ^ (carry ? CHECKSUM_POLYNOMIAL : 0);
            }
        }
        return sum;
    }

    /** Returns byte {@code index} of the multicast filter. */
    int filter(int index) {
        return mode == ReceiveMode.STATION ? filter[index] & 0xFF : 0xFF;
    }

    /** Returns the value for the receive configuration register. */
    int configuration() {
        int stations = Dp8390.ACCEPT_BROADCAST | Dp8390.ACCEPT_MULTICAST;
        return switch (mode) {
            case STATION, ALL_GROUPS -> stations;
            case EVERYTHING -> stations | Dp8390.ACCEPT_EVERYTHING;
        };
    }

    /** Copies the settings to the card, through {@code work}. */
    void keep(CardMemory memory, ByteBuffer work) throws DeviceException {
        work.clear().putShort(0, (short) MARK);
        work.putShort(MODE_AT, (short) mode.ordinal());
        work.put(FILTER_AT, filter);
        work.putShort(FILTER_AT + filter.length, (short) 0);
        work.putShort(CHECK_AT, (short) ~sum(work));
        memory.write(place, work, SIZE);
    }

    /** Takes the settings that a predecessor copied to the card; if there are none that fit together, nothing changes. */
    void recall(CardMemory memory, ByteBuffer work) throws DeviceException {
        memory.read(place, work.clear(), SIZE);
        int kept = work.getChar(MODE_AT);
        if (work.getChar(0) == MARK && kept < MODES.length && work.getChar(CHECK_AT) == (~sum(work) & WORD_MASK)) {
            mode = MODES[kept];
            work.get(FILTER_AT, filter);
        }
    }

    private static int sum(ByteBuffer work) {
        int sum = 0;
        for (int at = 0; at < CHECK_AT; at += Short.BYTES) {
            sum += work.getChar(at);
        }
        return sum;
    }
}
