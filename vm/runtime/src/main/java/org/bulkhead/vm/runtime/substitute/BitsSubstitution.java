package org.bulkhead.vm.runtime.substitute;

/** Direct buffers may take as much memory as the heap; those that nothing refers to any more are given back when that is reached. */
@Substitutes("java.nio.Bits")
final class BitsSubstitution {
    @Inject private static long reserved;

    private BitsSubstitution() {}

    @Replace(reason = "counted without a thread that cleans up")
    static void reserveMemory(long size, long capacity) {
        ReferenceSubstitution.enqueuePending();
        long limit = Runtime.getRuntime().maxMemory();
        if (reserved + size > limit) {
            System.gc();
            if (reserved + size > limit) {
                throw new OutOfMemoryError("Cannot reserve " + size + " bytes of direct buffer memory (allocated: " + reserved + ", limit: " + limit + ")");
            }
        }
        reserved += size;
    }

    @Replace(reason = "counted without a thread that cleans up")
    static void unreserveMemory(long size, long capacity) {
        reserved -= size;
    }
}
