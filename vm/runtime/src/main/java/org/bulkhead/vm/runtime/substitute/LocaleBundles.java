package org.bulkhead.vm.runtime.substitute;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.access.JavaUtilResourceBundleAccess;
import jdk.internal.access.SharedSecrets;
import sun.util.resources.Bundles;

/**
 * The bundles of locale data that {@code java.base} has, each made when it is first asked for, and chained from a locale to its parents. Each kind is made by a method of its own, so that a program
 * which writes months has no names of currencies.
 */
final class LocaleBundles {
    private static final Map<String, ResourceBundle> MADE = new ConcurrentHashMap<>();

    private LocaleBundles() {}

    /** Makes the bundles of one kind. */
    @FunctionalInterface
    interface Maker {
        /** Returns a new bundle of that class name, or null if there is none. */
        ResourceBundle make(String name);
    }

    /**
     * Returns the bundle of the first candidate for which there is one; the others are its parents.
     *
     * @throws MissingResourceException if there is none for any
     */
    static ResourceBundle of(String baseName, Locale wanted, Bundles.Strategy strategy, Maker maker) {
        List<Locale> candidates = strategy.getCandidateLocales(baseName, wanted);
        JavaUtilResourceBundleAccess access = SharedSecrets.getJavaUtilResourceBundleAccess();
        ResourceBundle parent = null;
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Locale locale = candidates.get(i);
            String name = strategy.toBundleName(baseName, locale);
            ResourceBundle bundle = MADE.get(name);
            if (bundle == null) {
                bundle = maker.make(name);
                if (bundle == null) {
                    continue;
                }
                if (parent != null) {
                    access.setParent(bundle, parent);
                }
                access.setLocale(bundle, locale);
                access.setName(bundle, baseName);
                MADE.put(name, bundle);
            }
            parent = bundle;
        }
        if (parent == null) {
            throw new MissingResourceException("Can't find bundle for base name " + baseName + ", locale " + candidates.get(0), baseName + "_" + candidates.get(0), "");
        }
        return parent;
    }

    static ResourceBundle calendarData(String name) {
        return switch (name) {
            case "sun.util.resources.CalendarData" -> new sun.util.resources.CalendarData();
            case "sun.util.resources.CalendarData_en" -> new sun.util.resources.CalendarData_en();
            case "sun.util.resources.cldr.CalendarData" -> new sun.util.resources.cldr.CalendarData();
            default -> null;
        };
    }

    static ResourceBundle currencyNames(String name) {
        return switch (name) {
            case "sun.util.resources.CurrencyNames" -> new sun.util.resources.CurrencyNames();
            case "sun.util.resources.CurrencyNames_en_US" -> new sun.util.resources.CurrencyNames_en_US();
            case "sun.util.resources.cldr.CurrencyNames" -> new sun.util.resources.cldr.CurrencyNames();
            case "sun.util.resources.cldr.CurrencyNames_en" -> new sun.util.resources.cldr.CurrencyNames_en();
            default -> null;
        };
    }

    static ResourceBundle localeNames(String name) {
        return switch (name) {
            case "sun.util.resources.LocaleNames" -> new sun.util.resources.LocaleNames();
            case "sun.util.resources.LocaleNames_en" -> new sun.util.resources.LocaleNames_en();
            case "sun.util.resources.cldr.LocaleNames" -> new sun.util.resources.cldr.LocaleNames();
            case "sun.util.resources.cldr.LocaleNames_en" -> new sun.util.resources.cldr.LocaleNames_en();
            default -> null;
        };
    }

    static ResourceBundle timeZoneNames(String name) {
        return switch (name) {
            case "sun.util.resources.TimeZoneNames" -> new sun.util.resources.TimeZoneNames();
            case "sun.util.resources.TimeZoneNames_en" -> new sun.util.resources.TimeZoneNames_en();
            case "sun.util.resources.cldr.TimeZoneNames" -> new sun.util.resources.cldr.TimeZoneNames();
            case "sun.util.resources.cldr.TimeZoneNames_en" -> new sun.util.resources.cldr.TimeZoneNames_en();
            default -> null;
        };
    }

    static ResourceBundle breakIterators(String name) {
        return switch (name) {
            case "sun.text.resources.BreakIteratorInfo" -> new sun.text.resources.BreakIteratorInfo();
            case "sun.text.resources.BreakIteratorResources" -> new sun.text.resources.BreakIteratorResources();
            default -> null;
        };
    }

    static ResourceBundle collationData(String name) {
        return switch (name) {
            case "sun.text.resources.CollationData" -> new sun.text.resources.CollationData();
            default -> null;
        };
    }

    static ResourceBundle formatData(String name) {
        return switch (name) {
            case "sun.text.resources.FormatData" -> new sun.text.resources.FormatData();
            case "sun.text.resources.FormatData_en" -> new sun.text.resources.FormatData_en();
            case "sun.text.resources.FormatData_en_US" -> new sun.text.resources.FormatData_en_US();
            case "sun.text.resources.cldr.FormatData" -> new sun.text.resources.cldr.FormatData();
            case "sun.text.resources.cldr.FormatData_en" -> new sun.text.resources.cldr.FormatData_en();
            case "sun.text.resources.cldr.FormatData_en_US_POSIX" -> new sun.text.resources.cldr.FormatData_en_US_POSIX();
            default -> null;
        };
    }

    static ResourceBundle supplementaryData(String name) {
        return switch (name) {
            case "sun.text.resources.JavaTimeSupplementary" -> new sun.text.resources.JavaTimeSupplementary();
            case "sun.text.resources.JavaTimeSupplementary_en" -> new sun.text.resources.JavaTimeSupplementary_en();
            default -> null;
        };
    }
}
