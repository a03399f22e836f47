package org.bulkhead.vm.runtime.substitute;

/** There is no archive of classes. */
@Substitutes("jdk.internal.misc.CDS")
final class CDSSubstitution {
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

    @Replace(reason = "no archive; 0 means no seed")
    public static long getRandomSeedForDumping() {
        return 0;
    }
}
