package org.bulkhead.vm.runtime.zip;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;

/** A stream that is being deflated. */
public final class DeflateStream {
    /** The parts of the parameters of a step: whether they are to be set, the strategy, the level. */
    private static final int SET = 1;
    private static final int STRATEGY_SHIFT = 1;
    private static final int STRATEGY_MASK = 3;
    private static final int LEVEL_SHIFT = 3;

    private final boolean raw;
    private int level;
    private int strategy;
    private Deflater deflater;

    /**
     * @param level from 0 to 9, or -1 for the default
     * @param strategy a strategy of {@code java.util.zip.Deflater}
     * @param raw whether the data get no zlib header and checksum
     */
    public DeflateStream(int level, int strategy, boolean raw) {
        this.level = level;
        this.strategy = strategy;
        this.raw = raw;
        reset();
    }

    /** Begins anew, with the level and strategy of the last step. */
    public void reset() {
        try {
            deflater = new Deflater(level, JZlib.DEF_WBITS, raw);
        } catch (GZIPException e) {
            throw new IllegalArgumentException("level " + level + ": " + e.getMessage());
        }
        deflater.next_out = Checksums.NO_BYTES;
        deflater.params(level, strategy);
    }

    /**
     * Deflates until the input is used up or the output is full.
     *
     * @param flush how much is to be brought out, as {@code java.util.zip.Deflater} numbers it
     * @param parameters level and strategy in the packing of {@code java.util.zip.Deflater}, or 0 to leave them
     * @return what was done, as {@code java.util.zip.Deflater} takes it
     */
    public long deflate(byte[] input, int inputOffset, int inputLength, byte[] output, int outputOffset, int outputLength, int flush, int parameters) {
        deflater.next_in = input == null ? Checksums.NO_BYTES : input;
        deflater.next_in_index = inputOffset;
        deflater.avail_in = inputLength;
        deflater.next_out = output;
        deflater.next_out_index = outputOffset;
        deflater.avail_out = outputLength;
        boolean set = (parameters & SET) != 0;
        if (set) {
            level = parameters >> LEVEL_SHIFT;
            strategy = parameters >> STRATEGY_SHIFT & STRATEGY_MASK;
        }
        int result = set ? deflater.params(level, strategy) : deflater.deflate(flush);
        long used = Step.used(inputLength - deflater.avail_in, outputLength - deflater.avail_out);
        switch (result) {
            case JZlib.Z_STREAM_END:
                return Step.ended(used);
            case JZlib.Z_OK:
                return used;
            case JZlib.Z_BUF_ERROR:
                return set ? Step.flagged(used) : used;
            default:
                throw new InternalError("deflating ends with " + result + ": " + deflater.msg);
        }
    }

    /** Bytes that a step made, out of what {@link #deflate} returned. */
    public static int outputUsed(long step) {
        return Step.output(step);
    }

    /** Sets the dictionary; the stream must not have begun. */
    public void setDictionary(byte[] dictionary, int offset, int length) {
        if (deflater.setDictionary(Arrays.copyOfRange(dictionary, offset, offset + length), length) != JZlib.Z_OK) {
            throw new IllegalArgumentException(deflater.msg);
        }
    }

    /** The checksum of what was deflated, or of the dictionary; 1 for raw data. */
    public int checksum() {
        return raw ? 1 : (int) deflater.getAdler();
    }
}
