package org.bulkhead.vm.runtime.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Every result must equal that of the machine code in the JDK, bit for bit. */
class StrictMathTest {
    private static final int ROUNDS = 200_000;
    private static final double[] SPECIAL = {0, -0.0, 1, -1, 0.5, -0.5, 2, -2, Math.PI, Math.PI / 2, Math.PI / 4, 3 * Math.PI / 4, -Math.PI, 1e300, -1e300, 1e-300, 1e22, 710, -710, 709.9, 0.3, 0.67434, 22, 21.9, 88,
        Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e-9, 1e-20, 0x1p54, 823549.6, 1e6, 1e10};

    private final Random random = new Random(17);

    private double sample(int round) {
        switch (round % 4) {
            case 0:
                return Double.longBitsToDouble(random.nextLong());
            case 1:
                return random.nextDouble() * 2 - 1;
            case 2:
                return random.nextGaussian() * 20;
            default:
                return (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
        }
    }

    private void compare(String name, DoubleUnaryOperator expected, DoubleUnaryOperator actual) {
        for (double x : SPECIAL) {
            assertEquals(expected.applyAsDouble(x), actual.applyAsDouble(x), () -> name + "(" + x + ")");
        }
        for (int i = 0; i < ROUNDS; i++) {
            double x = sample(i);
            assertEquals(expected.applyAsDouble(x), actual.applyAsDouble(x), () -> name + "(" + x + ")");
        }
    }

    private void compare(String name, DoubleBinaryOperator expected, DoubleBinaryOperator actual) {
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                assertEquals(expected.applyAsDouble(x, y), actual.applyAsDouble(x, y), () -> name + "(" + x + ", " + y + ")");
            }
        }
        for (int i = 0; i < ROUNDS; i++) {
            double x = sample(i);
            double y = sample(random.nextInt(4));
            assertEquals(expected.applyAsDouble(x, y), actual.applyAsDouble(x, y), () -> name + "(" + x + ", " + y + ")");
        }
    }

    @Test
    void trigonometry() {
        compare("sin", StrictMath::sin, Trigonometry::sin);
        compare("cos", StrictMath::cos, Trigonometry::cos);
        compare("tan", StrictMath::tan, Trigonometry::tan);
    }

    @Test
    void inverses() {
        compare("asin", StrictMath::asin, Trigonometry::asin);
        compare("acos", StrictMath::acos, Trigonometry::acos);
        compare("atan", StrictMath::atan, Trigonometry::atan);
        compare("atan2", StrictMath::atan2, Trigonometry::atan2);
    }

    @Test
    void logarithms() {
        compare("log", StrictMath::log, Exponentials::log);
        compare("log10", StrictMath::log10, Exponentials::log10);
        compare("log1p", StrictMath::log1p, Exponentials::log1p);
    }

    @Test
    void hyperbolic() {
        compare("expm1", StrictMath::expm1, Exponentials::expm1);
        compare("sinh", StrictMath::sinh, Exponentials::sinh);
        compare("cosh", StrictMath::cosh, Exponentials::cosh);
        compare("tanh", StrictMath::tanh, Exponentials::tanh);
    }

    @Test
    void remainder() {
        compare("IEEEremainder", StrictMath::IEEEremainder, Exponentials::remainder);
    }
}
