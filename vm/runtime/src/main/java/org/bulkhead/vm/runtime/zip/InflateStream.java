package org.bulkhead.vm.runtime.zip;

import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.Inflater;
import com.jcraft.jzlib.JZlib;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * A stream that is being inflated. The library inflates the raw blocks; the header and checksum of zlib data (RFC 1950) are read here, because the library forgives headers that zlib does not.
 *
 * <pre>
 *   u8 method and window   u8 flags   [u32 checksum of the dictionary]   raw blocks   u32 checksum      numbers are big-endian
 * </pre>
 */
public final class InflateStream {
    private static final int HEADER_BYTES = 2;
    private static final int CHECKSUM_BYTES = 4;
    private static final int HEADER_DIVISOR = 31;
    private static final int METHOD_MASK = 0xF;
    private static final int METHOD_DEFLATED = 8;
    private static final int WINDOW_SHIFT = 4;
    private static final int LARGEST_WINDOW = 7;
    private static final int FLAG_DICTIONARY = 0x20;

    private enum State { HEADER, DICTIONARY, WAITS_FOR_DICTIONARY, BLOCKS, CHECKSUM, END, BAD }

    private final boolean raw;
    private Inflater inflater;
    private State state;
    private String problem;
    private int number;
    private int numberBytes;
    private int checksum;
    private int inputUsed;
    private int outputUsed;

    /** @param raw whether the data have no zlib header and checksum */
    public InflateStream(boolean raw) {
        this.raw = raw;
        reset();
    }

    /** Begins anew. */
    public void reset() {
        try {
            inflater = new Inflater(JZlib.DEF_WBITS, true);
        } catch (GZIPException e) {
            throw new InternalError("the largest window is not accepted: " + e.getMessage());
        }
        state = raw ? State.BLOCKS : State.HEADER;
        checksum = 1;
        number = 0;
        numberBytes = 0;
    }

    /**
     * Inflates until the input is used up, the output is full, the data end or a dictionary is needed.
     *
     * @return what was done, as {@code java.util.zip.Inflater} takes it
     * @throws DataFormatException if the data are not what deflating makes; {@link #inputUsed} and {@link #outputUsed} say how far it got
     */
    public long inflate(byte[] input, int inputOffset, int inputLength, byte[] output, int outputOffset, int outputLength) throws DataFormatException {
        inputUsed = 0;
        outputUsed = 0;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = switch (state) {
                case HEADER -> readNumber(input, inputOffset, inputLength, HEADER_BYTES) && header();
                case DICTIONARY -> readNumber(input, inputOffset, inputLength, CHECKSUM_BYTES) && dictionary();
                case BLOCKS -> blocks(input, inputOffset, inputLength, output, outputOffset, outputLength);
                case CHECKSUM -> readNumber(input, inputOffset, inputLength, CHECKSUM_BYTES) && trailer();
                case WAITS_FOR_DICTIONARY, END -> false;
                case BAD -> throw new DataFormatException(problem);
            };
        }
        long used = Step.used(inputUsed, outputUsed);
        return switch (state) {
            case END -> Step.ended(used);
            case WAITS_FOR_DICTIONARY -> Step.flagged(used);
            default -> used;
        };
    }

    /** Gathers the bytes of a number; returns whether all are there. */
    private boolean readNumber(byte[] input, int offset, int length, int bytes) {
        while (numberBytes < bytes && inputUsed < length) {
            number = number << Byte.SIZE | input[offset + inputUsed] & 0xFF;
            numberBytes++;
            inputUsed++;
        }
        return numberBytes == bytes;
    }

    private int takeNumber() {
        int taken = number;
        number = 0;
        numberBytes = 0;
        return taken;
    }

    private boolean header() {
        int header = takeNumber();
        int method = header >> Byte.SIZE;
        if (header % HEADER_DIVISOR != 0) {
            return bad("incorrect header check");
        }
        if ((method & METHOD_MASK) != METHOD_DEFLATED) {
            return bad("unknown compression method");
        }
        if (method >> WINDOW_SHIFT > LARGEST_WINDOW) {
            return bad("invalid window size");
        }
        state = (header & FLAG_DICTIONARY) != 0 ? State.DICTIONARY : State.BLOCKS;
        return true;
    }

    private boolean dictionary() {
        checksum = takeNumber();
        state = State.WAITS_FOR_DICTIONARY;
        return false;
    }

    private boolean blocks(byte[] input, int inputOffset, int inputLength, byte[] output, int outputOffset, int outputLength) {
        inflater.next_in = input == null ? Checksums.NO_BYTES : input;
        inflater.next_in_index = inputOffset + inputUsed;
        inflater.avail_in = inputLength - inputUsed;
        inflater.next_out = output;
        inflater.next_out_index = outputOffset;
        inflater.avail_out = outputLength;
        int result = inflater.inflate(JZlib.Z_SYNC_FLUSH);
        inputUsed = inputLength - inflater.avail_in;
        outputUsed = outputLength - inflater.avail_out;
        if (!raw) {
            checksum = Checksums.adler32(checksum, output, outputOffset, outputUsed);
        }
        switch (result) {
            case JZlib.Z_STREAM_END:
                state = raw ? State.END : State.CHECKSUM;
                return true;
            case JZlib.Z_OK:
            case JZlib.Z_BUF_ERROR:
                return false;
            case JZlib.Z_DATA_ERROR:
                return bad(inflater.msg);
            default:
                throw new InternalError("inflating ends with " + result + ": " + inflater.msg);
        }
    }

    private boolean trailer() {
        if (takeNumber() != checksum) {
            return bad("incorrect data check");
        }
        state = State.END;
        return true;
    }

    private boolean bad(String what) {
        problem = what;
        state = State.BAD;
        return true;
    }

    /** Bytes that the last step took. */
    public int inputUsed() {
        return inputUsed;
    }

    /** Bytes that the last step made. */
    public int outputUsed() {
        return outputUsed;
    }

    /**
     * Sets the dictionary that the data were deflated with.
     *
     * @throws IllegalArgumentException if it is another one, or none is needed
     */
    public void setDictionary(byte[] dictionary, int offset, int length) {
        if (!raw && (state != State.WAITS_FOR_DICTIONARY || Checksums.adler32(1, dictionary, offset, length) != checksum)) {
            throw new IllegalArgumentException();
        }
        inflater.setDictionary(Arrays.copyOfRange(dictionary, offset, offset + length), length);
        if (!raw) {
            checksum = 1;
            state = State.BLOCKS;
        }
    }

    /** The checksum of what was inflated, or of the dictionary that is needed; 1 for raw data. */
    public int checksum() {
        return checksum;
    }
}
