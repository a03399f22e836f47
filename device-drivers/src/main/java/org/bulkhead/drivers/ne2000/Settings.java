package org.bulkhead.drivers.ne2000;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.ReceiveMode;

/** Which frames the card takes, as its clients asked for it. */
final class Settings {
    /** Bytes that {@link #save} writes. */
    static final int SAVED_SIZE = 1 + Dp8390.MULTICAST_BYTES;

    private static final int CHECKSUM_POLYNOMIAL = 0x04C1_1DB7;
    /** The filter has a bit for each value of the checksum's upper six bits. */
    private static final int FILTER_SHIFT = 26;

    private static final ReceiveMode[] MODES = ReceiveMode.values();

    private final byte[] filter = new byte[Dp8390.MULTICAST_BYTES];
    private ReceiveMode mode = ReceiveMode.STATION;

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

    /** Writes the settings for a successor. */
    void save(ByteBuffer into) {
        into.put((byte) mode.ordinal()).put(filter);
    }

    /** Takes over what a predecessor has written. */
    void restore(ByteBuffer from) {
        mode = MODES[from.get()];
        from.get(filter);
    }
}
