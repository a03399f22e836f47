package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.util.concurrent.ForkJoinTask")
@Delete(reason = "fork and join need threads, of which a program has one: use the sequential form")
final class ForkJoinTaskSubstitution {
    private ForkJoinTaskSubstitution() {}
}
