package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("sun.util.locale.provider.LocaleProviderAdapter")
@Delete(reason = "locale data is read from resources, which images do not hold")
final class LocaleProviderAdapterSubstitution {
    private LocaleProviderAdapterSubstitution() {}
}
