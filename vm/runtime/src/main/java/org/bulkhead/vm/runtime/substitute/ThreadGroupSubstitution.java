package org.bulkhead.vm.runtime.substitute;

/** Names what threads need of their groups. */
@Substitutes("java.lang.ThreadGroup")
final class ThreadGroupSubstitution {
    /** The group of the first thread, once it has been asked for. */
    @Inject private static ThreadGroup main;

    @Alias
    private ThreadGroupSubstitution() {}

    @Alias
    native void addUnstarted();

    @Alias
    native void add(Thread thread);

    /** Returns the group "main" below a group "system". */
    @Inject
    static ThreadGroup main() {
        if (main == null) {
            main = new ThreadGroup((ThreadGroup) (Object) new ThreadGroupSubstitution(), "main");
        }
        return main;
    }

    @Inject
    static void addUnstarted(ThreadGroup group) {
        ((ThreadGroupSubstitution) (Object) group).addUnstarted();
    }

    @Inject
    static void add(ThreadGroup group, Thread thread) {
        ((ThreadGroupSubstitution) (Object) group).add(thread);
    }
}
