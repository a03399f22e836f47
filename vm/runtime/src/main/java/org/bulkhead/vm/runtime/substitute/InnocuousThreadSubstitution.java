package org.bulkhead.vm.runtime.substitute;

import java.security.AccessControlContext;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.internal.misc.Unsafe;

/** Threads of the class library's own, in a group below the topmost one. */
@Substitutes(value = "jdk.internal.misc.InnocuousThread", initializer = Substitutes.Initializer.REPLACE)
final class InnocuousThreadSubstitution {
    @Alias private static Unsafe UNSAFE = Unsafe.getUnsafe();
    @Alias private static long THREAD_LOCALS = UNSAFE.objectFieldOffset(Thread.class, "threadLocals");
    @Alias private static long INHERITABLE_THREAD_LOCALS = UNSAFE.objectFieldOffset(Thread.class, "inheritableThreadLocals");
    @Alias private static long INHERITEDACCESSCONTROLCONTEXT = UNSAFE.objectFieldOffset(Thread.class, "inheritedAccessControlContext");
    @Alias private static long CONTEXTCLASSLOADER = UNSAFE.objectFieldOffset(Thread.class, "contextClassLoader");
    @Alias private static ThreadGroup INNOCUOUSTHREADGROUP = new ThreadGroup(ThreadGroupSubstitution.main().getParent(), "InnocuousThreadGroup");
    /** No permissions to be without. */
    @Alias private static AccessControlContext ACC;
    @Alias private static AtomicInteger threadNumber = new AtomicInteger(1);

    private InnocuousThreadSubstitution() {}
}
