package org.bulkhead.isolate.call;

import org.bulkhead.isolate.protocol.InjectedFault;

/**
 * The notification bits by which the supervisor orders an isolate about: 48 to 57, which nothing else of an isolate should use. They are obeyed by its {@link org.bulkhead.isolate.message.ServiceLoop},
 * between two requests; only the supervisor has the right to set them.
 *
 * <pre>
 * 63        58 57         51   50      49       48     47 .. 16   15 ..  0
 *   for anybody    faults      END   RESUME   QUIESCE  for anybody   interrupt lines
 * </pre>
 */
public final class SystemBits {
    /** Come to rest, and wait for {@link #RESUME}: another version may take your place. */
    public static final long QUIESCE = 1L << 48;
    /** Go on: the update has failed, or was given up. */
    public static final long RESUME = 1L << 49;
    /** End, with status 0, between two requests and at rest. */
    public static final long END = 1L << 50;

    private static final int FIRST_FAULT = 51;
    private static final InjectedFault[] FAULTS = InjectedFault.values();
    private static final long FAULT_MASK = (1L << FAULTS.length) - 1 << FIRST_FAULT;

    /** All of them. */
    public static final long ALL = QUIESCE | RESUME | END | FAULT_MASK;

    private SystemBits() {}

    /**
     * {@return the bit that orders an isolate to commit a fault}
     *
     * @param fault which
     */
    public static long of(InjectedFault fault) {
        return 1L << FIRST_FAULT + fault.ordinal();
    }

    /**
     * {@return the first fault that is ordered, or null}
     *
     * @param bits notification bits
     */
    public static InjectedFault fault(long bits) {
        for (InjectedFault each : FAULTS) {
            if ((bits & of(each)) != 0) {
                return each;
            }
        }
        return null;
    }
}
