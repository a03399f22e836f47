package org.bulkhead.programs.lang.records;

import java.util.EnumSet;
import org.bulkhead.programs.Out;

/** An enum with more than 64 constants, which needs the large form of {@code EnumSet}. */
public final class ManyConstants {
    private enum Many {
        A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9,
        D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, F0, F1, F2, F3, F4, F5, F6, F7, F8, F9,
        G0, G1, G2, G3, G4, G5, G6, G7, G8, G9, H0, H1, H2, H3, H4, H5, H6, H7, H8, H9
    }

    public static void main(String[] args) {
        EnumSet<Many> set = EnumSet.noneOf(Many.class);
        for (Many m : Many.values()) {
            if (m.ordinal() % 7 == 0 || m.name().endsWith("9")) {
                set.add(m);
            }
        }
        Out.println(set.toString());
        EnumSet<Many> other = EnumSet.complementOf(set);
        Out.println(other.size() + set.size());
        other.removeAll(EnumSet.range(Many.B0, Many.G5));
        Out.println(other.toString());
        Out.println(set.containsAll(EnumSet.of(Many.A0, Many.H9)) + " " + set.equals(EnumSet.copyOf(set)));
        int hash = 0;
        for (Many m : other) {
            hash = hash * 31 + m.ordinal() + switch (m) {
                case A1, A2 -> 100;
                case G9, H0 -> 200;
                default -> 0;
            };
        }
        Out.println(hash);
        Out.println(Many.valueOf("F7").ordinal());
    }
}
