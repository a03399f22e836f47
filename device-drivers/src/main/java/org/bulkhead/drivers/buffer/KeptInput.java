package org.bulkhead.drivers.buffer;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.protocol.Input;

/** Numbered input that a client has not acknowledged yet, as {@link org.bulkhead.isolate.protocol.CharacterDevice} describes it. Bytes beyond its capacity are dropped, and counted. */
public final class KeptInput {
    private final ByteRing bytes;
    /** Number of the oldest byte; if it is unknown the next client says. */
    private long first;

    /** Makes an empty one for {@code capacity} bytes, of which the first will have the number {@code first}, as {@link StateKeeper#firstNumber} knows it. */
    public KeptInput(int capacity, long first) {
        bytes = new ByteRing(capacity);
        this.first = first;
    }

    /** Returns the bytes, to be added to and looked at. */
    public ByteRing bytes() {
        return bytes;
    }

    /** A client asks for byte number {@code next}: what is before it is forgotten. */
    public void acknowledge(long next) {
        if (first == StateKeeper.UNKNOWN) {
            first = Math.max(next, 0);
        } else if (next > first) {
            bytes.remove((int) Math.min(next - first, bytes.size()));
            first = next;
        }
    }

    /** Returns the oldest bytes, at most {@code limit}, for a client that has acknowledged what was before. */
    public Input oldest(int limit) {
        return new Input(first, bytes.oldest(limit));
    }

    /** Returns how many bytes {@link #save} writes. */
    public int savedSize() {
        return Long.BYTES + Short.BYTES + bytes.size();
    }

    /** Writes all for a successor. */
    public void save(ByteBuffer into) {
        into.putLong(first).putShort((short) bytes.size()).put(bytes.oldest(bytes.size()));
    }

    /** Takes over what a predecessor has written, before anything is added. */
    public void restore(ByteBuffer from) {
        first = from.getLong();
        for (int left = from.getShort(); left > 0; left--) {
            bytes.add(from.get());
        }
    }
}
