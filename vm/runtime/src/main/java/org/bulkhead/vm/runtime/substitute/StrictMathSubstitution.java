package org.bulkhead.vm.runtime.substitute;

import org.bulkhead.vm.runtime.math.Exponentials;
import org.bulkhead.vm.runtime.math.Logarithms;
import org.bulkhead.vm.runtime.math.Remainder;
import org.bulkhead.vm.runtime.math.Trigonometry;

/** The functions that the JDK has in C. */
@Substitutes("java.lang.StrictMath")
final class StrictMathSubstitution {
    private static final String FDLIBM = "the JDK's is machine code; the same algorithm in Java";

    private StrictMathSubstitution() {}

    @Replace(reason = FDLIBM)
    public static double sin(double x) {
        return Trigonometry.sin(x);
    }

    @Replace(reason = FDLIBM)
    public static double cos(double x) {
        return Trigonometry.cos(x);
    }

    @Replace(reason = FDLIBM)
    public static double tan(double x) {
        return Trigonometry.tan(x);
    }

    @Replace(reason = FDLIBM)
    public static double asin(double x) {
        return Trigonometry.asin(x);
    }

    @Replace(reason = FDLIBM)
    public static double acos(double x) {
        return Trigonometry.acos(x);
    }

    @Replace(reason = FDLIBM)
    public static double atan(double x) {
        return Trigonometry.atan(x);
    }

    @Replace(reason = FDLIBM)
    public static double log(double x) {
        return Logarithms.log(x);
    }

    @Replace(reason = FDLIBM)
    public static double log10(double x) {
        return Logarithms.log10(x);
    }

    @Replace(reason = FDLIBM)
    public static double log1p(double x) {
        return Logarithms.log1p(x);
    }

    @Replace(reason = FDLIBM)
    public static double expm1(double x) {
        return Exponentials.expm1(x);
    }

    @Replace(reason = FDLIBM)
    public static double sinh(double x) {
        return Exponentials.sinh(x);
    }

    @Replace(reason = FDLIBM)
    public static double cosh(double x) {
        return Exponentials.cosh(x);
    }

    @Replace(reason = FDLIBM)
    public static double tanh(double x) {
        return Exponentials.tanh(x);
    }

    @Replace(reason = FDLIBM)
    public static double atan2(double y, double x) {
        return Trigonometry.atan2(y, x);
    }

    @Replace(reason = FDLIBM)
    public static double IEEEremainder(double x, double y) {
        return Remainder.ieee(x, y);
    }

    @Replace(reason = "one instruction, which the compiler puts in place of Math.sqrt")
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }
}
