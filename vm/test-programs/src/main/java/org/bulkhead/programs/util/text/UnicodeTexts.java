package org.bulkhead.programs.util.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Normal forms, boundaries, collation, directions and names of characters. */
@AllocatesMuch
public final class UnicodeTexts {
    public static void main(String[] args) {
        String text = "\u00c5ngstr\u00f6m \ufb01 \u2460 \u1e9b\u0323 \uac00";
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String normal = Normalizer.normalize(text, form);
            Out.println(form + " " + normal.length() + " " + normal.hashCode() + " " + Normalizer.isNormalized(text, form) + " " + Normalizer.isNormalized(normal, form));
        }
        Out.println(Pattern.compile("a\u030a", Pattern.CANON_EQ).matcher("x\u00e5").find() + " " + Pattern.compile("\u00e9+", Pattern.CANON_EQ).matcher("e\u0301\u00e9").matches());
        for (BreakIterator breaks : new BreakIterator[] {BreakIterator.getCharacterInstance(Locale.US), BreakIterator.getWordInstance(Locale.US), BreakIterator.getSentenceInstance(Locale.US), BreakIterator.getLineInstance(Locale.US)}) {
            breaks.setText("Hello, e\u0301tat! Don't stop. It's 3.14 o'clock; \u6f22\u5b57 too-late.");
            StringBuilder line = new StringBuilder();
            for (int end = breaks.first(); end != BreakIterator.DONE; end = breaks.next()) {
                line.append(end).append(' ');
            }
            Out.println(line.toString() + breaks.preceding(9) + " " + breaks.isBoundary(6));
        }
        String[] words = {"zebra", "\u00c4pfel", "apple", "Apple", "\u00e9t\u00e9", "ete", "co-op", "coop", "\u00dcber", "uber"};
        Collator collator = Collator.getInstance(Locale.US);
        Arrays.sort(words, collator);
        Out.println(String.join(" ", words));
        for (int strength : new int[] {Collator.PRIMARY, Collator.SECONDARY, Collator.TERTIARY}) {
            collator.setStrength(strength);
            Out.println(collator.compare("resume", "R\u00e9sum\u00e9") + " " + collator.compare("a", "A") + " " + collator.equals("x", "x"));
        }
        CollationKey key = collator.getCollationKey("key");
        Out.println(key.compareTo(collator.getCollationKey("Key")) + " " + Arrays.hashCode(key.toByteArray()));
        Bidi bidi = new Bidi("abc \u05d0\u05d1\u05d2 123 def", Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        Out.println(bidi.getRunCount() + " " + bidi.isMixed() + " " + bidi.getLevelAt(5) + " " + bidi.getLevelAt(9));
        for (int point : new int[] {'A', 0x20ac, 0x1f600, 0xac00, 0x4e00, 0xe000, 0x10ffff}) {
            Out.println(Character.getName(point) + " " + Character.getType(point) + " " + Character.UnicodeScript.of(point) + " " + Character.UnicodeBlock.of(point));
        }
        Out.println(Character.codePointOf("GREEK SMALL LETTER ALPHA") + " " + Pattern.matches("\\N{LATIN SMALL LETTER A}+", "aaa"));
    }
}
