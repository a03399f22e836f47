package org.bulkhead.isolate.call;

/**
 * A handle of this isolate: its name for a right that it has. What a message carries is no longer the sender's when it has been sent.
 *
 * @param number index and generation in this isolate's table
 */
public record Handle(int number) {
    /**
     * Makes a second handle to the same object, with those of its {@link org.bulkhead.nucleus.abi.Rights} that are also in {@code rights}. Needs the right to copy.
     *
     * @param rights a sum of constants of {@link org.bulkhead.nucleus.abi.Rights}
     * @return the second handle, to be closed by itself
     * @throws NucleusException if the handle cannot be copied, or this isolate's table is full
     */
    public Handle copy(int rights) {
        return new Handle((int) Nucleus.check(Nucleus.tryCopy(number, rights), "handle " + number));
    }

    /** Gives the right up. A handle that is gone already stays gone. */
    public void close() {
        Nucleus.close(number);
    }
}
