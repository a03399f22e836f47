package org.bulkhead.programs.util.big;

import java.math.BigInteger;
import org.bulkhead.programs.Out;

/** {@code BigInteger}: the four operations, powers, bits, text. */
public final class BigIntegers {
    public static void main(String[] args) {
        BigInteger[] values = {
            BigInteger.ZERO, BigInteger.ONE, new BigInteger("-7"), BigInteger.valueOf(Long.MIN_VALUE), new BigInteger("123456789012345678901234567890"),
            BigInteger.TWO.pow(100).subtract(BigInteger.ONE), new BigInteger("-ffffffffffffffffffff", 16)};
        for (BigInteger a : values) {
            Out.println(a + " " + a.bitLength() + " " + a.signum() + " " + a.hashCode() + " " + a.toString(16) + " " + a.longValue() + " " + a.negate().abs().equals(a.abs()));
            for (BigInteger b : values) {
                Out.print(a.add(b) + " " + a.subtract(b) + " " + a.multiply(b) + " " + a.compareTo(b) + " " + a.gcd(b) + " ");
                if (b.signum() != 0) {
                    BigInteger[] q = a.divideAndRemainder(b);
                    Out.print(q[0] + "r" + q[1] + " ");
                }
                Out.print(a.and(b) + " " + a.or(b) + " " + a.xor(b) + ";");
            }
            Out.println();
        }
        Out.println(BigInteger.valueOf(3).modPow(BigInteger.valueOf(1000), BigInteger.valueOf(1_000_000_007)) + " " + BigInteger.valueOf(3).modInverse(BigInteger.valueOf(11)));
        Out.println(values[4].shiftLeft(70).shiftRight(35) + " " + values[6].shiftRight(3) + " " + values[4].testBit(5) + values[4].setBit(200).bitCount() + " " + values[4].sqrt());
        try {
            Out.println("" + BigInteger.ONE.divide(BigInteger.ZERO));
        } catch (ArithmeticException e) {
            Out.println(e.getMessage());
        }
    }
}
