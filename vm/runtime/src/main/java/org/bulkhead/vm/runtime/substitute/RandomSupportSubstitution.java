package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** Seeds come from the clock. */
@Substitutes("jdk.internal.util.random.RandomSupport")
final class RandomSupportSubstitution {
    private RandomSupportSubstitution() {}

    private static final long MULTIPLIER = 0xD134_2543_DE82_EF95L;

    @Replace(reason = "no network addresses or secure random numbers to mix in")
    public static long initialSeed() {
        return PlatformHolder.platform().nanoTime() * MULTIPLIER ^ PlatformHolder.platform().currentTimeMillis();
    }
}
