package org.bulkhead.vm.runtime.platform;

import org.bulkhead.vm.magic.NoStackProbe;

/** The platform this program runs on. */
@NoStackProbe
public final class PlatformHolder {
    private static Platform platform;

    private PlatformHolder() {}

    /** Returns the platform. */
    public static Platform platform() {
        return platform;
    }

    /** Sets the platform; the first thing that the entry point of an image does. */
    public static void start(Platform started) {
        platform = started;
    }
}
