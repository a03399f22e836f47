package org.bulkhead.vm.runtime.zip;

/**
 * How {@code java.util.zip} wants to be told what one step of a stream did.
 *
 * <pre>
 *   63     62     61        31 30        0
 *  | flag | end | output used | input used |
 * </pre>
 * The flag says "needs a dictionary" when inflating, "the parameters are still to be set" when deflating.
 */
final class Step {
    private static final int OUTPUT_SHIFT = 31;
    private static final long END = 1L << 62;
    private static final long FLAG = 1L << 63;

    private Step() {}

    /** Input and output used, in bytes. */
    static long used(int input, int output) {
        return input | (long) output << OUTPUT_SHIFT;
    }

    /** The same step, which was the last. */
    static long ended(long step) {
        return step | END;
    }

    /** The same step with its flag. */
    static long flagged(long step) {
        return step | FLAG;
    }

    /** Bytes of output that a step made. */
    static int output(long step) {
        return (int) (step >>> OUTPUT_SHIFT & Integer.MAX_VALUE);
    }
}
