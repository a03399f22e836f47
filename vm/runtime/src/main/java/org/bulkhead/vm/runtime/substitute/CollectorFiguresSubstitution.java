package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.memory.Allocation;

/** The figures of the program's own heap. */
@Substitutes("org.bulkhead.vm.magic.CollectorFigures")
final class CollectorFiguresSubstitution {
    private static final String HEAP = "the VM's heap";

    private CollectorFiguresSubstitution() {}

    @Replace(reason = HEAP)
    public static long collections() {
        return Allocation.heap().figures().collections();
    }

    @Replace(reason = HEAP)
    public static long medianPauseNanos() {
        return Allocation.heap().figures().medianPause();
    }

    @Replace(reason = HEAP)
    public static long longestPauseNanos() {
        return Allocation.heap().figures().longestPause();
    }

    @Replace(reason = HEAP)
    public static long totalPauseNanos() {
        return Allocation.heap().figures().totalPause();
    }

    @Replace(reason = HEAP)
    public static long liveBytes() {
        return Allocation.heap().figures().live();
    }
}
