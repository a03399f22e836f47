package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.memory.Allocation;

/** The process-wide things: memory, exit. */
@Substitutes("java.lang.Runtime")
final class RuntimeSubstitution {
    private RuntimeSubstitution() {}

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
        ReferenceSubstitution.enqueuePending();
    }

    @Replace(reason = "there are no finalizers")
    public void runFinalization() {}
}
