package org.bulkhead.vm.runtime.substitute;

/** The platform limits memory. */
@Substitutes("java.nio.Bits")
final class BitsSubstitution {
    private BitsSubstitution() {}

    @Replace(reason = "the platform says when there is no more memory")
    static void reserveMemory(long size, long capacity) {}

    @Replace(reason = "the platform says when there is no more memory")
    static void unreserveMemory(long size, long capacity) {}
}
