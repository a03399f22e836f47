package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.ProcessBuilder")
@Delete(reason = "a program starts no processes")
final class ProcessBuilderSubstitution {
    private ProcessBuilderSubstitution() {}
}
