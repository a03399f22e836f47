package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.StackStreamFactory")
@Delete(reason = "stacks are walked by exceptions only: use Throwable.getStackTrace")
final class StackStreamFactorySubstitution {
    private StackStreamFactorySubstitution() {}
}
