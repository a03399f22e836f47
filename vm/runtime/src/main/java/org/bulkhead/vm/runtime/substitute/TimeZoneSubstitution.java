package org.bulkhead.vm.runtime.substitute;

/** The default time zone is what the property {@code user.timezone} or the environment variable {@code TZ} says, else GMT. */
@Substitutes("java.util.TimeZone")
final class TimeZoneSubstitution {
    private static final String NO_NATIVE_ZONE = "the JDK asks the operating system by native code";

    private TimeZoneSubstitution() {}

    @Replace(reason = NO_NATIVE_ZONE)
    private static String getSystemTimeZoneID(String home) {
        return System.getenv("TZ");
    }

    @Replace(reason = NO_NATIVE_ZONE)
    private static String getSystemGMTOffsetID() {
        return null;
    }
}
