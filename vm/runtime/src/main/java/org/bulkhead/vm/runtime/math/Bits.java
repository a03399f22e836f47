package org.bulkhead.vm.runtime.math;

/** Takes doubles apart: fdlibm decides nearly everything by the high 32 bits. */
final class Bits {
    static final int MAGNITUDE = 0x7FFF_FFFF;
    static final int INFINITY = 0x7FF0_0000;
    private static final long LOW_MASK = 0xFFFF_FFFFL;

    private Bits() {}

    static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> Integer.SIZE);
    }

    static int low(double x) {
        return (int) Double.doubleToRawLongBits(x);
    }

    static double withHigh(double x, int high) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & LOW_MASK | (long) high << Integer.SIZE);
    }

    static double withoutLow(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & ~LOW_MASK);
    }
}
