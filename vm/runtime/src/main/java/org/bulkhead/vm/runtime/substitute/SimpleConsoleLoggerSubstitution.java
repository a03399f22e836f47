package org.bulkhead.vm.runtime.substitute;

/** Is only asked for the format of lines, by the formatter of {@code java.util.logging}. */
@Substitutes(value = "jdk.internal.logger.SimpleConsoleLogger", initializer = Substitutes.Initializer.REPLACE)
final class SimpleConsoleLoggerSubstitution {
    private SimpleConsoleLoggerSubstitution() {}
}
