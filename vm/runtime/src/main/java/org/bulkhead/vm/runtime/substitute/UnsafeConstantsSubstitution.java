package org.bulkhead.vm.runtime.substitute;

/** What another VM would write into these fields at its start. */
@Substitutes(value = "jdk.internal.misc.UnsafeConstants", initializer = Substitutes.Initializer.REPLACE)
final class UnsafeConstantsSubstitution {
    @Alias static int ADDRESS_SIZE0 = Long.BYTES;
    @Alias static int PAGE_SIZE = 4096;
    @Alias static boolean BIG_ENDIAN = false;
    @Alias static boolean UNALIGNED_ACCESS = true;
    @Alias static int DATA_CACHE_LINE_FLUSH_SIZE = 0;

    private UnsafeConstantsSubstitution() {}
}
