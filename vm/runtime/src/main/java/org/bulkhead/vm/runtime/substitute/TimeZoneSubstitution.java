package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.TimeZone")
@Delete(reason = "time zones are read from files, which images do not hold")
final class TimeZoneSubstitution {
    private TimeZoneSubstitution() {}
}
