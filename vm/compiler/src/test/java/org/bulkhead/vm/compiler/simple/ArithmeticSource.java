package org.bulkhead.vm.compiler.simple;

import java.util.List;
import java.util.Map;

/** Source of a class whose methods are called natively and on HotSpot with many arguments: each operator, comparison and conversion, with the constants that a compiler may treat in a way of their own. */
final class ArithmeticSource {
    /** Name of the class. */
    static final String NAME = "Arithmetic";

    private record Operator(String name, String sign) {}

    private static final List<Operator> ARITHMETIC = List.of(new Operator("Add", "+"), new Operator("Sub", "-"), new Operator("Mul", "*"), new Operator("Div", "/"), new Operator("Rem", "%"));
    private static final List<Operator> LOGIC = List.of(new Operator("And", "&"), new Operator("Or", "|"), new Operator("Xor", "^"));
    private static final List<Operator> SHIFTS = List.of(new Operator("Shl", "<<"), new Operator("Shr", ">>"), new Operator("Ushr", ">>>"));
    private static final List<Operator> COMPARISONS = List.of(new Operator("Lt", "<"), new Operator("Le", "<="), new Operator("Gt", ">"), new Operator("Ge", ">="), new Operator("Eq", "=="), new Operator("Ne", "!="));

    private static final List<Integer> DISTANCES = List.of(0, 1, 5, 31, 32, 63, -1);
    private static final List<Long> INTS = List.of(0L, 1L, -1L, 2L, 3L, 7L, -8L, 10L, 16L, 127L, 128L, 1000L, 1024L, (long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE, 65_535L);
    private static final List<Long> LONGS = List.of(1L << 32, Long.MIN_VALUE, 1L << 40, 12_345_678_901_234L);
    private static final List<Long> FIRST_OPERANDS = List.of(0L, 7L, -8L, (long) Integer.MAX_VALUE);
    private static final List<String> FRACTIONS = List.of("0.0", "-0.0", "1.0", "2.5", "1e-30");

    /** Wrapper classes of the types that have variables of their own in a frame. */
    private static final Map<String, String> WRAPPERS = Map.of("int", "Integer", "long", "Long", "float", "Float", "double", "Double");
    private static final List<String> NUMBERS = List.of("int", "long", "float", "double");
    private static final List<String> TARGETS = List.of("int", "long", "float", "double", "byte", "char", "short");

    private static final String OTHERS = """
        public static double squareRoot(double a) { return Math.sqrt(a); }
        public static int intBits(float a) { return Float.floatToIntBits(a); }
        public static long longBits(double a) { return Double.doubleToLongBits(a); }
        public static float fromIntBits(int a) { return Float.intBitsToFloat(a); }
        public static double fromLongBits(long a) { return Double.longBitsToDouble(a); }
        public static int leadingZeros(int a) { return Integer.numberOfLeadingZeros(a); }
        public static int trailingZeros(int a) { return Integer.numberOfTrailingZeros(a); }
        public static int leadingZerosLong(long a) { return Long.numberOfLeadingZeros(a); }
        public static int trailingZerosLong(long a) { return Long.numberOfTrailingZeros(a); }
        public static int reverse(int a) { return Integer.reverseBytes(a); }
        public static long reverseLong(long a) { return Long.reverseBytes(a); }
        public static int rotate(int a, int b) { return Integer.rotateLeft(a, b) ^ Integer.rotateRight(b, a) ^ Integer.rotateLeft(a, 5) ^ Integer.rotateRight(b, 39) ^ Integer.rotateLeft(a, -b); }
        public static long rotateLong(long a, int b) { return Long.rotateLeft(a, b) ^ Long.rotateRight(b, (int) a) ^ Long.rotateLeft(a, 41) ^ Long.rotateRight(a, -3) ^ Long.rotateRight(a, b + 7); }
        public static int bits(long a) { return Long.bitCount(a); }
        public static int minMax(int a, int b) { return Math.min(a, b) * 31 + Math.max(a, b) + Math.min(a, 5) + Math.max(3, b); }
        public static long minMaxLong(long a, long b) { return Math.min(a, b) * 31 + Math.max(a, b) + Math.min(a, 5L) + Math.max(3L, b); }
        public static int floorMod(int a, int b) { return Math.floorMod(a, b); }
        public static long multiplyHigh(long a, long b) { return Math.multiplyHigh(a, b); }
        public static int unsigned(int a, int b) { return Integer.compareUnsigned(a, b) + Integer.divideUnsigned(a, b) + Integer.remainderUnsigned(a, b); }
        public static long unsignedLong(long a, long b) { return Long.compareUnsigned(a, b) + Long.divideUnsigned(a, b) + Long.remainderUnsigned(a, b); }
        """;

    private final StringBuilder text = new StringBuilder("public final class " + NAME + " {\n");

    private ArithmeticSource() {}

    /** Returns the source of the class, whose methods are public and static and take and return numbers. */
    static String text() {
        ArithmeticSource source = new ArithmeticSource();
        source.whole("int", "", INTS);
        source.whole("long", "L", INTS);
        source.constants("long", "L", LONGS);
        source.fractional("float", "f");
        source.fractional("double", "");
        source.conversions();
        return source.text + OTHERS + "}\n";
    }

    private void unary(String result, String type, String name, String body) {
        text.append("public static ").append(result).append(' ').append(name).append('(').append(type).append(" a) { ").append(body).append(" }\n");
    }

    private void binary(String result, String type, String name, String body) {
        text.append("public static ").append(result).append(' ').append(name).append('(').append(type).append(" a, ").append(type).append(" b) { ").append(body).append(" }\n");
    }

    private void operators(String type, List<Operator> operators) {
        operators.forEach(each -> binary(type, type, type + each.name, "return a " + each.sign + " b;"));
    }

    private static String named(long constant) {
        return constant < 0 ? "Minus" + Long.toString(constant).substring(1) : Long.toString(constant);
    }

    private void whole(String type, String suffix, List<Long> constants) {
        operators(type, ARITHMETIC);
        operators(type, LOGIC);
        for (Operator shift : SHIFTS) {
            text.append("public static " + type + " " + type + shift.name + "(" + type + " a, int b) { return a " + shift.sign + " b; }\n");
            DISTANCES.forEach(distance -> unary(type, type, type + shift.name + "By" + named(distance), "return a " + shift.sign + " " + distance + ";"));
        }
        constants(type, suffix, constants);
        for (long constant : FIRST_OPERANDS) {
            for (Operator each : ARITHMETIC) {
                unary(type, type, type + "Const" + named(constant) + each.name, "return " + constant + suffix + " " + each.sign + " a;");
            }
        }
        unary(type, type, type + "Neg", "return -a;");
        binary(type, type, type + "Mixed", type + " c = a * 3 + b; " + type + " d = c - a; c += d ^ b; return (a + b) * (c - d) + (a & ~d | b) - (c >>> 3) * (b << 2);");
        binary(type, type, type + "Deep", "return a + (b + (a * (b - (a ^ (b + (a * (b - (a | (b + (a * (b - (a & (b + (a * (b - (a + (b ^ (a - b))))))))))))))))));");
        binary(type, type, type + "SelfOps", type + " c = a; c = c - c + (b - b) + (a * a) - (b * b); " + type + " d = c; d <<= 3; return c - d + (a - a % 7);");
        for (Operator each : COMPARISONS) {
            String sign = each.sign;
            binary("boolean", type, type + each.name, "return a " + sign + " b;");
            unary("int", type, type + each.name + "Const", "return a " + sign + " 5 ? 1 : a " + sign + " 0 ? 2 : a " + sign + " -300 ? 3 : 4;");
            unary("int", type, type + "Const" + each.name, "return 5 " + sign + " a ? 1 : 0 " + sign + " a ? 2 : 3;");
        }
        binary("int", type, type + "Compare", "return " + WRAPPERS.get(type) + ".compare(a, b);");
    }

    private void constants(String type, String suffix, List<Long> constants) {
        for (long constant : constants) {
            ARITHMETIC.stream().filter(each -> constant != 0 || !each.sign.equals("/") && !each.sign.equals("%")).forEach(each -> constant(type, each, named(constant), constant + suffix));
            LOGIC.forEach(each -> constant(type, each, named(constant), constant + suffix));
        }
    }

    private void constant(String type, Operator operator, String name, String literal) {
        unary(type, type, type + operator.name + "Const" + name, "return a " + operator.sign + " " + literal + ";");
    }

    private void fractional(String type, String suffix) {
        operators(type, ARITHMETIC);
        for (int i = 0; i < FRACTIONS.size(); i++) {
            for (Operator each : ARITHMETIC) {
                constant(type, each, Integer.toString(i), FRACTIONS.get(i) + suffix);
            }
        }
        for (Operator each : COMPARISONS) {
            binary("int", type, type + each.name, "if (a " + each.sign + " b) { return 7; } return 9;");
            binary("int", type, type + "Not" + each.name, "return !(a " + each.sign + " b) ? 3 : 4;");
        }
        unary(type, type, type + "Neg", "return -a;");
        unary(type, type, type + "Abs", "return Math.abs(a);");
        binary("int", type, type + "Compare", "return " + WRAPPERS.get(type) + ".compare(a, b);");
        binary(type, type, type + "Mixed", type + " c = a * 3 + b; return (a + b) * (c - a) / (b - c) + (a - (b * (c + (a / (b - (c * (a + b)))))));");
        binary(type, type, type + "Deep", "return a + (b + (a * (b - (a + (b + (a * (b - (a - (b + (a * (b - (a + (b + (a * (b - (a + (b + (a - b))))))))))))))))));");
    }

    private void conversions() {
        for (String from : NUMBERS) {
            for (String to : TARGETS) {
                if (!to.equals(from)) {
                    String name = from + "To" + Character.toUpperCase(to.charAt(0)) + to.substring(1);
                    unary(to, from, name, "return (" + to + ") a;");
                    unary("long", from, name + "Sum", "return (long) ((" + to + ") a + (" + to + ") 1);");
                }
            }
        }
    }
}
