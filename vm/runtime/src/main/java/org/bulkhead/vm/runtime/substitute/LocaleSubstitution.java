package org.bulkhead.vm.runtime.substitute;

import java.util.Locale;

/** One default locale: the United States'\'', so that numbers look the same everywhere. */
@Substitutes("java.util.Locale")
final class LocaleSubstitution {
    private LocaleSubstitution() {}

    @Alias private static Locale defaultLocale;

    @Replace(reason = "no locale in the environment")
    private static Locale initDefault() {
        return Locale.US;
    }

    @Replace(reason = "no locale in the environment")
    private static Locale initDefault(Locale.Category category) {
        return Locale.US;
    }
}
