package org.bulkhead.vm.runtime.substitute;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.bulkhead.vm.runtime.data.CharacterBreaks;
import org.bulkhead.vm.runtime.data.CharacterNames;
import org.bulkhead.vm.runtime.data.CharacterProperties;
import org.bulkhead.vm.runtime.data.CompatibilityForms;
import org.bulkhead.vm.runtime.data.Currencies;
import org.bulkhead.vm.runtime.data.JdkData;
import org.bulkhead.vm.runtime.data.LineBreaks;
import org.bulkhead.vm.runtime.data.NormalForms;
import org.bulkhead.vm.runtime.data.PatternTables;
import org.bulkhead.vm.runtime.data.SentenceBreaks;
import org.bulkhead.vm.runtime.data.WordBreaks;
import org.bulkhead.vm.runtime.data.WritingDirections;

/** Tables of characters, which are data of the program and not resources of a module: those of normal forms, properties and directions. */
@Substitutes("jdk.internal.icu.impl.ICUBinary")
final class JdkResourcesSubstitution {
    private static final String DATA = "the JDK reads a resource of java.base";

    private JdkResourcesSubstitution() {}

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Replace(reason = DATA)
    public static ByteBuffer getRequiredData(String path) {
        return ByteBuffer.wrap(JdkData.bytes(switch (lastName(path)) {
            case "nfc.nrm" -> NormalForms.parts();
            case "nfkc.nrm" -> CompatibilityForms.parts();
            case "uprops.icu" -> CharacterProperties.parts();
            case "ubidi.icu" -> WritingDirections.parts();
            default -> throw new UnsupportedOperationException("the table " + path + " is not among the data of a program");
        }));
    }

    /** Tables of boundaries in texts. */
    @Substitutes("sun.util.resources.BreakIteratorResourceBundle")
    static final class Boundaries {
        private Boundaries() {}

        @Replace(reason = DATA)
        private InputStream getResourceAsStream(String path) {
            return new ByteArrayInputStream(JdkData.bytes(switch (lastName(path)) {
                case "CharacterBreakIteratorData" -> CharacterBreaks.parts();
                case "WordBreakIteratorData" -> WordBreaks.parts();
                case "LineBreakIteratorData" -> LineBreaks.parts();
                case "SentenceBreakIteratorData" -> SentenceBreaks.parts();
                default -> throw new UnsupportedOperationException("the table " + path + " is not among the data of a program");
            }));
        }
    }

    /** The names of characters. */
    @Substitutes("java.lang.CharacterName$1")
    static final class Names {
        private Names() {}

        @Replace(reason = DATA)
        public InputStream run() {
            PatternTables.useNames();
            return new ByteArrayInputStream(JdkData.bytes(CharacterNames.parts()));
        }
    }

    /** Names the tables of currencies. */
    @Substitutes("java.util.Currency")
    static final class CurrencyTables {
        @Alias static int formatVersion;
        @Alias static int dataVersion;
        @Alias static int[] mainTable;
        @Alias static List<Object> specialCasesList;
        @Alias static List<Object> otherCurrenciesList;

        private CurrencyTables() {}

        @Alias
        static native int[] readIntArray(DataInputStream in, int count) throws IOException;

        @Alias
        static native List<Object> readSpecialCases(DataInputStream in, int count) throws IOException;

        @Alias
        static native List<Object> readOtherCurrencies(DataInputStream in, int count) throws IOException;
    }

    /** Reads the tables of currencies; no file can change them. */
    @Substitutes("java.util.Currency$1")
    static final class LoadCurrencies {
        private static final int LETTERS = 26;

        private LoadCurrencies() {}

        @Replace(reason = DATA)
        public Void run() {
            try {
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(JdkData.bytes(Currencies.parts())));
                in.readInt();
                CurrencyTables.formatVersion = in.readInt();
                CurrencyTables.dataVersion = in.readInt();
                CurrencyTables.mainTable = CurrencyTables.readIntArray(in, LETTERS * LETTERS);
                CurrencyTables.specialCasesList = CurrencyTables.readSpecialCases(in, in.readInt());
                CurrencyTables.otherCurrenciesList = CurrencyTables.readOtherCurrencies(in, in.readInt());
            } catch (IOException e) {
                throw new InternalError(e);
            }
            return null;
        }
    }
}
