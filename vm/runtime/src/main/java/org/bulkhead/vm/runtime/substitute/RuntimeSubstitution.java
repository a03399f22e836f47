package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.platform.PlatformHolder;

/** The process-wide things: memory, exit. */
@Substitutes("java.lang.Runtime")
final class RuntimeSubstitution {
    private RuntimeSubstitution() {}

    @Replace(reason = "no shutdown hooks: they would be threads")
    public void exit(int status) {
        PlatformHolder.platform().exit(status);
    }

    @Replace(reason = "the platform's exit")
    public void halt(int status) {
        PlatformHolder.platform().exit(status);
    }

    @Delete(reason = "shutdown hooks would be threads, of which a program has one")
    public native void addShutdownHook(Thread hook);

    @Delete(reason = "shutdown hooks would be threads, of which a program has one")
    public native boolean removeShutdownHook(Thread hook);

    @Replace(reason = "one processor so far")
    public int availableProcessors() {
        return 1;
    }

    @Replace(reason = "the VM's heap")
    public long freeMemory() {
        return Allocation.heap().free();
    }

    @Replace(reason = "the VM's heap")
    public long totalMemory() {
        return Allocation.heap().free() + Allocation.heap().used();
    }

    @Replace(reason = "the VM's heap")
    public long maxMemory() {
        return Allocation.heap().limit();
    }

    @Replace(reason = "the VM's heap")
    public void gc() {
        Allocation.heap().collect();
    }

    @Replace(reason = "there are no finalizers")
    public void runFinalization() {}
}
