package org.bulkhead.vm.runtime.substitute;

/** Numbers look as in the root locale. */
@Substitutes("java.util.Formatter")
final class FormatterSubstitution {
    private FormatterSubstitution() {}

    @Replace(reason = "one way to write numbers, without the locale data that the JDK reads from resources")
    private char zero() {
        return '0';
    }
}
