package org.bulkhead.vm.runtime.platform;

import org.bulkhead.nucleus.abi.DeathReason;
import org.bulkhead.vm.magic.Address;
import org.bulkhead.vm.magic.NeverReturns;
import org.bulkhead.vm.magic.NoStackProbe;
import org.bulkhead.vm.runtime.IsolateProgram;
import org.bulkhead.vm.runtime.memory.Allocation;
import org.bulkhead.vm.runtime.thread.Threads;

/** Brings up an isolate on the nucleus. */
public final class NucleusStart {
    private NucleusStart() {}

    /**
     * Runs a program in this isolate to its end and that of its threads that are no daemons. An exception that leaves the program itself is the isolate's death at once; one that leaves another thread ends
     * that thread. The isolate's heap window, raw memory included, is the {@code heapBytes} bytes from {@code heapStart} on.
     */
    @NoStackProbe
    @NeverReturns
    public static void run(int program, int incarnation, long argument, Address heapStart, long heapBytes) {
        NucleusPlatform platform = NucleusPlatform.INSTANCE;
        PlatformHolder.start(platform);
        platform.configure(heapStart, heapBytes);
        Allocation.start(platform);
        Throwable uncaught = IsolateProgram.run(program, incarnation, argument);
        if (uncaught == null) {
            Threads.awaitEnd();
            platform.exit(0);
        }
        platform.abort(uncaught instanceof OutOfMemoryError ? DeathReason.OUT_OF_MEMORY : DeathReason.UNCAUGHT_EXCEPTION, IsolateProgram.describe(uncaught));
    }
}
