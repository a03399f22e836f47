package org.bulkhead.isolate.testkit.machine;

/** Takes an exception from one thread to another as it is, so that a failed assertion in a device's model is a failed assertion of the test. */
final class Sneaky {
    private Sneaky() {}

    /** Throws {@code wrong}; never returns. */
    static RuntimeException rethrow(Throwable wrong) {
        return Sneaky.<RuntimeException>raise(wrong);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException raise(Throwable wrong) throws T {
        throw (T) wrong;
    }
}
