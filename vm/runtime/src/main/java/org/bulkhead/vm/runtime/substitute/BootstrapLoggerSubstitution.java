package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("jdk.internal.logger.BootstrapLogger")
@Delete(reason = "system loggers need service loading: print, or use an own log")
final class BootstrapLoggerSubstitution {
    private BootstrapLoggerSubstitution() {}

    @Replace(reason = "no system logger has kept anything back")
    static void redirectTemporaryLoggers() {}
}
