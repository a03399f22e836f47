package org.bulkhead.vm.runtime.substitute;

/** Names the flags of a format. */
@Substitutes("java.util.Formatter$Flags")
final class FormatterFlagsSubstitution {
    private FormatterFlagsSubstitution() {}

    @Alias static FormatterFlagsSubstitution GROUP;
    @Alias static FormatterFlagsSubstitution ZERO_PAD;

    @Alias
    public native boolean contains(FormatterFlagsSubstitution other);
}
