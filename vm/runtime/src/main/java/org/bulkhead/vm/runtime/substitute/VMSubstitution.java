package org.bulkhead.vm.runtime.substitute;

import java.util.Map;

/** The VM is booted from the first instruction on. */
@Substitutes("jdk.internal.misc.VM")
final class VMSubstitution {
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

    @Replace(reason = "no class loaders in an image")
    private static ClassLoader latestUserDefinedLoader0() {
        return null;
    }

    @Replace(reason = "direct buffers come out of the platform, which sets the limit")
    public static long maxDirectMemory() {
        return Integer.MAX_VALUE;
    }
}
