package org.bulkhead.nucleus.kernel;

import org.bulkhead.nucleus.kernel.hardware.*;
import org.bulkhead.vm.magic.*;

/**
 * Where the entry code calls into Java: on the nucleus's stack, interrupts off. Each method returns with the thread chosen that the entry code continues with.
 *
 * <p>The one {@link Kernel} is made while the image is built, with all its pools.
 */
public final class Entry {
    static final Kernel KERNEL = new Kernel(new Hardware());

    private Entry() {}

    /** First call, on the boot loader's stack and page tables. Returns the address of the processor block. */
    @EntryPoint
    static long prepare(long bootInfo) {
        return KERNEL.prepare(bootInfo);
    }

    /** Second call, on the nucleus's own stack and page tables. */
    @EntryPoint
    static void run() {
        KERNEL.run();
    }

    /** The current thread made a system call, with up to five arguments. */
    @EntryPoint
    static void systemCall(long number, long a, long b, long c, long d, long e) {
        Kernel kernel = KERNEL;
        kernel.calls.make(number, a, b, c, d, e);
        kernel.leave();
    }

    /** An interrupt came, or the current thread caused an exception. */
    @EntryPoint
    static void interrupt(int vector, long error) {
        KERNEL.interrupt(vector, error);
    }

    /** The nucleus itself caused an exception. */
    @EntryPoint
    static void nucleusException(int vector, long error, long pc, long framePointer) {
        KERNEL.log.exception(vector, error, pc, framePointer);
    }
}
