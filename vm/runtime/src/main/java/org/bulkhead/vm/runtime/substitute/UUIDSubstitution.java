package org.bulkhead.vm.runtime.substitute;

/** Only UUIDs made from names or numbers. */
@Substitutes("java.util.UUID")
final class UUIDSubstitution {
    private UUIDSubstitution() {}

    @Delete(reason = "no source of secure random numbers: make the UUID from two longs")
    public static native java.util.UUID randomUUID();
}
