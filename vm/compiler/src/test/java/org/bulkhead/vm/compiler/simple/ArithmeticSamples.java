package org.bulkhead.vm.compiler.simple;

/** Each method is called natively and on HotSpot with many arguments: arithmetic and conversions. */
final class ArithmeticSamples {
    private ArithmeticSamples() {}

    static int intAdd(int a, int b) {
        return a + b;
    }

    static int intSub(int a, int b) {
        return a - b;
    }

    static int intMul(int a, int b) {
        return a * b;
    }

    static int intDiv(int a, int b) {
        return a / b;
    }

    static int intRem(int a, int b) {
        return a % b;
    }

    static int intAnd(int a, int b) {
        return a & b;
    }

    static int intOr(int a, int b) {
        return a | b;
    }

    static int intXor(int a, int b) {
        return a ^ b;
    }

    static int intShl(int a, int b) {
        return a << b;
    }

    static int intShlBy0(int a) {
        return a << 0;
    }

    static int intShlBy1(int a) {
        return a << 1;
    }

    static int intShlBy5(int a) {
        return a << 5;
    }

    static int intShlBy31(int a) {
        return a << 31;
    }

    static int intShlBy32(int a) {
        return a << 32;
    }

    static int intShlBy63(int a) {
        return a << 63;
    }

    static int intShlByMinus1(int a) {
        return a << -1;
    }

    static int intShr(int a, int b) {
        return a >> b;
    }

    static int intShrBy0(int a) {
        return a >> 0;
    }

    static int intShrBy1(int a) {
        return a >> 1;
    }

    static int intShrBy5(int a) {
        return a >> 5;
    }

    static int intShrBy31(int a) {
        return a >> 31;
    }

    static int intShrBy32(int a) {
        return a >> 32;
    }

    static int intShrBy63(int a) {
        return a >> 63;
    }

    static int intShrByMinus1(int a) {
        return a >> -1;
    }

    static int intUshr(int a, int b) {
        return a >>> b;
    }

    static int intUshrBy0(int a) {
        return a >>> 0;
    }

    static int intUshrBy1(int a) {
        return a >>> 1;
    }

    static int intUshrBy5(int a) {
        return a >>> 5;
    }

    static int intUshrBy31(int a) {
        return a >>> 31;
    }

    static int intUshrBy32(int a) {
        return a >>> 32;
    }

    static int intUshrBy63(int a) {
        return a >>> 63;
    }

    static int intUshrByMinus1(int a) {
        return a >>> -1;
    }

    static int intAddConst0(int a) {
        return a + 0;
    }

    static int intAddConst1(int a) {
        return a + 1;
    }

    static int intAddConstMinus1(int a) {
        return a + -1;
    }

    static int intAddConst2(int a) {
        return a + 2;
    }

    static int intAddConst3(int a) {
        return a + 3;
    }

    static int intAddConst7(int a) {
        return a + 7;
    }

    static int intAddConstMinus8(int a) {
        return a + -8;
    }

    static int intAddConst10(int a) {
        return a + 10;
    }

    static int intAddConst16(int a) {
        return a + 16;
    }

    static int intAddConst127(int a) {
        return a + 127;
    }

    static int intAddConst128(int a) {
        return a + 128;
    }

    static int intAddConst1000(int a) {
        return a + 1000;
    }

    static int intAddConst1024(int a) {
        return a + 1024;
    }

    static int intAddConstMinus2147483648(int a) {
        return a + -2147483648;
    }

    static int intAddConst2147483647(int a) {
        return a + 2147483647;
    }

    static int intAddConst65535(int a) {
        return a + 65535;
    }

    static int intSubConst0(int a) {
        return a - 0;
    }

    static int intSubConst1(int a) {
        return a - 1;
    }

    static int intSubConstMinus1(int a) {
        return a - -1;
    }

    static int intSubConst2(int a) {
        return a - 2;
    }

    static int intSubConst3(int a) {
        return a - 3;
    }

    static int intSubConst7(int a) {
        return a - 7;
    }

    static int intSubConstMinus8(int a) {
        return a - -8;
    }

    static int intSubConst10(int a) {
        return a - 10;
    }

    static int intSubConst16(int a) {
        return a - 16;
    }

    static int intSubConst127(int a) {
        return a - 127;
    }

    static int intSubConst128(int a) {
        return a - 128;
    }

    static int intSubConst1000(int a) {
        return a - 1000;
    }

    static int intSubConst1024(int a) {
        return a - 1024;
    }

    static int intSubConstMinus2147483648(int a) {
        return a - -2147483648;
    }

    static int intSubConst2147483647(int a) {
        return a - 2147483647;
    }

    static int intSubConst65535(int a) {
        return a - 65535;
    }

    static int intMulConst0(int a) {
        return a * 0;
    }

    static int intMulConst1(int a) {
        return a * 1;
    }

    static int intMulConstMinus1(int a) {
        return a * -1;
    }

    static int intMulConst2(int a) {
        return a * 2;
    }

    static int intMulConst3(int a) {
        return a * 3;
    }

    static int intMulConst7(int a) {
        return a * 7;
    }

    static int intMulConstMinus8(int a) {
        return a * -8;
    }

    static int intMulConst10(int a) {
        return a * 10;
    }

    static int intMulConst16(int a) {
        return a * 16;
    }

    static int intMulConst127(int a) {
        return a * 127;
    }

    static int intMulConst128(int a) {
        return a * 128;
    }

    static int intMulConst1000(int a) {
        return a * 1000;
    }

    static int intMulConst1024(int a) {
        return a * 1024;
    }

    static int intMulConstMinus2147483648(int a) {
        return a * -2147483648;
    }

    static int intMulConst2147483647(int a) {
        return a * 2147483647;
    }

    static int intMulConst65535(int a) {
        return a * 65535;
    }

    static int intDivConst1(int a) {
        return a / 1;
    }

    static int intDivConstMinus1(int a) {
        return a / -1;
    }

    static int intDivConst2(int a) {
        return a / 2;
    }

    static int intDivConst3(int a) {
        return a / 3;
    }

    static int intDivConst7(int a) {
        return a / 7;
    }

    static int intDivConstMinus8(int a) {
        return a / -8;
    }

    static int intDivConst10(int a) {
        return a / 10;
    }

    static int intDivConst16(int a) {
        return a / 16;
    }

    static int intDivConst127(int a) {
        return a / 127;
    }

    static int intDivConst128(int a) {
        return a / 128;
    }

    static int intDivConst1000(int a) {
        return a / 1000;
    }

    static int intDivConst1024(int a) {
        return a / 1024;
    }

    static int intDivConstMinus2147483648(int a) {
        return a / -2147483648;
    }

    static int intDivConst2147483647(int a) {
        return a / 2147483647;
    }

    static int intDivConst65535(int a) {
        return a / 65535;
    }

    static int intRemConst1(int a) {
        return a % 1;
    }

    static int intRemConstMinus1(int a) {
        return a % -1;
    }

    static int intRemConst2(int a) {
        return a % 2;
    }

    static int intRemConst3(int a) {
        return a % 3;
    }

    static int intRemConst7(int a) {
        return a % 7;
    }

    static int intRemConstMinus8(int a) {
        return a % -8;
    }

    static int intRemConst10(int a) {
        return a % 10;
    }

    static int intRemConst16(int a) {
        return a % 16;
    }

    static int intRemConst127(int a) {
        return a % 127;
    }

    static int intRemConst128(int a) {
        return a % 128;
    }

    static int intRemConst1000(int a) {
        return a % 1000;
    }

    static int intRemConst1024(int a) {
        return a % 1024;
    }

    static int intRemConstMinus2147483648(int a) {
        return a % -2147483648;
    }

    static int intRemConst2147483647(int a) {
        return a % 2147483647;
    }

    static int intRemConst65535(int a) {
        return a % 65535;
    }

    static int intAndConst0(int a) {
        return a & 0;
    }

    static int intAndConst1(int a) {
        return a & 1;
    }

    static int intAndConstMinus1(int a) {
        return a & -1;
    }

    static int intAndConst2(int a) {
        return a & 2;
    }

    static int intAndConst3(int a) {
        return a & 3;
    }

    static int intAndConst7(int a) {
        return a & 7;
    }

    static int intAndConstMinus8(int a) {
        return a & -8;
    }

    static int intAndConst10(int a) {
        return a & 10;
    }

    static int intAndConst16(int a) {
        return a & 16;
    }

    static int intAndConst127(int a) {
        return a & 127;
    }

    static int intAndConst128(int a) {
        return a & 128;
    }

    static int intAndConst1000(int a) {
        return a & 1000;
    }

    static int intAndConst1024(int a) {
        return a & 1024;
    }

    static int intAndConstMinus2147483648(int a) {
        return a & -2147483648;
    }

    static int intAndConst2147483647(int a) {
        return a & 2147483647;
    }

    static int intAndConst65535(int a) {
        return a & 65535;
    }

    static int intOrConst0(int a) {
        return a | 0;
    }

    static int intOrConst1(int a) {
        return a | 1;
    }

    static int intOrConstMinus1(int a) {
        return a | -1;
    }

    static int intOrConst2(int a) {
        return a | 2;
    }

    static int intOrConst3(int a) {
        return a | 3;
    }

    static int intOrConst7(int a) {
        return a | 7;
    }

    static int intOrConstMinus8(int a) {
        return a | -8;
    }

    static int intOrConst10(int a) {
        return a | 10;
    }

    static int intOrConst16(int a) {
        return a | 16;
    }

    static int intOrConst127(int a) {
        return a | 127;
    }

    static int intOrConst128(int a) {
        return a | 128;
    }

    static int intOrConst1000(int a) {
        return a | 1000;
    }

    static int intOrConst1024(int a) {
        return a | 1024;
    }

    static int intOrConstMinus2147483648(int a) {
        return a | -2147483648;
    }

    static int intOrConst2147483647(int a) {
        return a | 2147483647;
    }

    static int intOrConst65535(int a) {
        return a | 65535;
    }

    static int intXorConst0(int a) {
        return a ^ 0;
    }

    static int intXorConst1(int a) {
        return a ^ 1;
    }

    static int intXorConstMinus1(int a) {
        return a ^ -1;
    }

    static int intXorConst2(int a) {
        return a ^ 2;
    }

    static int intXorConst3(int a) {
        return a ^ 3;
    }

    static int intXorConst7(int a) {
        return a ^ 7;
    }

    static int intXorConstMinus8(int a) {
        return a ^ -8;
    }

    static int intXorConst10(int a) {
        return a ^ 10;
    }

    static int intXorConst16(int a) {
        return a ^ 16;
    }

    static int intXorConst127(int a) {
        return a ^ 127;
    }

    static int intXorConst128(int a) {
        return a ^ 128;
    }

    static int intXorConst1000(int a) {
        return a ^ 1000;
    }

    static int intXorConst1024(int a) {
        return a ^ 1024;
    }

    static int intXorConstMinus2147483648(int a) {
        return a ^ -2147483648;
    }

    static int intXorConst2147483647(int a) {
        return a ^ 2147483647;
    }

    static int intXorConst65535(int a) {
        return a ^ 65535;
    }

    static int intConst0Sub(int a) {
        return 0 - a;
    }

    static int intConst0Div(int a) {
        return 0 / a;
    }

    static int intConst0Rem(int a) {
        return 0 % a;
    }

    static int intConst7Sub(int a) {
        return 7 - a;
    }

    static int intConst7Div(int a) {
        return 7 / a;
    }

    static int intConst7Rem(int a) {
        return 7 % a;
    }

    static int intConstMinus8Sub(int a) {
        return -8 - a;
    }

    static int intConstMinus8Div(int a) {
        return -8 / a;
    }

    static int intConstMinus8Rem(int a) {
        return -8 % a;
    }

    static int intConst2147483647Sub(int a) {
        return 2147483647 - a;
    }

    static int intConst2147483647Div(int a) {
        return 2147483647 / a;
    }

    static int intConst2147483647Rem(int a) {
        return 2147483647 % a;
    }

    static int intNeg(int a) {
        return -a;
    }

    static int intMixed(int a, int b) {
        int c = a * 3 + b;
        int d = c - a;
        c += d ^ b;
        return (a + b) * (c - d) + (a & ~d | b) - (c >>> 3) * (b << 2);
    }

    static int intDeep(int a, int b) {
        return a + (b + (a * (b - (a ^ (b + (a * (b - (a | (b + (a * (b - (a & (b + (a * (b - (a + (b ^ (a - b))))))))))))))))));
    }

    static int intSelfOps(int a, int b) {
        int c = a;
        c = c - c + (b - b) + (a * a) - (b * b);
        int d = c;
        d <<= 3;
        return c - d + (a - a % 7);
    }

    static long longAdd(long a, long b) {
        return a + b;
    }

    static long longSub(long a, long b) {
        return a - b;
    }

    static long longMul(long a, long b) {
        return a * b;
    }

    static long longDiv(long a, long b) {
        return a / b;
    }

    static long longRem(long a, long b) {
        return a % b;
    }

    static long longAnd(long a, long b) {
        return a & b;
    }

    static long longOr(long a, long b) {
        return a | b;
    }

    static long longXor(long a, long b) {
        return a ^ b;
    }

    static long longShl(long a, int b) {
        return a << b;
    }

    static long longShlBy0(long a) {
        return a << 0;
    }

    static long longShlBy1(long a) {
        return a << 1;
    }

    static long longShlBy5(long a) {
        return a << 5;
    }

    static long longShlBy31(long a) {
        return a << 31;
    }

    static long longShlBy32(long a) {
        return a << 32;
    }

    static long longShlBy63(long a) {
        return a << 63;
    }

    static long longShlByMinus1(long a) {
        return a << -1;
    }

    static long longShr(long a, int b) {
        return a >> b;
    }

    static long longShrBy0(long a) {
        return a >> 0;
    }

    static long longShrBy1(long a) {
        return a >> 1;
    }

    static long longShrBy5(long a) {
        return a >> 5;
    }

    static long longShrBy31(long a) {
        return a >> 31;
    }

    static long longShrBy32(long a) {
        return a >> 32;
    }

    static long longShrBy63(long a) {
        return a >> 63;
    }

    static long longShrByMinus1(long a) {
        return a >> -1;
    }

    static long longUshr(long a, int b) {
        return a >>> b;
    }

    static long longUshrBy0(long a) {
        return a >>> 0;
    }

    static long longUshrBy1(long a) {
        return a >>> 1;
    }

    static long longUshrBy5(long a) {
        return a >>> 5;
    }

    static long longUshrBy31(long a) {
        return a >>> 31;
    }

    static long longUshrBy32(long a) {
        return a >>> 32;
    }

    static long longUshrBy63(long a) {
        return a >>> 63;
    }

    static long longUshrByMinus1(long a) {
        return a >>> -1;
    }

    static long longAddConst0(long a) {
        return a + 0L;
    }

    static long longAddConst1(long a) {
        return a + 1L;
    }

    static long longAddConstMinus1(long a) {
        return a + -1L;
    }

    static long longAddConst2(long a) {
        return a + 2L;
    }

    static long longAddConst3(long a) {
        return a + 3L;
    }

    static long longAddConst7(long a) {
        return a + 7L;
    }

    static long longAddConstMinus8(long a) {
        return a + -8L;
    }

    static long longAddConst10(long a) {
        return a + 10L;
    }

    static long longAddConst16(long a) {
        return a + 16L;
    }

    static long longAddConst127(long a) {
        return a + 127L;
    }

    static long longAddConst128(long a) {
        return a + 128L;
    }

    static long longAddConst1000(long a) {
        return a + 1000L;
    }

    static long longAddConst1024(long a) {
        return a + 1024L;
    }

    static long longAddConstMinus2147483648(long a) {
        return a + -2147483648L;
    }

    static long longAddConst2147483647(long a) {
        return a + 2147483647L;
    }

    static long longAddConst65535(long a) {
        return a + 65535L;
    }

    static long longAddConst4294967296(long a) {
        return a + 4294967296L;
    }

    static long longAddConstMinus9223372036854775808(long a) {
        return a + -9223372036854775808L;
    }

    static long longAddConst1099511627776(long a) {
        return a + 1099511627776L;
    }

    static long longAddConst12345678901234(long a) {
        return a + 12345678901234L;
    }

    static long longSubConst0(long a) {
        return a - 0L;
    }

    static long longSubConst1(long a) {
        return a - 1L;
    }

    static long longSubConstMinus1(long a) {
        return a - -1L;
    }

    static long longSubConst2(long a) {
        return a - 2L;
    }

    static long longSubConst3(long a) {
        return a - 3L;
    }

    static long longSubConst7(long a) {
        return a - 7L;
    }

    static long longSubConstMinus8(long a) {
        return a - -8L;
    }

    static long longSubConst10(long a) {
        return a - 10L;
    }

    static long longSubConst16(long a) {
        return a - 16L;
    }

    static long longSubConst127(long a) {
        return a - 127L;
    }

    static long longSubConst128(long a) {
        return a - 128L;
    }

    static long longSubConst1000(long a) {
        return a - 1000L;
    }

    static long longSubConst1024(long a) {
        return a - 1024L;
    }

    static long longSubConstMinus2147483648(long a) {
        return a - -2147483648L;
    }

    static long longSubConst2147483647(long a) {
        return a - 2147483647L;
    }

    static long longSubConst65535(long a) {
        return a - 65535L;
    }

    static long longSubConst4294967296(long a) {
        return a - 4294967296L;
    }

    static long longSubConstMinus9223372036854775808(long a) {
        return a - -9223372036854775808L;
    }

    static long longSubConst1099511627776(long a) {
        return a - 1099511627776L;
    }

    static long longSubConst12345678901234(long a) {
        return a - 12345678901234L;
    }

    static long longMulConst0(long a) {
        return a * 0L;
    }

    static long longMulConst1(long a) {
        return a * 1L;
    }

    static long longMulConstMinus1(long a) {
        return a * -1L;
    }

    static long longMulConst2(long a) {
        return a * 2L;
    }

    static long longMulConst3(long a) {
        return a * 3L;
    }

    static long longMulConst7(long a) {
        return a * 7L;
    }

    static long longMulConstMinus8(long a) {
        return a * -8L;
    }

    static long longMulConst10(long a) {
        return a * 10L;
    }

    static long longMulConst16(long a) {
        return a * 16L;
    }

    static long longMulConst127(long a) {
        return a * 127L;
    }

    static long longMulConst128(long a) {
        return a * 128L;
    }

    static long longMulConst1000(long a) {
        return a * 1000L;
    }

    static long longMulConst1024(long a) {
        return a * 1024L;
    }

    static long longMulConstMinus2147483648(long a) {
        return a * -2147483648L;
    }

    static long longMulConst2147483647(long a) {
        return a * 2147483647L;
    }

    static long longMulConst65535(long a) {
        return a * 65535L;
    }

    static long longMulConst4294967296(long a) {
        return a * 4294967296L;
    }

    static long longMulConstMinus9223372036854775808(long a) {
        return a * -9223372036854775808L;
    }

    static long longMulConst1099511627776(long a) {
        return a * 1099511627776L;
    }

    static long longMulConst12345678901234(long a) {
        return a * 12345678901234L;
    }

    static long longDivConst1(long a) {
        return a / 1L;
    }

    static long longDivConstMinus1(long a) {
        return a / -1L;
    }

    static long longDivConst2(long a) {
        return a / 2L;
    }

    static long longDivConst3(long a) {
        return a / 3L;
    }

    static long longDivConst7(long a) {
        return a / 7L;
    }

    static long longDivConstMinus8(long a) {
        return a / -8L;
    }

    static long longDivConst10(long a) {
        return a / 10L;
    }

    static long longDivConst16(long a) {
        return a / 16L;
    }

    static long longDivConst127(long a) {
        return a / 127L;
    }

    static long longDivConst128(long a) {
        return a / 128L;
    }

    static long longDivConst1000(long a) {
        return a / 1000L;
    }

    static long longDivConst1024(long a) {
        return a / 1024L;
    }

    static long longDivConstMinus2147483648(long a) {
        return a / -2147483648L;
    }

    static long longDivConst2147483647(long a) {
        return a / 2147483647L;
    }

    static long longDivConst65535(long a) {
        return a / 65535L;
    }

    static long longDivConst4294967296(long a) {
        return a / 4294967296L;
    }

    static long longDivConstMinus9223372036854775808(long a) {
        return a / -9223372036854775808L;
    }

    static long longDivConst1099511627776(long a) {
        return a / 1099511627776L;
    }

    static long longDivConst12345678901234(long a) {
        return a / 12345678901234L;
    }

    static long longRemConst1(long a) {
        return a % 1L;
    }

    static long longRemConstMinus1(long a) {
        return a % -1L;
    }

    static long longRemConst2(long a) {
        return a % 2L;
    }

    static long longRemConst3(long a) {
        return a % 3L;
    }

    static long longRemConst7(long a) {
        return a % 7L;
    }

    static long longRemConstMinus8(long a) {
        return a % -8L;
    }

    static long longRemConst10(long a) {
        return a % 10L;
    }

    static long longRemConst16(long a) {
        return a % 16L;
    }

    static long longRemConst127(long a) {
        return a % 127L;
    }

    static long longRemConst128(long a) {
        return a % 128L;
    }

    static long longRemConst1000(long a) {
        return a % 1000L;
    }

    static long longRemConst1024(long a) {
        return a % 1024L;
    }

    static long longRemConstMinus2147483648(long a) {
        return a % -2147483648L;
    }

    static long longRemConst2147483647(long a) {
        return a % 2147483647L;
    }

    static long longRemConst65535(long a) {
        return a % 65535L;
    }

    static long longRemConst4294967296(long a) {
        return a % 4294967296L;
    }

    static long longRemConstMinus9223372036854775808(long a) {
        return a % -9223372036854775808L;
    }

    static long longRemConst1099511627776(long a) {
        return a % 1099511627776L;
    }

    static long longRemConst12345678901234(long a) {
        return a % 12345678901234L;
    }

    static long longAndConst0(long a) {
        return a & 0L;
    }

    static long longAndConst1(long a) {
        return a & 1L;
    }

    static long longAndConstMinus1(long a) {
        return a & -1L;
    }

    static long longAndConst2(long a) {
        return a & 2L;
    }

    static long longAndConst3(long a) {
        return a & 3L;
    }

    static long longAndConst7(long a) {
        return a & 7L;
    }

    static long longAndConstMinus8(long a) {
        return a & -8L;
    }

    static long longAndConst10(long a) {
        return a & 10L;
    }

    static long longAndConst16(long a) {
        return a & 16L;
    }

    static long longAndConst127(long a) {
        return a & 127L;
    }

    static long longAndConst128(long a) {
        return a & 128L;
    }

    static long longAndConst1000(long a) {
        return a & 1000L;
    }

    static long longAndConst1024(long a) {
        return a & 1024L;
    }

    static long longAndConstMinus2147483648(long a) {
        return a & -2147483648L;
    }

    static long longAndConst2147483647(long a) {
        return a & 2147483647L;
    }

    static long longAndConst65535(long a) {
        return a & 65535L;
    }

    static long longAndConst4294967296(long a) {
        return a & 4294967296L;
    }

    static long longAndConstMinus9223372036854775808(long a) {
        return a & -9223372036854775808L;
    }

    static long longAndConst1099511627776(long a) {
        return a & 1099511627776L;
    }

    static long longAndConst12345678901234(long a) {
        return a & 12345678901234L;
    }

    static long longOrConst0(long a) {
        return a | 0L;
    }

    static long longOrConst1(long a) {
        return a | 1L;
    }

    static long longOrConstMinus1(long a) {
        return a | -1L;
    }

    static long longOrConst2(long a) {
        return a | 2L;
    }

    static long longOrConst3(long a) {
        return a | 3L;
    }

    static long longOrConst7(long a) {
        return a | 7L;
    }

    static long longOrConstMinus8(long a) {
        return a | -8L;
    }

    static long longOrConst10(long a) {
        return a | 10L;
    }

    static long longOrConst16(long a) {
        return a | 16L;
    }

    static long longOrConst127(long a) {
        return a | 127L;
    }

    static long longOrConst128(long a) {
        return a | 128L;
    }

    static long longOrConst1000(long a) {
        return a | 1000L;
    }

    static long longOrConst1024(long a) {
        return a | 1024L;
    }

    static long longOrConstMinus2147483648(long a) {
        return a | -2147483648L;
    }

    static long longOrConst2147483647(long a) {
        return a | 2147483647L;
    }

    static long longOrConst65535(long a) {
        return a | 65535L;
    }

    static long longOrConst4294967296(long a) {
        return a | 4294967296L;
    }

    static long longOrConstMinus9223372036854775808(long a) {
        return a | -9223372036854775808L;
    }

    static long longOrConst1099511627776(long a) {
        return a | 1099511627776L;
    }

    static long longOrConst12345678901234(long a) {
        return a | 12345678901234L;
    }

    static long longXorConst0(long a) {
        return a ^ 0L;
    }

    static long longXorConst1(long a) {
        return a ^ 1L;
    }

    static long longXorConstMinus1(long a) {
        return a ^ -1L;
    }

    static long longXorConst2(long a) {
        return a ^ 2L;
    }

    static long longXorConst3(long a) {
        return a ^ 3L;
    }

    static long longXorConst7(long a) {
        return a ^ 7L;
    }

    static long longXorConstMinus8(long a) {
        return a ^ -8L;
    }

    static long longXorConst10(long a) {
        return a ^ 10L;
    }

    static long longXorConst16(long a) {
        return a ^ 16L;
    }

    static long longXorConst127(long a) {
        return a ^ 127L;
    }

    static long longXorConst128(long a) {
        return a ^ 128L;
    }

    static long longXorConst1000(long a) {
        return a ^ 1000L;
    }

    static long longXorConst1024(long a) {
        return a ^ 1024L;
    }

    static long longXorConstMinus2147483648(long a) {
        return a ^ -2147483648L;
    }

    static long longXorConst2147483647(long a) {
        return a ^ 2147483647L;
    }

    static long longXorConst65535(long a) {
        return a ^ 65535L;
    }

    static long longXorConst4294967296(long a) {
        return a ^ 4294967296L;
    }

    static long longXorConstMinus9223372036854775808(long a) {
        return a ^ -9223372036854775808L;
    }

    static long longXorConst1099511627776(long a) {
        return a ^ 1099511627776L;
    }

    static long longXorConst12345678901234(long a) {
        return a ^ 12345678901234L;
    }

    static long longConst0Sub(long a) {
        return 0L - a;
    }

    static long longConst0Div(long a) {
        return 0L / a;
    }

    static long longConst0Rem(long a) {
        return 0L % a;
    }

    static long longConst7Sub(long a) {
        return 7L - a;
    }

    static long longConst7Div(long a) {
        return 7L / a;
    }

    static long longConst7Rem(long a) {
        return 7L % a;
    }

    static long longConstMinus8Sub(long a) {
        return -8L - a;
    }

    static long longConstMinus8Div(long a) {
        return -8L / a;
    }

    static long longConstMinus8Rem(long a) {
        return -8L % a;
    }

    static long longConst2147483647Sub(long a) {
        return 2147483647L - a;
    }

    static long longConst2147483647Div(long a) {
        return 2147483647L / a;
    }

    static long longConst2147483647Rem(long a) {
        return 2147483647L % a;
    }

    static long longNeg(long a) {
        return -a;
    }

    static long longMixed(long a, long b) {
        long c = a * 3 + b;
        long d = c - a;
        c += d ^ b;
        return (a + b) * (c - d) + (a & ~d | b) - (c >>> 3) * (b << 2);
    }

    static long longDeep(long a, long b) {
        return a + (b + (a * (b - (a ^ (b + (a * (b - (a | (b + (a * (b - (a & (b + (a * (b - (a + (b ^ (a - b))))))))))))))))));
    }

    static long longSelfOps(long a, long b) {
        long c = a;
        c = c - c + (b - b) + (a * a) - (b * b);
        long d = c;
        d <<= 3;
        return c - d + (a - a % 7);
    }

    static float floatAdd(float a, float b) {
        return a + b;
    }

    static float floatSub(float a, float b) {
        return a - b;
    }

    static float floatMul(float a, float b) {
        return a * b;
    }

    static float floatDiv(float a, float b) {
        return a / b;
    }

    static float floatRem(float a, float b) {
        return a % b;
    }

    static float floatAddConst0(float a) {
        return a + 0.0f;
    }

    static float floatAddConst1(float a) {
        return a + -0.0f;
    }

    static float floatAddConst2(float a) {
        return a + 1.0f;
    }

    static float floatAddConst3(float a) {
        return a + 2.5f;
    }

    static float floatAddConst4(float a) {
        return a + 1e-30f;
    }

    static float floatSubConst0(float a) {
        return a - 0.0f;
    }

    static float floatSubConst1(float a) {
        return a - -0.0f;
    }

    static float floatSubConst2(float a) {
        return a - 1.0f;
    }

    static float floatSubConst3(float a) {
        return a - 2.5f;
    }

    static float floatSubConst4(float a) {
        return a - 1e-30f;
    }

    static float floatMulConst0(float a) {
        return a * 0.0f;
    }

    static float floatMulConst1(float a) {
        return a * -0.0f;
    }

    static float floatMulConst2(float a) {
        return a * 1.0f;
    }

    static float floatMulConst3(float a) {
        return a * 2.5f;
    }

    static float floatMulConst4(float a) {
        return a * 1e-30f;
    }

    static float floatDivConst0(float a) {
        return a / 0.0f;
    }

    static float floatDivConst1(float a) {
        return a / -0.0f;
    }

    static float floatDivConst2(float a) {
        return a / 1.0f;
    }

    static float floatDivConst3(float a) {
        return a / 2.5f;
    }

    static float floatDivConst4(float a) {
        return a / 1e-30f;
    }

    static float floatRemConst0(float a) {
        return a % 0.0f;
    }

    static float floatRemConst1(float a) {
        return a % -0.0f;
    }

    static float floatRemConst2(float a) {
        return a % 1.0f;
    }

    static float floatRemConst3(float a) {
        return a % 2.5f;
    }

    static float floatRemConst4(float a) {
        return a % 1e-30f;
    }

    static int floatLt(float a, float b) {
        if (a < b) {
            return 7;
        }
        return 9;
    }

    static int floatNotLt(float a, float b) {
        return !(a < b) ? 3 : 4;
    }

    static int floatLe(float a, float b) {
        if (a <= b) {
            return 7;
        }
        return 9;
    }

    static int floatNotLe(float a, float b) {
        return !(a <= b) ? 3 : 4;
    }

    static int floatGt(float a, float b) {
        if (a > b) {
            return 7;
        }
        return 9;
    }

    static int floatNotGt(float a, float b) {
        return !(a > b) ? 3 : 4;
    }

    static int floatGe(float a, float b) {
        if (a >= b) {
            return 7;
        }
        return 9;
    }

    static int floatNotGe(float a, float b) {
        return !(a >= b) ? 3 : 4;
    }

    static int floatEq(float a, float b) {
        if (a == b) {
            return 7;
        }
        return 9;
    }

    static int floatNotEq(float a, float b) {
        return !(a == b) ? 3 : 4;
    }

    static int floatNe(float a, float b) {
        if (a != b) {
            return 7;
        }
        return 9;
    }

    static int floatNotNe(float a, float b) {
        return !(a != b) ? 3 : 4;
    }

    static float floatNeg(float a) {
        return -a;
    }

    static float floatAbs(float a) {
        return Math.abs(a);
    }

    static int floatCompare(float a, float b) {
        return Float.compare(a, b);
    }

    static float floatMixed(float a, float b) {
        float c = a * 3 + b;
        return (a + b) * (c - a) / (b - c) + (a - (b * (c + (a / (b - (c * (a + b)))))));
    }

    static float floatDeep(float a, float b) {
        return a + (b + (a * (b - (a + (b + (a * (b - (a - (b + (a * (b - (a + (b + (a * (b - (a + (b + (a - b))))))))))))))))));
    }

    static double doubleAdd(double a, double b) {
        return a + b;
    }

    static double doubleSub(double a, double b) {
        return a - b;
    }

    static double doubleMul(double a, double b) {
        return a * b;
    }

    static double doubleDiv(double a, double b) {
        return a / b;
    }

    static double doubleRem(double a, double b) {
        return a % b;
    }

    static double doubleAddConst0(double a) {
        return a + 0.0;
    }

    static double doubleAddConst1(double a) {
        return a + -0.0;
    }

    static double doubleAddConst2(double a) {
        return a + 1.0;
    }

    static double doubleAddConst3(double a) {
        return a + 2.5;
    }

    static double doubleAddConst4(double a) {
        return a + 1e-30;
    }

    static double doubleSubConst0(double a) {
        return a - 0.0;
    }

    static double doubleSubConst1(double a) {
        return a - -0.0;
    }

    static double doubleSubConst2(double a) {
        return a - 1.0;
    }

    static double doubleSubConst3(double a) {
        return a - 2.5;
    }

    static double doubleSubConst4(double a) {
        return a - 1e-30;
    }

    static double doubleMulConst0(double a) {
        return a * 0.0;
    }

    static double doubleMulConst1(double a) {
        return a * -0.0;
    }

    static double doubleMulConst2(double a) {
        return a * 1.0;
    }

    static double doubleMulConst3(double a) {
        return a * 2.5;
    }

    static double doubleMulConst4(double a) {
        return a * 1e-30;
    }

    static double doubleDivConst0(double a) {
        return a / 0.0;
    }

    static double doubleDivConst1(double a) {
        return a / -0.0;
    }

    static double doubleDivConst2(double a) {
        return a / 1.0;
    }

    static double doubleDivConst3(double a) {
        return a / 2.5;
    }

    static double doubleDivConst4(double a) {
        return a / 1e-30;
    }

    static double doubleRemConst0(double a) {
        return a % 0.0;
    }

    static double doubleRemConst1(double a) {
        return a % -0.0;
    }

    static double doubleRemConst2(double a) {
        return a % 1.0;
    }

    static double doubleRemConst3(double a) {
        return a % 2.5;
    }

    static double doubleRemConst4(double a) {
        return a % 1e-30;
    }

    static int doubleLt(double a, double b) {
        if (a < b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotLt(double a, double b) {
        return !(a < b) ? 3 : 4;
    }

    static int doubleLe(double a, double b) {
        if (a <= b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotLe(double a, double b) {
        return !(a <= b) ? 3 : 4;
    }

    static int doubleGt(double a, double b) {
        if (a > b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotGt(double a, double b) {
        return !(a > b) ? 3 : 4;
    }

    static int doubleGe(double a, double b) {
        if (a >= b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotGe(double a, double b) {
        return !(a >= b) ? 3 : 4;
    }

    static int doubleEq(double a, double b) {
        if (a == b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotEq(double a, double b) {
        return !(a == b) ? 3 : 4;
    }

    static int doubleNe(double a, double b) {
        if (a != b) {
            return 7;
        }
        return 9;
    }

    static int doubleNotNe(double a, double b) {
        return !(a != b) ? 3 : 4;
    }

    static double doubleNeg(double a) {
        return -a;
    }

    static double doubleAbs(double a) {
        return Math.abs(a);
    }

    static int doubleCompare(double a, double b) {
        return Double.compare(a, b);
    }

    static double doubleMixed(double a, double b) {
        double c = a * 3 + b;
        return (a + b) * (c - a) / (b - c) + (a - (b * (c + (a / (b - (c * (a + b)))))));
    }

    static double doubleDeep(double a, double b) {
        return a + (b + (a * (b - (a + (b + (a * (b - (a - (b + (a * (b - (a + (b + (a * (b - (a + (b + (a - b))))))))))))))))));
    }

    static long intToLong(int a) {
        return (long) a;
    }

    static long intToLongSum(int a) {
        return (long) ((long) a + (long) 1);
    }

    static float intToFloat(int a) {
        return (float) a;
    }

    static long intToFloatSum(int a) {
        return (long) ((float) a + (float) 1);
    }

    static double intToDouble(int a) {
        return (double) a;
    }

    static long intToDoubleSum(int a) {
        return (long) ((double) a + (double) 1);
    }

    static byte intToByte(int a) {
        return (byte) a;
    }

    static long intToByteSum(int a) {
        return (long) ((byte) a + (byte) 1);
    }

    static char intToChar(int a) {
        return (char) a;
    }

    static long intToCharSum(int a) {
        return (long) ((char) a + (char) 1);
    }

    static short intToShort(int a) {
        return (short) a;
    }

    static long intToShortSum(int a) {
        return (long) ((short) a + (short) 1);
    }

    static int longToInt(long a) {
        return (int) a;
    }

    static long longToIntSum(long a) {
        return (long) ((int) a + (int) 1);
    }

    static float longToFloat(long a) {
        return (float) a;
    }

    static long longToFloatSum(long a) {
        return (long) ((float) a + (float) 1);
    }

    static double longToDouble(long a) {
        return (double) a;
    }

    static long longToDoubleSum(long a) {
        return (long) ((double) a + (double) 1);
    }

    static byte longToByte(long a) {
        return (byte) a;
    }

    static long longToByteSum(long a) {
        return (long) ((byte) a + (byte) 1);
    }

    static char longToChar(long a) {
        return (char) a;
    }

    static long longToCharSum(long a) {
        return (long) ((char) a + (char) 1);
    }

    static short longToShort(long a) {
        return (short) a;
    }

    static long longToShortSum(long a) {
        return (long) ((short) a + (short) 1);
    }

    static int floatToInt(float a) {
        return (int) a;
    }

    static long floatToIntSum(float a) {
        return (long) ((int) a + (int) 1);
    }

    static long floatToLong(float a) {
        return (long) a;
    }

    static long floatToLongSum(float a) {
        return (long) ((long) a + (long) 1);
    }

    static double floatToDouble(float a) {
        return (double) a;
    }

    static long floatToDoubleSum(float a) {
        return (long) ((double) a + (double) 1);
    }

    static byte floatToByte(float a) {
        return (byte) a;
    }

    static long floatToByteSum(float a) {
        return (long) ((byte) a + (byte) 1);
    }

    static char floatToChar(float a) {
        return (char) a;
    }

    static long floatToCharSum(float a) {
        return (long) ((char) a + (char) 1);
    }

    static short floatToShort(float a) {
        return (short) a;
    }

    static long floatToShortSum(float a) {
        return (long) ((short) a + (short) 1);
    }

    static int doubleToInt(double a) {
        return (int) a;
    }

    static long doubleToIntSum(double a) {
        return (long) ((int) a + (int) 1);
    }

    static long doubleToLong(double a) {
        return (long) a;
    }

    static long doubleToLongSum(double a) {
        return (long) ((long) a + (long) 1);
    }

    static float doubleToFloat(double a) {
        return (float) a;
    }

    static long doubleToFloatSum(double a) {
        return (long) ((float) a + (float) 1);
    }

    static byte doubleToByte(double a) {
        return (byte) a;
    }

    static long doubleToByteSum(double a) {
        return (long) ((byte) a + (byte) 1);
    }

    static char doubleToChar(double a) {
        return (char) a;
    }

    static long doubleToCharSum(double a) {
        return (long) ((char) a + (char) 1);
    }

    static short doubleToShort(double a) {
        return (short) a;
    }

    static long doubleToShortSum(double a) {
        return (long) ((short) a + (short) 1);
    }

    static boolean intLt(int a, int b) {
        return a < b;
    }

    static int intLtConst(int a) {
        return a < 5 ? 1 : a < 0 ? 2 : a < -300 ? 3 : 4;
    }

    static int intConstLt(int a) {
        return 5 < a ? 1 : 0 < a ? 2 : 3;
    }

    static boolean intLe(int a, int b) {
        return a <= b;
    }

    static int intLeConst(int a) {
        return a <= 5 ? 1 : a <= 0 ? 2 : a <= -300 ? 3 : 4;
    }

    static int intConstLe(int a) {
        return 5 <= a ? 1 : 0 <= a ? 2 : 3;
    }

    static boolean intGt(int a, int b) {
        return a > b;
    }

    static int intGtConst(int a) {
        return a > 5 ? 1 : a > 0 ? 2 : a > -300 ? 3 : 4;
    }

    static int intConstGt(int a) {
        return 5 > a ? 1 : 0 > a ? 2 : 3;
    }

    static boolean intGe(int a, int b) {
        return a >= b;
    }

    static int intGeConst(int a) {
        return a >= 5 ? 1 : a >= 0 ? 2 : a >= -300 ? 3 : 4;
    }

    static int intConstGe(int a) {
        return 5 >= a ? 1 : 0 >= a ? 2 : 3;
    }

    static boolean intEq(int a, int b) {
        return a == b;
    }

    static int intEqConst(int a) {
        return a == 5 ? 1 : a == 0 ? 2 : a == -300 ? 3 : 4;
    }

    static int intConstEq(int a) {
        return 5 == a ? 1 : 0 == a ? 2 : 3;
    }

    static boolean intNe(int a, int b) {
        return a != b;
    }

    static int intNeConst(int a) {
        return a != 5 ? 1 : a != 0 ? 2 : a != -300 ? 3 : 4;
    }

    static int intConstNe(int a) {
        return 5 != a ? 1 : 0 != a ? 2 : 3;
    }

    static boolean longLt(long a, long b) {
        return a < b;
    }

    static int longLtConst(long a) {
        return a < 5 ? 1 : a < 0 ? 2 : a < -300 ? 3 : 4;
    }

    static int longConstLt(long a) {
        return 5 < a ? 1 : 0 < a ? 2 : 3;
    }

    static boolean longLe(long a, long b) {
        return a <= b;
    }

    static int longLeConst(long a) {
        return a <= 5 ? 1 : a <= 0 ? 2 : a <= -300 ? 3 : 4;
    }

    static int longConstLe(long a) {
        return 5 <= a ? 1 : 0 <= a ? 2 : 3;
    }

    static boolean longGt(long a, long b) {
        return a > b;
    }

    static int longGtConst(long a) {
        return a > 5 ? 1 : a > 0 ? 2 : a > -300 ? 3 : 4;
    }

    static int longConstGt(long a) {
        return 5 > a ? 1 : 0 > a ? 2 : 3;
    }

    static boolean longGe(long a, long b) {
        return a >= b;
    }

    static int longGeConst(long a) {
        return a >= 5 ? 1 : a >= 0 ? 2 : a >= -300 ? 3 : 4;
    }

    static int longConstGe(long a) {
        return 5 >= a ? 1 : 0 >= a ? 2 : 3;
    }

    static boolean longEq(long a, long b) {
        return a == b;
    }

    static int longEqConst(long a) {
        return a == 5 ? 1 : a == 0 ? 2 : a == -300 ? 3 : 4;
    }

    static int longConstEq(long a) {
        return 5 == a ? 1 : 0 == a ? 2 : 3;
    }

    static boolean longNe(long a, long b) {
        return a != b;
    }

    static int longNeConst(long a) {
        return a != 5 ? 1 : a != 0 ? 2 : a != -300 ? 3 : 4;
    }

    static int longConstNe(long a) {
        return 5 != a ? 1 : 0 != a ? 2 : 3;
    }

    static int longCompare(long a, long b) {
        return Long.compare(a, b);
    }

    static double squareRoot(double a) {
        return Math.sqrt(a);
    }

    static int intBits(float a) {
        return Float.floatToIntBits(a);
    }

    static long longBits(double a) {
        return Double.doubleToLongBits(a);
    }

    static float fromIntBits(int a) {
        return Float.intBitsToFloat(a);
    }

    static double fromLongBits(long a) {
        return Double.longBitsToDouble(a);
    }

    static int leadingZeros(int a) {
        return Integer.numberOfLeadingZeros(a);
    }

    static int trailingZeros(int a) {
        return Integer.numberOfTrailingZeros(a);
    }

    static int leadingZerosLong(long a) {
        return Long.numberOfLeadingZeros(a);
    }

    static int trailingZerosLong(long a) {
        return Long.numberOfTrailingZeros(a);
    }

    static int reverse(int a) {
        return Integer.reverseBytes(a);
    }

    static long reverseLong(long a) {
        return Long.reverseBytes(a);
    }

    static int bits(long a) {
        return Long.bitCount(a);
    }

    static int minMax(int a, int b) {
        return Math.min(a, b) * 31 + Math.max(a, b) + Math.min(a, 5) + Math.max(3, b);
    }

    static long minMaxLong(long a, long b) {
        return Math.min(a, b) * 31 + Math.max(a, b) + Math.min(a, 5L) + Math.max(3L, b);
    }

    static int floorMod(int a, int b) {
        return Math.floorMod(a, b);
    }

    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b);
    }

    static int unsigned(int a, int b) {
        return Integer.compareUnsigned(a, b) + Integer.divideUnsigned(a, b) + Integer.remainderUnsigned(a, b);
    }

    static long unsignedLong(long a, long b) {
        return Long.compareUnsigned(a, b) + Long.divideUnsigned(a, b) + Long.remainderUnsigned(a, b);
    }
}
