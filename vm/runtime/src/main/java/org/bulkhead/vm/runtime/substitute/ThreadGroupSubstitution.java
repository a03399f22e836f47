package org.bulkhead.vm.runtime.substitute;

/** Names the constructor of the topmost thread group. */
@Substitutes("java.lang.ThreadGroup")
final class ThreadGroupSubstitution {
    @Alias
    private ThreadGroupSubstitution() {}

    /** Returns the group "main" below a group "system". */
    @Inject
    static ThreadGroup makeMain() {
        return new ThreadGroup((ThreadGroup) (Object) new ThreadGroupSubstitution(), "main");
    }
}
