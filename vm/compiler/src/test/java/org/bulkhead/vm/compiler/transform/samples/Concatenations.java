package org.bulkhead.vm.compiler.transform.samples;

import java.util.ArrayList;
import java.util.List;

/** String concatenations of every type. */
public final class Concatenations {
    private static final String PREFIX = "prefix";
    private static int counter;

    private Concatenations() {}

    /** Does its work and returns a transcript. */
    public static String run() {
        counter = 0;
        List<String> out = new ArrayList<>();
        all(out, (byte) -1, (short) -2, 'c', Integer.MIN_VALUE, Long.MIN_VALUE, 1.0f, -0.0, true, null, null, new StringBuilder("sb"));
        all(out, (byte) 127, Short.MAX_VALUE, '\u20ac', 0, 1L << 40, Float.NaN, 1e300, false, "s", 'x', "cs");
        String none = null;
        out.add(none + none);
        out.add("" + none);
        out.add("\1 and \2 are in recipes: \1" + none + "\2" + out.size());
        out.add("" + next() + next() + "-" + next());
        String grows = "a";
        for (int i = 0; i < 3; i++) {
            grows += i + grows + PREFIX;
        }
        out.add(grows);
        String[] array = {"x"};
        array[index()] += "y" + index();
        out.add(array[0]);
        char c = 'a';
        c += 1;
        out.add("c=" + c + (char) (c + 1) + (c + 1));
        out.add(1 + 2 + "three" + 4 + 5);
        out.add("nullToString:" + new Object() {
            @Override
            public String toString() {
                return null;
            }
        });
        char[] chars = null;
        out.add("chars:" + chars);
        out.add("float " + 1.1f + " double " + 1.1 + " big " + 1e10 + " " + Double.MIN_VALUE);
        try {
            out.add("throws " + new Object() {
                @Override
                public String toString() {
                    throw new IllegalStateException("in toString");
                }
            });
        } catch (IllegalStateException e) {
            out.add(e.getMessage());
        }
        return String.join("\n", out);
    }

    private static int index() {
        counter += 10;
        return 0;
    }

    private static int next() {
        return ++counter;
    }

    private static void all(List<String> out, byte b, short s, char c, int i, long l, float f, double d, boolean z, String text, Object o, CharSequence cs) {
        out.add("b" + b + "s" + s + "c" + c + "i" + i + "l" + l + "f" + f + "d" + d + "z" + z + "t" + text + "o" + o + "cs" + cs);
        out.add(b + text + s + c + i + l + f + d + z + o + cs);
        out.add(text + l + d + l + d);
    }
}
