package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.lang.StackWalker")
@Delete(reason = "stacks are walked by exceptions only: use Throwable.getStackTrace")
final class StackWalkerSubstitution {
    private StackWalkerSubstitution() {}
}
