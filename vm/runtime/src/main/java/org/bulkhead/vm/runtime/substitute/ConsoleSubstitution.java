package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.io.Console")
@Delete(reason = "no terminal")
final class ConsoleSubstitution {
    private ConsoleSubstitution() {}
}
