package org.bulkhead.vm.runtime.substitute;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import sun.util.locale.provider.LocaleProviderAdapter;
import sun.util.resources.Bundles;
import sun.util.resources.OpenListResourceBundle;
import sun.util.resources.TimeZoneNamesBundle;

/** Locale data come from the bundles of {@code java.base}; each kind asks for its own. */
@Substitutes("sun.util.resources.LocaleData")
final class LocaleDataSubstitution {
    private static final String BY_KIND = "the JDK makes bundles by their class names, whatever they hold";

    @Alias private LocaleProviderAdapter.Type type;

    private LocaleDataSubstitution() {}

    private ResourceBundle util(String name, Locale locale, LocaleBundles.Maker maker) {
        return of(type.getUtilResourcesPackage() + name, locale, maker);
    }

    private ResourceBundle text(String name, Locale locale, LocaleBundles.Maker maker) {
        return of(type.getTextResourcesPackage() + name, locale, maker);
    }

    private static ResourceBundle of(String baseName, Locale locale, LocaleBundles.Maker maker) {
        return LocaleBundles.of(baseName, locale, (Bundles.Strategy) (Object) Data.INSTANCE, maker);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getCalendarData(Locale locale) {
        return util(".CalendarData", locale, LocaleBundles::calendarData);
    }

    @Replace(reason = BY_KIND)
    public OpenListResourceBundle getCurrencyNames(Locale locale) {
        return (OpenListResourceBundle) util(".CurrencyNames", locale, LocaleBundles::currencyNames);
    }

    @Replace(reason = BY_KIND)
    public OpenListResourceBundle getLocaleNames(Locale locale) {
        return (OpenListResourceBundle) util(".LocaleNames", locale, LocaleBundles::localeNames);
    }

    @Replace(reason = BY_KIND)
    public TimeZoneNamesBundle getTimeZoneNames(Locale locale) {
        return (TimeZoneNamesBundle) util(".TimeZoneNames", locale, LocaleBundles::timeZoneNames);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getBreakIteratorInfo(Locale locale) {
        return text(".BreakIteratorInfo", locale, LocaleBundles::breakIterators);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getBreakIteratorResources(Locale locale) {
        return text(".BreakIteratorResources", locale, LocaleBundles::breakIterators);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getCollationData(Locale locale) {
        return text(".CollationData", locale, LocaleBundles::collationData);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getDateFormatData(Locale locale) {
        return text(".FormatData", locale, LocaleBundles::formatData);
    }

    @Replace(reason = BY_KIND)
    public ResourceBundle getNumberFormatData(Locale locale) {
        return text(".FormatData", locale, LocaleBundles::formatData);
    }

    @Replace(reason = BY_KIND)
    private static OpenListResourceBundle getSupplementary(String baseName, Locale locale) {
        try {
            return (OpenListResourceBundle) LocaleBundles.of(baseName, locale, (Bundles.Strategy) (Object) Supplementary.INSTANCE, LocaleBundles::supplementaryData);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** Which locales stand in for another. */
    @Substitutes("sun.util.resources.LocaleData$LocaleDataStrategy")
    static class Data {
        @Alias static Data INSTANCE;
    }

    /** The same for what only {@code java.time} needs. */
    @Substitutes("sun.util.resources.LocaleData$SupplementaryStrategy")
    static class Supplementary {
        @Alias static Supplementary INSTANCE;
    }
}
