package org.bulkhead.vm.runtime.exceptions;

import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.substitute.ThrowableSubstitution;
import org.bulkhead.vm.runtime.types.Hubs;

/**
 * The errors that say there is no memory: made from prototypes of the image, without running a constructor, for which there might be neither heap nor stack.
 */
@NoStackProbe
public final class MemoryErrors {
    private static final OutOfMemoryError HEAP_SPACE = new OutOfMemoryError("Java heap space");
    private static final OutOfMemoryError ARRAY_LENGTH = new OutOfMemoryError("Requested array size exceeds VM limit");
    private static final StackOverflowError STACK_OVERFLOW = new StackOverflowError();

    private MemoryErrors() {}

    /** Returns the error that the heap is full; without a stack trace if there is no room for one, or even the same object as last time. Does not collect. */
    public static OutOfMemoryError heapSpace() {
        return (OutOfMemoryError) renew(HEAP_SPACE);
    }

    /** Returns the error that an array is longer than any can be. */
    public static OutOfMemoryError arrayLength() {
        return (OutOfMemoryError) renew(ARRAY_LENGTH);
    }

    /** Returns the error that the stack is full. May collect. */
    public static StackOverflowError stackOverflow() {
        return (StackOverflowError) ThrowableSubstitution.renew(STACK_OVERFLOW, (Throwable) Allocation.copyOf(STACK_OVERFLOW), Backtrace.capture());
    }

    private static Throwable renew(Throwable prototype) {
        Throwable fresh = (Throwable) Allocation.newInstanceIfRoom(Hubs.of(prototype));
        return fresh == null ? prototype : ThrowableSubstitution.renew(prototype, fresh, Backtrace.captureIfRoom());
    }
}
