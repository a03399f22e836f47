package org.bulkhead.vm.runtime.substitute;

import java.util.Map;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The VM is booted from the first instruction on. */
@Substitutes("jdk.internal.misc.VM")
final class VMSubstitution {
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** 2 to the 32nd seconds, as in the JDK. */
    private static final long LARGEST_ADJUSTMENT = (1L << 32) * MILLIS_PER_SECOND;

    private VMSubstitution() {}

    @Alias private static int initLevel = 4;

    @Replace(reason = "nothing to initialise")
    private static void initialize() {}

    @Replace(reason = "booted when the image was built")
    public static boolean isBooted() {
        return true;
    }

    @Replace(reason = "no options at start")
    public static String getSavedProperty(String key) {
        return null;
    }

    @Replace(reason = "no options at start")
    public static Map<String, String> getSavedProperties() {
        return Map.of();
    }

    @Replace(reason = "the platform's clock, which tells milliseconds")
    public static long getNanoTimeAdjustment(long seconds) {
        long millis = PlatformHolder.platform().currentTimeMillis() - seconds * MILLIS_PER_SECOND;
        return Math.abs(millis) > LARGEST_ADJUSTMENT ? -1 : millis * NANOS_PER_MILLI;
    }

    @Replace(reason = "no class loaders in an image")
    private static ClassLoader latestUserDefinedLoader0() {
        return null;
    }

    @Replace(reason = "direct buffers come out of the platform, which sets the limit")
    public static long maxDirectMemory() {
        return Integer.MAX_VALUE;
    }
}
