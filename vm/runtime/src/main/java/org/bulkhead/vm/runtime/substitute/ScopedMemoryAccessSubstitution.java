package org.bulkhead.vm.runtime.substitute;

/** Nothing to register. */
@Substitutes("jdk.internal.misc.ScopedMemoryAccess")
final class ScopedMemoryAccessSubstitution {
    private ScopedMemoryAccessSubstitution() {}

    @Replace(reason = "nothing to register")
    private static void registerNatives() {}
}
