package org.bulkhead.vm.runtime.substitute;

/** There is no archive of classes. */
@Substitutes("jdk.internal.misc.CDS")
final class CDSSubstitution {
    private static final long SEED = 0x5DEE_CE66D_1L;

    private CDSSubstitution() {}

    @Replace(reason = "no archive")
    private static boolean isDumpingClassList0() {
        return false;
    }

    @Replace(reason = "no archive")
    private static boolean isDumpingArchive0() {
        return false;
    }

    @Replace(reason = "no archive")
    private static boolean isSharingEnabled0() {
        return false;
    }

    @Replace(reason = "no archive")
    public static void initializeFromArchive(Class<?> type) {}

    @Replace(reason = "a fixed seed gives the same image, and the same order of immutable sets, every time")
    public static long getRandomSeedForDumping() {
        return SEED;
    }
}
