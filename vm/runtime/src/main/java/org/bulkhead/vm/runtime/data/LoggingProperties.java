package org.bulkhead.vm.runtime.data;

/** What is logged where unless a program says otherwise: {@code conf/logging.properties}. */
public final class LoggingProperties {
    private LoggingProperties() {}

    /** Returns the file in parts. */
    public static String[] parts() {
        throw JdkData.missing();
    }
}
