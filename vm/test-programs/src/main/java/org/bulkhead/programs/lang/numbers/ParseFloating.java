package org.bulkhead.programs.lang.numbers;

import org.bulkhead.programs.Out;

/** Text to {@code double} and {@code float}: exact halves, long digits, exponents, hexadecimal. */
public final class ParseFloating {
    public static void main(String[] args) {
        String[] texts = {
            "0", "-0", "1", "1.", ".5", "-1.5e3", "1e-3", "123456789.123456789", "9007199254740993", "1e308", "1.8e308", "-1e400",
            "4.9e-324", "2.4e-324", "2.5e-324", "1e-400", "NaN", "Infinity", "-Infinity", "  12.5  ", "1d", "2f", "0x1.8p3", "0x.8p-1",
            "2.2250738585072012e-308", "0.1000000000000000055511151231257827", "179769313486231580793e289", "1.00000017881393432617187499",
            "1.00000017881393421514957253748434595763683319091796875001", "16777217", "3.4028236e38", "0000.00001"};
        for (String t : texts) {
            double d = Double.parseDouble(t);
            float f = Float.parseFloat(t);
            Out.print(t + " ");
            Out.print(d);
            Out.print(' ');
            Out.print(f);
            Out.println(" " + d + " " + f);
        }
        int wrong = 0;
        double x = 1.2345e-300;
        for (int i = 0; i < 300; i++) {
            if (Double.parseDouble(Double.toString(x)) != x) {
                wrong++;
            }
            x *= 97.13;
        }
        Out.println(wrong);
        Out.println(Double.valueOf("2.5").equals(2.5));
    }
}
