package org.bulkhead.programs.util.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Every charset of java.base encodes and decodes, finds what is malformed, and has its aliases. */
@AllocatesMuch
public final class Charsets {
    /** The charsets of java.base; a JDK has more, in another module. */
    private static final String[] NAMES = {"Big5", "Big5-HKSCS", "CESU-8", "EUC-JP", "EUC-KR", "EUC-TW", "GB18030", "GB2312", "GBK", "IBM437", "IBM850", "IBM852", "IBM855", "IBM857", "IBM00858", "IBM862",
        "IBM866", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9", "ISO-8859-13", "ISO-8859-15", "ISO-8859-16", "JIS_X0201",
        "KOI8-R", "KOI8-U", "Shift_JIS", "TIS-620", "US-ASCII", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE", "UTF-8", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
        "windows-1254", "windows-1257", "windows-31j", "x-EUC-TW", "x-IBM737", "x-IBM874", "x-JIS0208", "x-Johab", "X-UTF-32BE-BOM", "X-UTF-32LE-BOM", "x-UTF-16LE-BOM", "latin1", "utf8", "cp1252", "sjis", "euckr"};

    public static void main(String[] args) throws CharacterCodingException {
        String text = "Aa0~ \u00e4\u00df\u0142\u0159 \u0416\u044f \u03b1\u03a9 \u05d0 \u0627 \u0e01 \u3042\u30ab \u6f22\u5b57 \ud55c\uae00 \u20ac \ud83d\ude00\n";
        byte[] noise = new byte[200];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 167 + 13);
        }
        for (String name : NAMES) {
            Charset charset = Charset.forName(name);
            byte[] bytes = charset.canEncode() ? text.getBytes(charset) : new byte[0];
            Out.println(charset.name() + " " + charset.aliases().size() + " " + bytes.length + " " + Arrays.hashCode(bytes) + " " + new String(bytes, charset).hashCode() + " " + new String(noise, charset).hashCode());
        }
        for (String name : new String[] {"no-such", "bad name!", ""}) {
            try {
                Charset.forName(name);
            } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
                Out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        Out.println(Charset.availableCharsets().containsKey("GB18030") + " " + Charset.isSupported("koi8") + " " + Charset.isSupported("x"));
        for (CodingErrorAction action : new CodingErrorAction[] {CodingErrorAction.REPLACE, CodingErrorAction.IGNORE, CodingErrorAction.REPORT}) {
            try {
                Out.println(Charset.forName("UTF-8").newDecoder().onMalformedInput(action).onUnmappableCharacter(action).decode(ByteBuffer.wrap(new byte[] {65, (byte) 0xC3, 66, (byte) 0xFF})).toString());
                Out.println(Charset.forName("ISO-8859-2").newEncoder().onMalformedInput(action).onUnmappableCharacter(action).encode(CharBuffer.wrap("a\u20acb")).remaining());
            } catch (CharacterCodingException e) {
                Out.println(e.toString());
            }
        }
    }
}
