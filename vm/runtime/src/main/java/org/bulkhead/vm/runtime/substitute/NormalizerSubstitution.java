package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.text.Normalizer")
@Delete(reason = "normal forms of Unicode need tables that images do not hold")
final class NormalizerSubstitution {
    private NormalizerSubstitution() {}
}
