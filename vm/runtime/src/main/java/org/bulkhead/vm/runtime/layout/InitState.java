package org.bulkhead.vm.runtime.layout;

/** The values of a class's initialisation state word (32 bits, private to each isolate; JVMS §5.5). */
public final class InitState {
    /** Not begun; the value a fresh isolate finds. */
    public static final int UNINITIALIZED = 0;
    /** The initialiser is running; the number of the thread that runs it stands above {@link #THREAD_SHIFT}. */
    public static final int RUNNING = 1;
    /** Done; compiled code compares with this before it touches the class. */
    public static final int INITIALIZED = 2;
    /** The initialiser threw: every further use throws NoClassDefFoundError. */
    public static final int FAILED = 3;
    /** The bits that tell these states apart. */
    public static final int STATE_MASK = 3;
    /** Left shift of a thread's number. */
    public static final int THREAD_SHIFT = 2;

    private InitState() {}
}
