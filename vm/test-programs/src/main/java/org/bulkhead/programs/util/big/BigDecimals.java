package org.bulkhead.programs.util.big;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.bulkhead.programs.Out;

/** {@code BigDecimal}: scales, rounding modes, exact quotients, text. */
public final class BigDecimals {
    public static void main(String[] args) {
        BigDecimal a = new BigDecimal("123.4500");
        BigDecimal b = new BigDecimal("-0.07");
        Out.println(a.add(b) + " " + a.subtract(b) + " " + a.multiply(b) + " " + a.scale() + " " + a.precision() + " " + a.stripTrailingZeros() + " " + a.negate().unscaledValue());
        for (RoundingMode mode : new RoundingMode[] {
            RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING, RoundingMode.FLOOR, RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN}) {
            Out.println(mode + " " + new BigDecimal("2.5").setScale(0, mode) + " " + new BigDecimal("-2.5").setScale(0, mode) + " " + new BigDecimal("1.15").setScale(1, mode)
                + " " + BigDecimal.TEN.divide(new BigDecimal(3), 5, mode));
        }
        Out.println(a.divide(b, MathContext.DECIMAL64) + " " + a.remainder(new BigDecimal("0.4")) + " " + a.pow(3) + " " + new BigDecimal("1").divide(new BigDecimal("8")));
        Out.println(new BigDecimal("1.0").equals(new BigDecimal("1.00")) + " " + new BigDecimal("1.0").compareTo(new BigDecimal("1.00")) + " " + new BigDecimal("1.0").hashCode());
        Out.println(new BigDecimal("1E+5") + " " + new BigDecimal("1E+5").toPlainString() + " " + new BigDecimal("0.0000001") + " " + new BigDecimal("123E-10").toEngineeringString());
        Out.println(new BigDecimal(0.1) + " " + BigDecimal.valueOf(0.1) + " " + a.doubleValue() + " " + a.intValue() + " " + a.toBigInteger());
        Out.println(new BigDecimal("2").sqrt(new MathContext(30)) + " " + a.movePointLeft(5) + " " + a.max(b) + " " + a.signum() + b.signum());
        try {
            Out.println("" + BigDecimal.ONE.divide(new BigDecimal(3)));
        } catch (ArithmeticException e) {
            Out.println(e.getMessage());
        }
        try {
            Out.println(a.intValueExact());
        } catch (ArithmeticException e) {
            Out.println(e.getMessage());
        }
    }
}
