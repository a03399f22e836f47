package org.bulkhead.programs.util.big;

import java.math.BigInteger;
import org.bulkhead.programs.Out;

/** Large factorials, Fibonacci numbers and digits of pi: multiplication and division of hundreds of digits. */
public final class Factorials {
    public static void main(String[] args) {
        BigInteger f = BigInteger.ONE;
        for (int i = 2; i <= 300; i++) {
            f = f.multiply(BigInteger.valueOf(i));
        }
        Out.println(f.toString());
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ONE;
        for (int i = 0; i < 1000; i++) {
            BigInteger next = a.add(b);
            a = b;
            b = next;
        }
        Out.println(a.toString());
        BigInteger scale = BigInteger.TEN.pow(110);
        BigInteger pi = arctan(5, scale).shiftLeft(2).subtract(arctan(239, scale)).shiftLeft(2);
        Out.println(pi.divide(BigInteger.TEN.pow(10)).toString());
        Out.println(f.mod(new BigInteger("1000000007000000009")) + " " + f.divide(BigInteger.TEN.pow(500)).bitLength() + " " + f.getLowestSetBit());
        Out.println(new BigInteger("987654321").pow(40).hashCode());
    }

    private static BigInteger arctan(int x, BigInteger scale) {
        BigInteger square = BigInteger.valueOf((long) x * x);
        BigInteger power = scale.divide(BigInteger.valueOf(x));
        BigInteger sum = power;
        for (int n = 3; power.signum() != 0; n += 2) {
            power = power.divide(square).negate();
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }
}
