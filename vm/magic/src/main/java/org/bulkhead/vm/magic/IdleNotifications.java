package org.bulkhead.vm.magic;

/** The notification bits of this isolate that the VM's runtime has received while none of its threads could run; whoever waits for notifications adds them to what he has himself. */
public final class IdleNotifications {
    private static long bits;

    private IdleNotifications() {}

    /** Adds bits that have arrived. */
    public static void add(long arrived) {
        bits |= arrived;
    }

    /** Returns whether there are any. */
    @Inline
    public static boolean any() {
        return bits != 0;
    }

    /** Takes them all. */
    public static long take() {
        long taken = bits;
        bits = 0;
        return taken;
    }
}
