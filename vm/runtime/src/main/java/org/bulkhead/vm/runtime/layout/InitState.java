package org.bulkhead.vm.runtime.layout;

/** The values of a class's initialisation state word (32 bits, private to each isolate; JVMS §5.5). */
public final class InitState {
    /** Not begun; the value a fresh isolate finds. */
    public static final int UNINITIALIZED = 0;
    /** The initialiser is running. */
    public static final int RUNNING = 1;
    /** Done; compiled code compares with this before it touches the class. */
    public static final int INITIALIZED = 2;
    /** The initialiser threw: every further use throws NoClassDefFoundError. */
    public static final int FAILED = 3;

    private InitState() {}
}
