package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.abi.ErrorCode;
import org.bulkhead.nucleus.kernel.memory.AddressSpace;

/** Error codes as results of system calls: {@code -(ordinal + 1)}. Worked out while the image is built. */
public final class Refusal {
    public static final long NO_SUCH_CALL = of(ErrorCode.NO_SUCH_CALL), BAD_HANDLE = of(ErrorCode.BAD_HANDLE), STALE_HANDLE = of(ErrorCode.STALE_HANDLE);
    public static final long WRONG_KIND = of(ErrorCode.WRONG_KIND), NO_RIGHT = of(ErrorCode.NO_RIGHT), BAD_ADDRESS = of(ErrorCode.BAD_ADDRESS);
    public static final long BAD_ARGUMENT = of(ErrorCode.BAD_ARGUMENT), WRONG_RANK = of(ErrorCode.WRONG_RANK), NO_CREDIT = of(ErrorCode.NO_CREDIT);
    public static final long NO_RESOURCE = of(ErrorCode.NO_RESOURCE), NO_MEMORY = of(ErrorCode.NO_MEMORY), DEADLINE = of(ErrorCode.DEADLINE);
    public static final long CANCELLED = of(ErrorCode.CANCELLED), REFUSED = of(ErrorCode.REFUSED), PEER_DIED_QUEUED = of(ErrorCode.PEER_DIED_QUEUED);
    public static final long PEER_DIED_IN_SERVICE = of(ErrorCode.PEER_DIED_IN_SERVICE), POISONED = of(ErrorCode.POISONED), OFFLINE = of(ErrorCode.OFFLINE);
    public static final long TOKEN_VOID = of(ErrorCode.TOKEN_VOID), BAD_LEASE = of(ErrorCode.BAD_LEASE), NO_SUCH_OBJECT = of(ErrorCode.NO_SUCH_OBJECT);
    public static final long ALREADY_GRANTED = of(ErrorCode.ALREADY_GRANTED);

    /** No result yet: the thread waits, and whoever wakes it gives it the result. */
    public static final long PENDING = Long.MIN_VALUE;

    private Refusal() {}

    /** Returns the refusal for an address that could not be resolved. */
    public static long of(AddressSpace.Failure failure) {
        if (failure == AddressSpace.Failure.FORBIDDEN) return BAD_ADDRESS;
        return failure == AddressSpace.Failure.QUOTA ? NO_RESOURCE : NO_MEMORY;
    }

    private static long of(ErrorCode code) { return -(code.ordinal() + 1L); }
}
