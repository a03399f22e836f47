package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.random.Entropy;

/** First seeds of generators that are not secure. */
@Substitutes("jdk.internal.util.random.RandomSupport")
final class RandomSupportSubstitution {
    private RandomSupportSubstitution() {}

    @Replace(reason = "no network addresses to mix in, and no secure generator needed for it")
    public static long initialSeed() {
        return Entropy.quick();
    }
}
