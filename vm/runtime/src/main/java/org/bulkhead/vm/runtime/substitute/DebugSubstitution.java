package org.bulkhead.vm.runtime.substitute;

/** No tracing of security code, which a property would switch on. */
@Substitutes("sun.security.util.Debug")
@Delete(reason = "tracing of security code is switched on by a property at the start of a JVM")
final class DebugSubstitution {
    private static final String OFF = "off, as it is unless a property says otherwise";

    private DebugSubstitution() {}

    @Replace(reason = OFF)
    public static DebugSubstitution getInstance(String option) {
        return null;
    }

    @Replace(reason = OFF)
    public static DebugSubstitution getInstance(String option, String prefix) {
        return null;
    }

    @Replace(reason = OFF)
    public static boolean isOn(String option) {
        return false;
    }

    @Replace(reason = OFF)
    public static boolean isVerbose() {
        return false;
    }
}
