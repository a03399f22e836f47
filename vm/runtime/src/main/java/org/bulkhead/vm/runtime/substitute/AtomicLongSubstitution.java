package org.bulkhead.vm.runtime.substitute;

/** What the processor can do. */
@Substitutes("java.util.concurrent.atomic.AtomicLong")
final class AtomicLongSubstitution {
    private AtomicLongSubstitution() {}

    @Replace(reason = "the processor compares and sets 64 bits")
    private static boolean VMSupportsCS8() {
        return true;
    }
}
