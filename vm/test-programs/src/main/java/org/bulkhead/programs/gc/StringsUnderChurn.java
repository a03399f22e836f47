package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Many strings and builders, most dropped, some kept and compared much later. */
@AllocatesMuch
public final class StringsUnderChurn {
    public static void main(String[] args) {
        String[] kept = new String[500];
        int[] hashes = new int[kept.length];
        long total = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder b = new StringBuilder();
            b.append("row ").append(i).append(' ').append(i * 31L).append(i % 17 == 0 ? "\u20ac" : "e");
            String s = b.toString();
            total += s.length() + s.substring(4).indexOf(' ');
            if (i % 120 == 7) {
                int at = i / 120;
                kept[at] = s.toUpperCase(java.util.Locale.ROOT).concat("!");
                hashes[at] = kept[at].hashCode();
            }
        }
        Out.println(total);
        int wrong = 0;
        int hash = 0;
        for (int i = 0; i < kept.length; i++) {
            String again = new StringBuilder(kept[i]).toString();
            if (!again.equals(kept[i]) || again.hashCode() != hashes[i]) {
                wrong++;
            }
            hash = hash * 31 + hashes[i];
        }
        Out.println(wrong);
        Out.println(hash);
    }
}
