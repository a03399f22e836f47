package org.bulkhead.vm.runtime.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Every result must equal that of the machine code in the JDK, bit for bit. To repeat a run: {@code -Dbulkhead.seed=N} with the seed that it printed. */
class StrictMathTest {
    private static final int ROUNDS = 300_000;
    /** Distance from an interesting number within which every double is tried, and random ones are made. */
    private static final int NEIGHBOURS = 3;

    /** Where functions have poles, overflow, vanish, or change from one approximation to another. */
    private static final double[] BORDERS = {
        0, Double.MIN_NORMAL, Double.MAX_VALUE / 2, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN,
        0.25, 0.3, 0.4375, 0.5, 0.67434, 0.6875, Math.sqrt(0.5), 0.78125, 0.975, 1, 1.1875, Math.sqrt(2) - 1, Math.sqrt(2), 2, 2.4375, 22, 56 * Math.log(2), 709.782712893384, 710.4758600739439,
        Math.log(2) / 2, Math.log(2), 1.5 * Math.log(2), 10, 1e22, 1e300, 1e-300, 0x1p19 * Math.PI,
        6381956970095103.0 * 0x1p797, // of all doubles the nearest to a multiple of pi/2
    };
    /** The borders, both signs, with their neighbours. */
    private static final double[] SPECIAL = DoubleStream.of(BORDERS)
        .flatMap(border -> IntStream.rangeClosed(-NEIGHBOURS, NEIGHBOURS).mapToDouble(steps -> beside(border, steps)))
        .flatMap(x -> DoubleStream.of(x, -x)).toArray();

    private long seed;
    private Random random;

    @BeforeEach
    void seed(TestInfo test) {
        seed = Long.getLong("bulkhead.seed", System.nanoTime());
        random = new Random(seed);
        System.out.println("StrictMathTest." + test.getDisplayName() + ": seed " + seed);
    }

    private static double beside(double x, int steps) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + steps);
    }

    private double sample(int round) {
        switch (round % 6) {
            case 0: // all exponents, subnormal and infinite too
                return Double.longBitsToDouble(random.nextLong());
            case 1:
                return random.nextDouble() * 2 - 1;
            case 2:
                return random.nextGaussian() * 20;
            case 3:
                return (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            case 4: // where reducing an angle cancels nearly all digits
                double multiple = (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(1000) - 500) * (Math.PI / 2);
                return beside(multiple, random.nextInt(2 * NEIGHBOURS + 1) - NEIGHBOURS);
            default: // near 1, at all distances
                return (random.nextBoolean() ? 1 : -1) * (1 + (random.nextDouble() - 0.5) * Math.scalb(1.0, -random.nextInt(Double.SIZE)));
        }
    }

    private void check(String name, DoubleUnaryOperator expected, DoubleUnaryOperator actual, double x) {
        long wanted = Double.doubleToLongBits(expected.applyAsDouble(x));
        long found = Double.doubleToLongBits(actual.applyAsDouble(x));
        if (wanted != found) {
            assertEquals(Double.longBitsToDouble(wanted), Double.longBitsToDouble(found), name + "(" + Double.toHexString(x) + "), seed " + seed);
        }
    }

    private void check(String name, DoubleBinaryOperator expected, DoubleBinaryOperator actual, double x, double y) {
        check(name + " with " + Double.toHexString(y), v -> expected.applyAsDouble(v, y), v -> actual.applyAsDouble(v, y), x);
    }

    private void compare(String name, DoubleUnaryOperator expected, DoubleUnaryOperator actual) {
        for (double x : SPECIAL) {
            check(name, expected, actual, x);
        }
        for (int exponent = Double.MIN_EXPONENT - Double.SIZE; exponent <= Double.MAX_EXPONENT; exponent++) {
            double power = Math.scalb(1.0, exponent);
            check(name, expected, actual, power);
            check(name, expected, actual, -power * (1 + random.nextDouble()));
        }
        for (int i = 0; i < ROUNDS; i++) {
            check(name, expected, actual, sample(i));
        }
    }

    private void compare(String name, DoubleBinaryOperator expected, DoubleBinaryOperator actual) {
        for (double x : SPECIAL) {
            for (double y : SPECIAL) {
                check(name, expected, actual, x, y);
            }
        }
        for (int i = 0; i < ROUNDS; i++) {
            double x = sample(i);
            double halves = x * random.nextInt(9) / 2;
            check(name, expected, actual, x, random.nextInt(4) == 0 ? halves : sample(random.nextInt(6)));
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
        compare("log", StrictMath::log, Logarithms::log);
        compare("log10", StrictMath::log10, Logarithms::log10);
        compare("log1p", StrictMath::log1p, Logarithms::log1p);
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
        compare("IEEEremainder", StrictMath::IEEEremainder, Remainder::ieee);
    }
}
