package org.bulkhead.vm.runtime.substitute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.misc.Unsafe;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** Seeds are drawn when a thread first asks, since there is no clock while the image is built. */
@Substitutes(value = "java.util.concurrent.ThreadLocalRandom", initializer = Substitutes.Initializer.REPLACE)
final class ThreadLocalRandomSubstitution {
    @Alias
    private ThreadLocalRandomSubstitution() {}

    private static final int PROBE_STEP = 0x9E37_79B9;
    private static final long SEED_STEP = 0xBB67_AE85_84CA_A73BL;

    @Alias private static Unsafe U = Unsafe.getUnsafe();
    @Alias private static long SEED = U.objectFieldOffset(Thread.class, "threadLocalRandomSeed");
    @Alias private static long PROBE = U.objectFieldOffset(Thread.class, "threadLocalRandomProbe");
    @Alias private static long SECONDARY = U.objectFieldOffset(Thread.class, "threadLocalRandomSecondarySeed");
    @Alias private static long THREADLOCALS = U.objectFieldOffset(Thread.class, "threadLocals");
    @Alias private static long INHERITABLETHREADLOCALS = U.objectFieldOffset(Thread.class, "inheritableThreadLocals");
    @Alias private static long INHERITEDACCESSCONTROLCONTEXT = U.objectFieldOffset(Thread.class, "inheritedAccessControlContext");
    @Alias private static AtomicInteger probeGenerator = new AtomicInteger();
    @Alias private static AtomicLong seeder = new AtomicLong();
    @Alias private static ThreadLocalRandomSubstitution instance = new ThreadLocalRandomSubstitution();

    @Replace(reason = "takes the time into the seed")
    static void localInit() {
        int probe = probeGenerator.addAndGet(PROBE_STEP);
        Thread thread = Thread.currentThread();
        U.putLong(thread, SEED, seeder.getAndAdd(SEED_STEP) ^ PlatformHolder.platform().nanoTime() * SEED_STEP);
        U.putInt(thread, PROBE, probe == 0 ? 1 : probe);
    }
}
