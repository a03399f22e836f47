package org.bulkhead.vm.runtime.data;

/** The rules of all time zones: {@code lib/tzdb.dat}. */
public final class TimeZones {
    private TimeZones() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
