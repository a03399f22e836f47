package org.bulkhead.builder.interpret.natives;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.bulkhead.builder.interpret.NativeMethod;

/** Bits of floating-point numbers, and the functions of StrictMath, whose results are the same everywhere. */
final class NumberNatives {
    private static final NativeMethod SAME_BITS = (in, s, a) -> s[a];

    private NumberNatives() {}

    static void addTo(NativeTable table) {
        table.put("java/lang/Float", "floatToRawIntBits(F)I", SAME_BITS);
        table.put("java/lang/Float", "intBitsToFloat(I)F", SAME_BITS);
        table.put("java/lang/Double", "doubleToRawLongBits(D)J", SAME_BITS);
        table.put("java/lang/Double", "longBitsToDouble(J)D", SAME_BITS);
        Map<String, DoubleUnaryOperator> unary = Map.ofEntries(Map.entry("sin", StrictMath::sin), Map.entry("cos", StrictMath::cos),
            Map.entry("tan", StrictMath::tan), Map.entry("asin", StrictMath::asin), Map.entry("acos", StrictMath::acos), Map.entry("atan", StrictMath::atan),
            Map.entry("log", StrictMath::log), Map.entry("log10", StrictMath::log10), Map.entry("sqrt", StrictMath::sqrt), Map.entry("sinh", StrictMath::sinh),
            Map.entry("cosh", StrictMath::cosh), Map.entry("tanh", StrictMath::tanh), Map.entry("expm1", StrictMath::expm1), Map.entry("log1p", StrictMath::log1p));
        unary.forEach((name, function) -> table.put("java/lang/StrictMath", name + "(D)D",
            (in, s, a) -> Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(s[a])))));
        table.put("java/lang/Math", "sqrt(D)D", (in, s, a) -> Double.doubleToRawLongBits(StrictMath.sqrt(Double.longBitsToDouble(s[a]))));
        Map<String, DoubleBinaryOperator> binary = Map.of("atan2", StrictMath::atan2, "IEEEremainder", StrictMath::IEEEremainder);
        binary.forEach((name, function) -> table.put("java/lang/StrictMath", name + "(DD)D",
            (in, s, a) -> Double.doubleToRawLongBits(function.applyAsDouble(Double.longBitsToDouble(s[a]), Double.longBitsToDouble(s[a + 2])))));
    }
}
