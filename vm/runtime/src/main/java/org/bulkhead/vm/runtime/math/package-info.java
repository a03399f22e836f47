/**
 * The elementary functions of {@code StrictMath} that the JDK leaves to machine code, after fdlibm 5.3, whose results Java prescribes bit for bit.
 *
 * <p>Bit for bit means step for step: a rearranged sum is another function, because it rounds elsewhere. So polynomials are written out in fdlibm's order, and a constant is the decimal
 * expansion of a certain double, not of the mathematical value. Most functions work in three steps: <em>reduce</em> the argument to a small interval by an identity
 * (x = k ln 2 + r, x = k &pi;/2 + r), <em>approximate</em> there by a polynomial or a quotient of two, and <em>rebuild</em> the result, with a second double for what the first rounds away.
 * The interval is chosen by an argument's upper 32 bits: sign, exponent and 20 bits of the significand.
 *
 * <p>The functions are pure and throw nothing. Sine, cosine and tangent allocate a little. Which bits a NaN has is not specified.
 */
package org.bulkhead.vm.runtime.math;
