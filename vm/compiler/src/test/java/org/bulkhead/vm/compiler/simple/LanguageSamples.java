package org.bulkhead.vm.compiler.simple;

/** Each method is called natively and on HotSpot with many arguments: calls, objects, arrays, control flow. */
final class LanguageSamples {
    private static int counter;
    private static int monitors;
    private static long total;
    private static double average;
    private static boolean flag;
    private static byte small;
    private static char letter;
    private static Object held;

    private LanguageSamples() {}

    interface Shape {
        int area(int scale);

        default int twice(int scale) {
            return area(scale) + area(scale);
        }

        static int unit() {
            return 1;
        }
    }

    interface Named {
        int name();
    }

    static class Base implements Shape {
        int width;
        byte b;
        short s;
        char c;
        boolean z;
        long l;
        float f;
        double d;
        volatile int v;
        Base next;

        Base(int width) {
            this.width = width;
        }

        @Override
        public int area(int scale) {
            return width * scale;
        }

        @Override
        public int twice(int scale) {
            return Shape.super.twice(scale) - 5;
        }

        int many(int a, long b2, double c2, int d2, long e, float g, int h, long i, double j, int k, byte m) {
            return (int) (a + b2 * 3 + (long) c2 * 5 + d2 * 7 + e * 11 + (long) g * 13 + h * 17 + i * 19 + (long) j * 23 + k * 29 + m * 31 + width);
        }

        private int secret() {
            return width + 1;
        }
    }

    static class Square extends Base implements Named {
        Square(int width) {
            super(width);
        }

        @Override
        public int area(int scale) {
            return super.area(scale) * width;
        }

        @Override
        public int twice(int scale) {
            return super.twice(scale) + 1;
        }

        @Override
        public int name() {
            return 42;
        }
    }

    static final class Last extends Square {
        Last(int width) {
            super(width + 1);
        }
    }

    static class D2 extends Base { D2(int w) { super(w); } }
    static class D3 extends D2 { D3(int w) { super(w); } }
    static class D4 extends D3 { D4(int w) { super(w); } }
    static class D5 extends D4 { D5(int w) { super(w); } }
    static class D6 extends D5 { D6(int w) { super(w); } }
    static class D7 extends D6 { D7(int w) { super(w); } }
    static class D8 extends D7 { D8(int w) { super(w); } }
    static class D9 extends D8 { D9(int w) { super(w); } }

    private static Base make(int kind) {
        switch (kind & 7) {
            case 0: return new Base(kind);
            case 1: return new Square(kind);
            case 2: return new Last(kind);
            case 3: return new D9(kind);
            case 4: return new D7(kind);
            case 5: return null;
            default: return new D3(kind);
        }
    }

    static int dispatch(int a, int b) {
        return make(a).area(b) + make(a).twice(b) * 3;
    }

    static int interfaceDispatch(int a, int b) {
        Shape shape = make(a);
        return shape.area(b) + shape.twice(b) + Shape.unit();
    }

    static int privateCall(int a) {
        return make(a).secret();
    }

    static int types(int a) {
        Object o = make(a);
        int result = o instanceof Base ? 1 : 0;
        result += o instanceof Square ? 2 : 0;
        result += o instanceof Last ? 4 : 0;
        result += o instanceof Shape ? 8 : 0;
        result += o instanceof Named ? 16 : 0;
        result += o instanceof D3 ? 32 : 0;
        boolean deep = o instanceof D9;
        boolean isObject = o instanceof Object;
        boolean isArray = o instanceof int[];
        return result + (deep ? 64 : 0) + (isObject ? 128 : 0) + (isArray ? 256 : 0);
    }

    static int casts(int a, int b) {
        Object o = make(a);
        return switch (b & 7) {
            case 0 -> ((Base) o).width;
            case 1 -> ((Square) o).width;
            case 2 -> ((Last) o).width + b;
            case 3 -> ((Shape) o).area(b);
            case 4 -> ((Named) o).name();
            case 5 -> ((D9) o).width;
            case 6 -> ((int[]) o).length;
            default -> ((Object[]) o).length;
        };
    }

    static int arrayTypes(int a) {
        Object o = switch (a & 7) {
            case 0 -> new int[3];
            case 1 -> new String[2];
            case 2 -> new Square[2][3];
            case 3 -> new Object[1];
            case 4 -> new long[a & 15];
            case 5 -> new Base[2];
            default -> null;
        };
        return (o instanceof int[] ? 1 : 0) + (o instanceof Object[] ? 2 : 0) + (o instanceof Base[] ? 4 : 0) + (o instanceof Object[][] ? 8 : 0)
            + (o instanceof long[] longs ? longs.length : 0) + (o instanceof Cloneable ? 32 : 0) + (o instanceof String[] ? 64 : 0);
    }

    static int fields(int a, int b) {
        Base o = make(a);
        o.b = (byte) b;
        o.s = (short) b;
        o.c = (char) b;
        o.z = b > 0;
        o.l = (long) a * b;
        o.f = a;
        o.d = b;
        o.v += b;
        o.v++;
        o.next = make(b);
        o.next.width++;
        o.next.l -= 7;
        return o.b + o.s + o.c + (o.z ? 1 : 0) + (int) o.l + (int) o.f + (int) o.d + o.v + o.next.width + (int) o.next.l + (o.next.next == null ? 1 : 0);
    }

    static long statics(int a, long b) {
        counter = a;
        counter += 3;
        total = b;
        total <<= 2;
        average = a;
        average /= 2;
        flag = a > b;
        small = (byte) a;
        letter = (char) b;
        held = make(a);
        return counter++ + ++counter + total-- + (long) average + (flag ? 1 : 0) + small + letter + (held == null ? 5 : 6);
    }

    static int manyArguments(int a, long b, double c) {
        return new Base(5).many(a, b, c, a + 1, b + 1, a, a ^ 3, b ^ 5, c + 1, -a, (byte) a);
    }

    static double manyDoubles(double a, float b) {
        return sum(a, b, a + 1, b + 1, a + 2, b + 2, a + 3, b + 3, a + 4, b + 4, 7, 8L, a + 5);
    }

    private static double sum(double a, float b, double c, float d, double e, float f, double g, float h, double i, float j, int k, long l, double m) {
        return a + b * 2 + c * 3 + d * 5 + e * 7 + f * 11 + g * 13 + h * 17 + i * 19 + j * 23 + k * 29 + l * 31 + m * 37;
    }

    static int nestedCalls(int a, int b) {
        return add(add(a, b), add(b, add(a, 7))) * add(a - b, add(add(a, 1), b)) + (a + add(b, a)) + counter;
    }

    private static int add(int a, int b) {
        return a + b;
    }

    static int rotateArguments(int a, int b) {
        return three(b, a, a + b) + three2(a + b, b, a);
    }

    private static int three(int a, int b, int c) {
        return a + b * 3 + c * 7 + three2(c, a, b) + three2(b, c, a) + three2(b, a, c);
    }

    private static int three2(int a, int b, int c) {
        return a - b * 5 + c * 11;
    }

    static int evaluationOrder(int a) {
        int i = a & 3;
        int[] array = {1, 2, 3, 4, 5, 6, 7, 8};
        array[i] = i = 2;
        array[i++] += i++ * array[i]--;
        int j = i++ + ++i + i-- - --i;
        return array[0] + array[1] * 10 + array[2] * 100 + array[3] * 1000 + array[4] * 10000 + i + j * 3;
    }

    static long longArrays(int a, long b) {
        long[] array = new long[8];
        array[a & 7] = b;
        array[a & 7] += 3;
        long old = array[a & 7]++;
        array[2] = array[a & 7] = old ^ 5;
        long[][] grid = new long[3][4];
        grid[a & 1][2] -= b;
        return array[0] + array[1] + array[2] * 3 + array[7] + old + grid[1][2] * 7 + grid[0][2];
    }

    static int smallArrays(int a, int b) {
        byte[] bytes = new byte[4];
        short[] shorts = new short[4];
        char[] chars = new char[4];
        boolean[] flags = new boolean[4];
        bytes[b & 3] = (byte) a;
        shorts[b & 3] = (short) a;
        chars[b & 3] = (char) a;
        flags[b & 3] = a > 0;
        bytes[1] += 200;
        shorts[1]--;
        chars[2]++;
        flags[3] |= b < 0;
        return bytes[b & 3] + bytes[1] + shorts[b & 3] * 3 + shorts[1] + chars[b & 3] * 5 + chars[2] + (flags[b & 3] ? 7 : 0) + (flags[3] ? 1000 : 0);
    }

    static double floatArrays(int a, double b) {
        float[] floats = {1, 2, 3};
        double[] doubles = {4, 5, 6};
        floats[a % 3] += b;
        doubles[a % 3] *= b;
        return floats[0] + floats[1] * 2 + floats[2] * 3 + doubles[0] + doubles[1] * 5 + doubles[2] * 7;
    }

    static int bounds(int a, int b) {
        int[] array = new int[a & 15];
        array[b] = 5;
        return array[b] + array.length;
    }

    static int constantBounds(int a) {
        int[] array = new int[a & 3];
        array[1] = 7;
        return array[0] + array[1] + array[2];
    }

    static int negativeSize(int a) {
        return new byte[a % 1000].length;
    }

    static int nullArray(int a) {
        int[] array = a > 5 ? new int[3] : null;
        return array[1] + array.length;
    }

    static int nullStore(int a, int b) {
        Base base = a > 5 ? new Base(3) : null;
        base.width = b / (a & 7);
        return base.width;
    }

    static int stores(int a, int b) {
        Object[] array = switch (a & 3) {
            case 0 -> new Object[3];
            case 1 -> new Base[3];
            case 2 -> new Square[3];
            default -> new Shape[3];
        };
        Object value = make(b);
        array[b & 3] = value;
        array[a & 1] = null;
        return (array[0] == null ? 1 : 0) + (array[1] == null ? 2 : 0) + (array[2] == value ? 4 : 0);
    }

    static int grid(int a, int b) {
        int[][][] cube = new int[a & 3][b & 3][];
        Base[][] bases = new Base[2][b % 5];
        return cube.length * 100 + (cube.length > 0 ? cube[0].length * 10 : 7) + bases.length + bases[1].length;
    }

    static int tables(int a) {
        int result = switch (a) {
            case -1 -> 10;
            case 0 -> 11;
            case 1 -> 12;
            case 2, 3 -> 13;
            case 5 -> 14;
            case 7 -> 15;
            default -> 16;
        };
        switch (a) {
            case 100: result += 1;
            case 101: result += 2;
                break;
            case 127: result += 3;
                break;
            case 128: result += 4;
                break;
            default: result += 5;
        }
        return result;
    }

    static int lookups(int a) {
        switch (a) {
            case Integer.MIN_VALUE: return 1;
            case -32768: return 2;
            case -128: return 3;
            case -1: return 4;
            case 0: return 5;
            case 7: return 6;
            case 255: return 7;
            case 256: return 8;
            case 32767: return 9;
            case 65536: return 10;
            case Integer.MAX_VALUE: return 11;
            default: return 12;
        }
    }

    static long loops(int a, long b) {
        long sum = 0;
        for (int i = 0; i < (a & 31); i++) {
            for (long j = b & 15; j > 0; j--) {
                if ((i & 3) == 2) {
                    continue;
                }
                sum += i * j;
                if (sum > 5000) {
                    break;
                }
            }
        }
        int k = 0;
        do {
            sum ^= k;
        } while (k++ < 5);
        while (k > 0) {
            k -= 2;
        }
        return sum + k;
    }

    static int conditions(int a, int b) {
        int x = a > b ? a : b;
        int y = (a < 0 || b < 0) && a != b ? x + 1 : x - (a == b ? 3 : b > 5 ? 4 : 5);
        boolean p = a > 3 ^ b > 3;
        boolean q = p & a < b | !p;
        return x + y + add(p ? 1 : 2, q ? a : b) + (x > y == q ? 100 : 200);
    }

    static int references(int a, int b) {
        Base x = make(a);
        Base y = make(b);
        Base z = (a & 1) == 0 ? x : y;
        return (x == y ? 1 : 0) + (x != z ? 2 : 0) + (x == null ? 4 : 0) + (null != y ? 8 : 0) + (z == x ? 16 : 0);
    }

    static int fibonacci(int a) {
        int n = a & 15;
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    static int locks(int a) {
        Object lock = make(a);
        synchronized (lock) {
            counter += a;
        }
        return counter = locked(a) + new Locked().add(a, 3L);
    }

    private static synchronized int locked(int a) {
        if (a > 5) {
            return a;
        }
        return -a;
    }

    static final class Locked {
        private int sum;

        synchronized int add(int a, long b) {
            sum += a;
            return sum + (int) b;
        }
    }

    static int initialised(int a, int b) {
        // A class of java.base needs a check here; what is on the operand stack and in registers meanwhile must survive it.
        return a * 3 + (b ^ Integer.reverse(a + (b & 1)));
    }

    static long liveAcrossCalls(int a, long b, double c) {
        Base x = make(a & 1);
        int d = a * 3;
        long e = b + d;
        double f = c * 2;
        return x.area(d) + (e + (x.width * 5L + ((long) f + x.twice(d) + (e ^ x.area((int) e))))) + (long) (f + x.area(a));
    }

    static boolean booleans(int a, int b) {
        boolean[] flags = {a > b, a == b, a < b};
        return flags[(a & 0x7FFFFFFF) % 3] ? isEven(a) : !isEven(b);
    }

    private static boolean isEven(int a) {
        return (a & 1) == 0;
    }

    static int shifts(int a, int b) {
        int c = b;
        int d = a << c | a >>> -c;
        long e = (long) a << c;
        return d ^ (int) (e >>> 7) ^ c << c ^ (1 << a >> b);
    }

    static int divisions(int a, int b) {
        int q = a / b;
        int r = a % b;
        return q * b + r == a ? q ^ r : -1;
    }

    static int mixedKinds(int a, long b, float c, double d) {
        long x = a + b;
        float y = c + a;
        double z = d + b + y;
        return (int) x + (int) y + (int) z + (int) (x * y) + (a > c ? 1 : 0) + (b < d ? 2 : 0) + (c >= d ? 4 : 0);
    }

    /** Counts the monitors that are entered; called by the test's runtime, and here so that HotSpot has it too. */
    static void entered(int change) {
        monitors += change;
    }

    static class Trouble extends Throwable {
        private static final long serialVersionUID = 1;
        final int code;
        final Base cause;

        Trouble(int code, Base cause) {
            super(null, null, false, false);
            this.code = code;
            this.cause = cause;
        }
    }

    static final class BigTrouble extends Trouble {
        private static final long serialVersionUID = 1;

        BigTrouble(int code) {
            super(code * 2, new Square(code));
        }
    }

    private static int mayThrow(int a, Base base) throws Trouble {
        Base kept = make(a);
        if ((a & 3) == 1) {
            throw new Trouble(a, base);
        }
        if ((a & 3) == 2) {
            throw new BigTrouble(a);
        }
        return a + (kept == null ? 1 : kept.width);
    }

    static int exceptions(int a, int b) {
        Base base = new Base(b);
        int x = a;
        int result = 0;
        try {
            x = 5;
            result = mayThrow(a, base);
            x = 6;
            result += mayThrow(b, base) + base.width;
            x = 7;
        } catch (BigTrouble e) {
            result = e.code + e.cause.area(x) + base.width;
        } catch (Trouble e) {
            result = e.code * 3 + e.cause.width + x + base.area(2);
        } finally {
            result += x * 1000;
        }
        return result;
    }

    static int nestedExceptions(int a, int b) throws Trouble {
        Base base = new Last(a);
        int result = 1;
        for (int i = 0; i < 3; i++) {
            try {
                try {
                    result += mayThrow(a + i, base) + base.width;
                } finally {
                    result ^= i + base.area(b);
                    if (i == 2 && (b & 1) == 0) {
                        mayThrow(1, base);
                    }
                }
            } catch (BigTrouble e) {
                result += 17 + e.cause.width;
                continue;
            } catch (Trouble e) {
                result = rethrow(e, b) + result;
            }
        }
        return result;
    }

    private static int rethrow(Trouble e, int b) throws Trouble {
        if (b > 1000) {
            throw e;
        }
        return e.code + e.cause.width;
    }

    static int exceptionsInArguments(int a, int b) {
        Base base = make(b & 1);
        int c = a + 1;
        try {
            return add(add(a, c), add(mayThrow(a, base), mayThrow(b, base)));
        } catch (Trouble e) {
            return c + e.code + base.width;
        }
    }

    private static synchronized int lockedThrower(int a, Base base) throws Trouble {
        int result = mayThrow(a, base);
        return result + base.width;
    }

    static final class Account {
        private Base base;

        synchronized Base deposit(int a) throws Trouble {
            base = new Base(a);
            if (mayThrow(a, base) > 100) {
                return base;
            }
            return new Square(a);
        }

        synchronized double rate(double x) {
            return new Base((int) x).width * x;
        }
    }

    static int monitorsBalance(int a, int b) {
        int before = monitors;
        int result;
        try {
            synchronized (new Base(a)) {
                result = lockedThrower(b, new Base(a));
                synchronized (new Base(b)) {
                    Account account = new Account();
                    result += account.deposit(a).width + (int) account.rate(a);
                }
            }
        } catch (Trouble e) {
            result = e.code;
        }
        return result + (monitors - before) * 100_000;
    }

    static int mapsAcrossBranches(int a, int b) {
        Object x;
        if (a > b) {
            x = new Base(a);
        } else {
            int[] numbers = {a, b};
            x = numbers;
        }
        Base extra = null;
        {
            int reused = a;
            counter = reused;
        }
        {
            Base reused = new Base(b);
            extra = (b & 1) == 0 ? reused : make(1);
            counter += new Base(reused.width).width;
        }
        long wide = (long) a << 33;
        Base last = new Square(extra.width);
        return (x instanceof Base base ? base.width : ((int[]) x)[1]) + extra.width + last.width + (int) (wide >> 33);
    }

    static int referencesOnStack(int a, int b) {
        return sumOf(new Base(a), new Base(b), make(a & 1), a > b ? new Square(a) : new Base(b), (a & 1) == 0 ? null : new Last(3), new Base(a + b), new D9(5), new D3(b));
    }

    private static int sumOf(Base a, Base b, Base c, Base d, Base e, Base f, Base g, Base h) {
        Base[] all = {a, b, c, d, e, f, g, h};
        int sum = 0;
        for (Base each : all) {
            sum = sum * 7 + (each == null ? 1 : each.width + new Base(1).width);
        }
        return sum;
    }

    static int list(int a, int b) {
        Base head = null;
        for (int i = 0; i < (a & 15); i++) {
            Base next = new Base(i ^ b);
            next.next = head;
            head = next;
        }
        held = head;
        int sum = 0;
        for (Base each = (Base) held; each != null; each = each.next) {
            sum = sum * 31 + each.width;
        }
        return sum;
    }

    static int recursion(int a) {
        return a > 100_000_000 ? endless(a) + 1 : 0;
    }

    private static int endless(int a) {
        return endless(a - 1) + new Base(a).width;
    }

    static int throwsNull(int a) {
        RuntimeException exception = null;
        if (a > 3) {
            throw exception;
        }
        return a;
    }
}
