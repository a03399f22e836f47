package org.bulkhead.vm.runtime.substitute;

import java.util.Map;
import sun.util.cldr.CLDRLocaleProviderAdapter;
import sun.util.locale.provider.BaseLocaleDataMetaInfo;
import sun.util.locale.provider.FallbackLocaleProviderAdapter;
import sun.util.locale.provider.JRELocaleProviderAdapter;
import sun.util.locale.provider.LocaleDataMetaInfo;
import sun.util.locale.provider.LocaleProviderAdapter;

/** Locale data are those of {@code java.base}: root, English, and English of the United States. */
@Substitutes("sun.util.locale.provider.LocaleProviderAdapter")
final class LocaleProviderAdapterSubstitution {
    private static final String BY_NAME = "the JDK makes it by its class name";
    private static final String BASE_ONLY = "the JDK looks for further locales among services; a program has those of java.base";

    @Alias private static Map<LocaleProviderAdapter.Type, LocaleProviderAdapter> adapterInstances;

    private LocaleProviderAdapterSubstitution() {}

    @Replace(reason = BY_NAME)
    public static LocaleProviderAdapter forType(LocaleProviderAdapter.Type type) {
        LocaleProviderAdapter known = adapterInstances.get(type);
        if (known != null) {
            return known;
        }
        LocaleProviderAdapter made = switch (type) {
            case CLDR -> new CLDRLocaleProviderAdapter();
            case JRE -> new JRELocaleProviderAdapter();
            case FALLBACK -> new FallbackLocaleProviderAdapter();
            case SPI, HOST -> throw new UnsupportedOperationException("locale data come from java.base only: unset java.locale.providers");
        };
        LocaleProviderAdapter first = adapterInstances.putIfAbsent(type, made);
        return first == null ? made : first;
    }

    /** Which locales there are. */
    @Substitutes("sun.util.locale.provider.JRELocaleProviderAdapter")
    static final class BaseLocales {
        private BaseLocales() {}

        @Replace(reason = BASE_ONLY)
        private static String createSupportedLocaleString(String category) {
            return BaseLocaleDataMetaInfo.getSupportedLocaleString(category);
        }
    }

    /** No locale data beyond those of {@code java.base}. */
    @Substitutes("sun.util.cldr.CLDRLocaleProviderAdapter")
    static final class Cldr {
        private Cldr() {}

        @Replace(reason = BASE_ONLY)
        private static LocaleDataMetaInfo lambda$new$0() {
            return null;
        }
    }
}
