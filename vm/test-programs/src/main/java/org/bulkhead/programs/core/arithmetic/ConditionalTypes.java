package org.bulkhead.programs.core.arithmetic;

import org.bulkhead.programs.Out;

/** The conditional operator finds a common type for its two branches. */
public final class ConditionalTypes {
    public static void main(String[] args) {
        for (int i = 0; i < 2; i++) {
            boolean yes = i == 0;
            byte b = 10;
            short s = 20;
            char c = 'c';
            long l = 30;
            float f = 1.5f;
            double d = 2.5;
            Out.println(yes ? b : s);
            Out.println(yes ? 'x' : 65);
            Out.println(yes ? c : i);
            Out.println(yes ? i : l);
            Out.println(yes ? l : f);
            Out.println(yes ? f : d);
            Out.println(yes ? b : c);
            Out.println(yes ? "text" : null);
            Out.println(yes ? i > 0 ? 1 : 2 : i > 0 ? 3 : 4);
            int chained = i < 0 ? -1 : i == 0 ? 100 : i == 1 ? 200 : 300;
            Out.println(chained);
            Out.println((yes ? new int[] {1, 2} : new int[] {3})[0]);
            Out.println((yes ? 1 : 0) + (yes ? 2 : 0) * (yes ? 4 : 8));
        }
    }
}
