package org.bulkhead.vm.runtime.substitute;

/** No pool: whoever asks how parallel things could run hears that they run one after the other. */
@Substitutes("java.util.concurrent.ForkJoinPool")
@Delete(reason = "a pool needs threads, of which a program has one: use the sequential form")
final class ForkJoinPoolSubstitution {
    private ForkJoinPoolSubstitution() {}

    @Replace(reason = "one processor, one thread")
    public static int getCommonPoolParallelism() {
        return 1;
    }
}
