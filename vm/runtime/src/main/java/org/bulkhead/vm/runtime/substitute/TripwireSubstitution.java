package org.bulkhead.vm.runtime.substitute;

/** No warnings about boxing in streams. */
@Substitutes("java.util.stream.Tripwire")
final class TripwireSubstitution {
    private TripwireSubstitution() {}

    @Replace(reason = "is off by default, and would bring logging")
    static void trip(Class<?> type, String message) {}

    /** No warnings about boxing in iterators and spliterators. */
    @Substitutes("java.util.Tripwire")
    static final class Iteration {
        private Iteration() {}

        @Replace(reason = "is off by default, and would bring logging")
        static void trip(Class<?> type, String message) {}
    }
}
