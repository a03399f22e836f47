package org.bulkhead.vm.runtime.substitute;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.spi.CharsetProvider;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;

/** The charsets of {@code java.base}, made by name and not by reflection; whoever names one of the usual three by its proper name does not get the tables of the others. */
@Substitutes("java.nio.charset.Charset")
final class CharsetSubstitution {
    private static final String NO_PROVIDERS = "no service providers: the charsets of java.base";

    private CharsetSubstitution() {}

    @Alias private static CharsetProvider standardProvider;

    @Alias
    private static native void checkName(String name);

    @Replace(reason = NO_PROVIDERS)
    private static Charset lookup(String wanted) {
        if (wanted == null) {
            throw new IllegalArgumentException("Null charset name");
        }
        Charset found = standardProvider.charsetForName(wanted);
        if (found == null) {
            checkName(wanted);
        }
        return found;
    }

    @Replace(reason = NO_PROVIDERS)
    private static Iterator<CharsetProvider> providers() {
        return Collections.emptyIterator();
    }

    @Replace(reason = "not set by the environment")
    public static Charset defaultCharset() {
        return StandardCharsets.UTF_8;
    }

    /** No charsets beyond those of {@code java.base}. */
    @Substitutes("java.nio.charset.Charset$ExtendedProviderHolder")
    static final class ExtendedProviders {
        private ExtendedProviders() {}

        @Replace(reason = NO_PROVIDERS)
        private static CharsetProvider[] extendedProviders() {
            return new CharsetProvider[0];
        }
    }

    /** Finds charsets by their names. */
    @Substitutes("sun.nio.cs.StandardCharsets")
    static final class Standard {
        private Standard() {}

        @Alias
        private native String canonicalize(String name);

        @Alias
        private native Map<String, String> classMap();

        @Alias
        private native Map<String, Charset> cache();

        @Alias
        private native Charset cache(String name, Charset charset);

        @Alias
        private static native String toLower(String name);

        @Replace(reason = "the JDK makes it by its class name")
        private Charset lookup(String name) {
            String canonical = canonicalize(toLower(name));
            Charset known = cache().get(canonical);
            if (known != null) {
                return known;
            }
            String className = classMap().get(canonical);
            return className == null ? null : cache(canonical, make(className));
        }

        private static Charset make(String className) {
            return switch (className) {
                case "Big5" -> new sun.nio.cs.Big5();
                case "Big5_HKSCS" -> new sun.nio.cs.Big5_HKSCS();
                case "Big5_Solaris" -> new sun.nio.cs.Big5_Solaris();
                case "CESU_8" -> (Charset) (Object) new Cesu8();
                case "EUC_CN" -> new sun.nio.cs.EUC_CN();
                case "EUC_JP" -> new sun.nio.cs.EUC_JP();
                case "EUC_JP_LINUX" -> new sun.nio.cs.EUC_JP_LINUX();
                case "EUC_JP_Open" -> new sun.nio.cs.EUC_JP_Open();
                case "EUC_KR" -> new sun.nio.cs.EUC_KR();
                case "EUC_TW" -> new sun.nio.cs.EUC_TW();
                case "GB18030" -> new sun.nio.cs.GB18030();
                case "GBK" -> new sun.nio.cs.GBK();
                case "IBM437" -> new sun.nio.cs.IBM437();
                case "IBM737" -> new sun.nio.cs.IBM737();
                case "IBM775" -> new sun.nio.cs.IBM775();
                case "IBM850" -> new sun.nio.cs.IBM850();
                case "IBM852" -> new sun.nio.cs.IBM852();
                case "IBM855" -> new sun.nio.cs.IBM855();
                case "IBM857" -> new sun.nio.cs.IBM857();
                case "IBM858" -> new sun.nio.cs.IBM858();
                case "IBM862" -> new sun.nio.cs.IBM862();
                case "IBM866" -> new sun.nio.cs.IBM866();
                case "IBM874" -> new sun.nio.cs.IBM874();
                case "ISO_8859_1" -> sun.nio.cs.ISO_8859_1.INSTANCE;
                case "ISO_8859_11" -> new sun.nio.cs.ISO_8859_11();
                case "ISO_8859_13" -> new sun.nio.cs.ISO_8859_13();
                case "ISO_8859_15" -> new sun.nio.cs.ISO_8859_15();
                case "ISO_8859_16" -> new sun.nio.cs.ISO_8859_16();
                case "ISO_8859_2" -> new sun.nio.cs.ISO_8859_2();
                case "ISO_8859_3" -> new sun.nio.cs.ISO_8859_3();
                case "ISO_8859_4" -> new sun.nio.cs.ISO_8859_4();
                case "ISO_8859_5" -> new sun.nio.cs.ISO_8859_5();
                case "ISO_8859_6" -> new sun.nio.cs.ISO_8859_6();
                case "ISO_8859_7" -> new sun.nio.cs.ISO_8859_7();
                case "ISO_8859_8" -> new sun.nio.cs.ISO_8859_8();
                case "ISO_8859_9" -> new sun.nio.cs.ISO_8859_9();
                case "JIS_X_0201" -> new sun.nio.cs.JIS_X_0201();
                case "JIS_X_0208" -> new sun.nio.cs.JIS_X_0208();
                case "JIS_X_0208_Solaris" -> new sun.nio.cs.JIS_X_0208_Solaris();
                case "JIS_X_0212" -> new sun.nio.cs.JIS_X_0212();
                case "JIS_X_0212_Solaris" -> new sun.nio.cs.JIS_X_0212_Solaris();
                case "Johab" -> new sun.nio.cs.Johab();
                case "KOI8_R" -> new sun.nio.cs.KOI8_R();
                case "KOI8_U" -> new sun.nio.cs.KOI8_U();
                case "MS1250" -> new sun.nio.cs.MS1250();
                case "MS1251" -> new sun.nio.cs.MS1251();
                case "MS1252" -> new sun.nio.cs.MS1252();
                case "MS1253" -> new sun.nio.cs.MS1253();
                case "MS1254" -> new sun.nio.cs.MS1254();
                case "MS1257" -> new sun.nio.cs.MS1257();
                case "MS932" -> new sun.nio.cs.MS932();
                case "PCK" -> new sun.nio.cs.PCK();
                case "SJIS" -> new sun.nio.cs.SJIS();
                case "TIS_620" -> new sun.nio.cs.TIS_620();
                case "US_ASCII" -> sun.nio.cs.US_ASCII.INSTANCE;
                case "UTF_16" -> new sun.nio.cs.UTF_16();
                case "UTF_16BE" -> new sun.nio.cs.UTF_16BE();
                case "UTF_16LE" -> new sun.nio.cs.UTF_16LE();
                case "UTF_16LE_BOM" -> (Charset) (Object) new Utf16LittleEndianMarked();
                case "UTF_32" -> new sun.nio.cs.UTF_32();
                case "UTF_32BE" -> new sun.nio.cs.UTF_32BE();
                case "UTF_32BE_BOM" -> new sun.nio.cs.UTF_32BE_BOM();
                case "UTF_32LE" -> new sun.nio.cs.UTF_32LE();
                case "UTF_32LE_BOM" -> new sun.nio.cs.UTF_32LE_BOM();
                case "UTF_8" -> sun.nio.cs.UTF_8.INSTANCE;
                default -> throw new InternalError("java.base has a charset " + className + " that is not known here");
            };
        }

        /** Names a charset that is not public. */
        @Substitutes("sun.nio.cs.CESU_8")
        static final class Cesu8 {
            @Alias
            Cesu8() {}
        }

        /** Names a charset that is not public. */
        @Substitutes("sun.nio.cs.UTF_16LE_BOM")
        static final class Utf16LittleEndianMarked {
            @Alias
            Utf16LittleEndianMarked() {}
        }
    }
}
