package org.bulkhead.vm.runtime.substitute;

/** No warnings about boxing in iterators. */
@Substitutes("java.util.Tripwire")
final class UtilTripwireSubstitution {
    private UtilTripwireSubstitution() {}

    @Replace(reason = "is off by default, and would bring logging")
    static void trip(Class<?> type, String message) {}
}
