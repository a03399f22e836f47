package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("sun.util.logging.PlatformLogger")
@Delete(reason = "system loggers need service loading: print, or use an own log")
final class PlatformLoggerSubstitution {
    private PlatformLoggerSubstitution() {}
}
