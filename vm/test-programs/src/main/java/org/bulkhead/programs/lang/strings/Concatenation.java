package org.bulkhead.programs.lang.strings;

import org.bulkhead.programs.Out;

/** Concatenation of operands of every type, constant and not, in one expression and bit by bit. */
public final class Concatenation {
    private static final int CONSTANT = 5;

    private static final class Named {
        @Override
        public String toString() {
            return "named";
        }
    }

    private static final class Nameless {
        @Override
        public String toString() {
            return null;
        }
    }

    public static void main(String[] args) {
        boolean z = true;
        byte b = -8;
        short s = -1600;
        char c = 'c';
        int i = Integer.MIN_VALUE;
        long l = Long.MIN_VALUE;
        float f = 1.5f;
        double d = -0.0;
        String text = "text";
        String nothing = null;
        Object named = new Named();
        Object nameless = new Nameless();
        Integer boxed = 77;
        Character boxedChar = 'B';
        Object none = null;
        Out.println("" + z + b + s + c + i + l + f + d + text + nothing + named + nameless + boxed + boxedChar + none);
        Out.println(z + "|" + b + "|" + s + "|" + c + "|" + i + "|" + l + "|" + f + "|" + d + "|" + CONSTANT + "|" + 'x' + 1.0f + null);
        Out.println(1 + 2 + "3" + 4 + 5);
        Out.println('a' + 'b' + "c" + 'd' + 'e');
        Out.println("sum " + (i - 1) + ' ' + (char) (c + 1) + (l - 1));
        String grow = "";
        for (int n = 0; n < 12; n++) {
            grow += n;
            grow += ',';
            grow += n * 0.5;
        }
        Out.println(grow);
        nothing += "x";
        Out.println(nothing);
        Object o = "object";
        o += " grew";
        Out.println((String) o);
        Out.println("\u0001 tag \u0002 " + i + " \u0001");
        Out.println("wide \u20ac" + c + '\u00e9' + "\ud83d\ude00" + f);
        String[] array = {"p", "q"};
        int at = 0;
        array[at++] += at + "!";
        Out.println(array[0] + array[1] + at);
    }
}
